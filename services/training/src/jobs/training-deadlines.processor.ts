import { Inject, Injectable } from '@nestjs/common';
import { Leases } from '@weilend/mongo';
import { ServiceConfig, ServiceLog, SweepJob } from '@weilend/service';
import type { SweepWatch } from '@weilend/service';
import type { TrainingConfig } from '../training.config.js';
import { AskForJobMarks } from '../use-cases/evaluation/ask-for-job-marks.use-case.js';
import { EndExams } from '../use-cases/exam/end-exams.use-case.js';

/** Each is done once in effect, whoever looks. */
const LEASE_MS = 120_000;

/** Looks for exams whose time is over and for marks on the job that superiors are to be asked for. */
@Injectable()
export class TrainingDeadlinesJob extends SweepJob {
  constructor(
    leases: Leases,
    private readonly exams: EndExams,
    private readonly marks: AskForJobMarks,
    @Inject(ServiceConfig) config: TrainingConfig,
    @Inject(ServiceLog) log: ServiceLog,
  ) {
    super(leases, log, { name: 'training-deadlines', everyMs: config.EXAM_SWEEP_MS, leaseMs: LEASE_MS });
  }

  protected async sweep(watch: SweepWatch): Promise<void> {
    const exams = await this.exams.execute(watch);
    const marks = await this.marks.execute(watch);
    if (exams + marks > 0) this.log.info({ exams, marks }, 'exams were ended and marks on the job asked for');
  }
}
