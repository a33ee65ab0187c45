import { Inject, Injectable } from '@nestjs/common';
import { Leases } from '@weilend/mongo';
import { ServiceConfig, ServiceLog, SweepJob } from '@weilend/service';
import type { SweepWatch } from '@weilend/service';
import type { TrainingConfig } from '../training.config.js';
import { ApplyKnowledgeRules } from '../use-cases/knowledge/apply-knowledge-rules.use-case.js';
import { LapseNominations } from '../use-cases/session/lapse-nominations.use-case.js';
import { RemindOfTrainingDeadlines } from '../use-cases/reminder/remind-of-training-deadlines.use-case.js';

/** The key of each reminder makes it once. */
const LEASE_MS = 300_000;

/** Looks for rules of required knowledge that begin, for seats that no manager has agreed to in time, and for deadlines that come near or have passed. */
@Injectable()
export class TrainingRemindersJob extends SweepJob {
  constructor(
    leases: Leases,
    private readonly rules: ApplyKnowledgeRules,
    private readonly remind: RemindOfTrainingDeadlines,
    private readonly seats: LapseNominations,
    @Inject(ServiceConfig) config: TrainingConfig,
    @Inject(ServiceLog) log: ServiceLog,
  ) {
    super(leases, log, { name: 'training-reminders', everyMs: config.REMINDERS_EVERY_MS, leaseMs: LEASE_MS });
  }

  protected async sweep(watch: SweepWatch): Promise<void> {
    const measured = await this.rules.execute(watch);
    const lapsed = await this.seats.execute(watch);
    const reminded = await this.remind.execute(watch);
    if (measured + lapsed + reminded > 0) this.log.info({ measured, lapsed, reminded }, 'people were measured, seated and reminded');
  }
}
