import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { ScheduleVersion } from '../domain/loan/schedule-version.js';
import { loanScheduleCollection } from './loan-schedule.schema.js';

export interface StoredSchedule extends ScheduleVersion {
  /** `<loan>:<no>`. */
  readonly id: string;
  readonly version: number;
  readonly madeAt: Date;
}

@Injectable()
export class LoanSchedules extends Repository<StoredSchedule> {
  constructor(database: Database) {
    super(database, loanScheduleCollection, 'loan schedule');
  }

  /** Oldest first; none while the loan runs on its first schedule. */
  of(loanId: string, tx: Tx): Promise<StoredSchedule[]> {
    return this.findMany({ loanId }, tx, { sort: { no: 1 } });
  }
}
