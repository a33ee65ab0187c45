import { Inject, Injectable } from '@nestjs/common';
import { Leases } from '@weilend/mongo';
import { ServiceConfig, ServiceLog, SweepJob } from '@weilend/service';
import type { SweepWatch } from '@weilend/service';
import type { ApprovalConfig } from '../approval.config.js';
import { CloseBallots } from '../use-cases/case/close-ballots.use-case.js';
import { RemindOfConditions } from '../use-cases/decision/remind-of-conditions.use-case.js';

/** A ballot closes once, and each reminder is kept on what it is about. */
const LEASE_MS = 60_000;

/** Looks for circulated votes that end or come near their end, and for conditions that come due. */
@Injectable()
export class BallotsJob extends SweepJob {
  constructor(
    leases: Leases,
    private readonly closeBallots: CloseBallots,
    private readonly remindOfConditions: RemindOfConditions,
    @Inject(ServiceConfig) config: ApprovalConfig,
    @Inject(ServiceLog) log: ServiceLog,
  ) {
    super(leases, log, { name: 'ballots', everyMs: config.BALLOTS_EVERY_MS, leaseMs: LEASE_MS });
  }

  protected async sweep(watch: SweepWatch): Promise<void> {
    const { closed, reminded } = await this.closeBallots.execute(watch);
    if (closed + reminded > 0) this.log.info({ closed, reminded }, 'circulated votes ended, members reminded');
    if (!watch.isStopping()) await this.remindOfConditions.execute();
  }
}
