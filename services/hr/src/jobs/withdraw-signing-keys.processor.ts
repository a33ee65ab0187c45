import { Inject, Injectable } from '@nestjs/common';
import { Leases } from '@weilend/mongo';
import { ServiceLog, SweepJob } from '@weilend/service';
import { WithdrawSigningKeys } from '../use-cases/sign-in/withdraw-signing-keys.use-case.js';

const EVERY_MS = 60_000;
const LEASE_MS = 30_000;

/** Takes signing keys out of the published ones when their last token has run out. */
@Injectable()
export class WithdrawSigningKeysJob extends SweepJob {
  constructor(
    leases: Leases,
    private readonly withdraw: WithdrawSigningKeys,
    @Inject(ServiceLog) log: ServiceLog,
  ) {
    super(leases, log, { name: 'hr-signing-keys', everyMs: EVERY_MS, leaseMs: LEASE_MS });
  }

  protected async sweep(): Promise<void> {
    const withdrawn = await this.withdraw.execute();
    if (withdrawn > 0) this.log.info({ withdrawn }, 'old signing keys verify nothing any more');
  }
}
