import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { ShadowScore } from '../../domain/scorecard/shadow-score.js';
import { shadowScoreCollection } from './scorecard.schema.js';

/** What challengers said: the latest word on each investigation. */
@Injectable()
export class ShadowScores extends Repository<ShadowScore> {
  constructor(database: Database) {
    super(database, shadowScoreCollection, 'shadow score');
  }

  /** Keeps the word in place of an earlier one of the same challenger on the same investigation. */
  async keep(shadow: ShadowScore, tx: Tx): Promise<void> {
    const { investigationId, challengerId } = shadow;
    const before = await this.findOne({ investigationId, challengerId }, tx);
    if (before) await this.save({ ...shadow, id: before.id, version: before.version }, tx);
    else await this.insert(shadow, tx);
  }
}
