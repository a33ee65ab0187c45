import { Inject, Injectable } from '@nestjs/common';
import { Leases } from '@weilend/mongo';
import { ServiceConfig, ServiceLog, SweepJob } from '@weilend/service';
import type { SweepWatch } from '@weilend/service';
import type { TrainingConfig } from '../training.config.js';
import { RemindOfCertificates } from '../use-cases/certificate/remind-of-certificates.use-case.js';

/** Each reminder is kept on its certificate. */
const LEASE_MS = 120_000;

/** Looks for certificates that run out. */
@Injectable()
export class CertificateRemindersJob extends SweepJob {
  constructor(
    leases: Leases,
    private readonly remind: RemindOfCertificates,
    @Inject(ServiceConfig) config: TrainingConfig,
    @Inject(ServiceLog) log: ServiceLog,
  ) {
    super(leases, log, { name: 'certificate-reminders', everyMs: config.CERTIFICATE_SWEEP_MS, leaseMs: LEASE_MS });
  }

  protected async sweep(watch: SweepWatch): Promise<void> {
    const reminded = await this.remind.execute(watch);
    if (reminded > 0) this.log.info({ reminded }, 'holders of certificates were reminded');
  }
}
