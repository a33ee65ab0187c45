import { Injectable } from '@nestjs/common';
import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { gradeScorecardV1 } from '../../domain/customer/scorecard/grade.js';
import type { GradeScorecard } from '../../domain/customer/scorecard/grade.js';
import { scorecardInForce } from '../../domain/customer/scorecard/scorecard-version.js';
import type { ScorecardVersion } from '../../domain/customer/scorecard/scorecard-version.js';
import { scorecardCollection } from './scorecard.schema.js';

const DUPLICATE_KEY = 11_000;

/** Versions of the customer scorecard, beside the first one that comes with the product. */
@Injectable()
export class GradeScorecards extends Repository<ScorecardVersion> {
  constructor(database: Database) {
    super(database, scorecardCollection, 'scorecard');
  }

  async nextNo(tx: Tx): Promise<number> {
    const [last] = await this.findMany({}, tx, { sort: { no: -1 }, limit: 1 });
    return (last?.no ?? gradeScorecardV1.version) + 1;
  }

  async inForce(on: LocalDate, tx: Tx): Promise<GradeScorecard> {
    return scorecardInForce(await this.findMany({ state: 'published' }, tx), on);
  }

  /** Two proposals at once: the second one is asked to look again. */
  override async insert(proposed: ScorecardVersion, tx: Tx): Promise<ScorecardVersion> {
    try {
      return await super.insert(proposed, tx);
    } catch (error) {
      if ((error as { code?: unknown }).code === DUPLICATE_KEY) throw new DomainError('CHANGED_MEANWHILE');
      throw error;
    }
  }
}
