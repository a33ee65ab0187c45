import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { JobMark } from '../../domain/team/job-mark.js';
import { jobMarkCollection } from './job-mark.schema.js';

@Injectable()
export class JobMarks extends Repository<JobMark> {
  constructor(database: Database) {
    super(database, jobMarkCollection, 'mark on the job');
  }

  ofHandoff(handoffId: string, tx: Tx): Promise<JobMark | null> {
    return this.findOne({ handoffId }, tx);
  }

  /** Open questions about a person. */
  openAbout(employeeId: string, tx: Tx): Promise<JobMark[]> {
    return this.findMany({ employeeId, owedOn: { $type: 'string' } }, tx);
  }
}
