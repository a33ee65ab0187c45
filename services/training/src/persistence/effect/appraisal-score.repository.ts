import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { appraisalScoreCollection } from './appraisal-score.schema.js';

/** The score of a person in a closed quarter, with the roles he held when it was closed. */
export interface AppraisalScore {
  readonly id: string;
  readonly version: number;
  readonly employeeId: string;
  readonly quarter: string;
  readonly score: number;
  readonly level: string;
}

@Injectable()
export class AppraisalScores extends Repository<AppraisalScore> {
  constructor(database: Database) {
    super(database, appraisalScoreCollection, 'score');
  }

  ofQuarter(employeeId: string, quarter: string, tx: Tx): Promise<AppraisalScore | null> {
    return this.findOne({ employeeId, quarter }, tx);
  }
}
