import { Inject, Injectable } from '@nestjs/common';
import { Leases } from '@weilend/mongo';
import { ServiceConfig, ServiceLog, SweepJob } from '@weilend/service';
import type { SweepWatch } from '@weilend/service';
import type { SalesConfig } from '../sales.config.js';
import { RegradeDue } from '../use-cases/grading/regrade-due.use-case.js';

/** Who is graded is not due any more. */
const LEASE_MS = 600_000;

/** Grades customers whose grade is too old or from an earlier scorecard. */
@Injectable()
export class RegradeJob extends SweepJob {
  constructor(
    leases: Leases,
    private readonly regradeDue: RegradeDue,
    @Inject(ServiceConfig) config: SalesConfig,
    @Inject(ServiceLog) log: ServiceLog,
  ) {
    super(leases, log, { name: 'regrade', everyMs: config.REGRADE_EVERY_MS, leaseMs: LEASE_MS });
  }

  protected async sweep(watch: SweepWatch): Promise<void> {
    const graded = await this.regradeDue.execute(watch);
    if (graded > 0) this.log.info({ graded }, 'customers were graded again');
  }
}
