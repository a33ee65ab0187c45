import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { AppraisalFact } from '../../domain/appraisal/indicator.js';
import type { AppraisalScheme } from '../../domain/appraisal/scheme.js';
import type { AppraisalSheet } from '../../domain/appraisal/sheet.js';
import { appraisalFactCollection, appraisalSchemeCollection, appraisalSheetCollection } from './appraisal.schema.js';

@Injectable()
export class AppraisalFacts extends Repository<AppraisalFact> {
  constructor(database: Database) {
    super(database, appraisalFactCollection, 'appraisal fact');
  }

  of(employeeId: string, quarter: string, tx: Tx): Promise<AppraisalFact[]> {
    return this.findMany({ employeeId, quarter }, tx, { limit: 10_000 });
  }

  /** The fact of a kind about one person's loan, visit or session, or null. */
  about(fact: Pick<AppraisalFact, 'employeeId' | 'kind' | 'aboutId'>, tx: Tx): Promise<AppraisalFact | null> {
    const { employeeId, kind, aboutId } = fact;
    return this.findOne({ employeeId, kind, aboutId }, tx);
  }
}

@Injectable()
export class AppraisalSchemes extends Repository<AppraisalScheme> {
  constructor(database: Database) {
    super(database, appraisalSchemeCollection, 'appraisal scheme');
  }

  /** The newest scheme that counts in a quarter, or null. */
  async forQuarter(quarter: string, tx: Tx): Promise<AppraisalScheme | null> {
    const [scheme] = await this.findMany({ fromQuarter: { $lte: quarter } }, tx, { sort: { fromQuarter: -1 }, limit: 1 });
    return scheme ?? null;
  }
}

@Injectable()
export class AppraisalSheets extends Repository<AppraisalSheet> {
  constructor(database: Database) {
    super(database, appraisalSheetCollection, 'appraisal sheet');
  }

  ofPerson(employeeId: string, quarter: string, tx: Tx): Promise<AppraisalSheet | null> {
    return this.findOne({ employeeId, quarter }, tx);
  }
}
