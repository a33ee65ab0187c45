import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { BonusFormulaVersion } from '../../domain/bonus/formula-version.js';
import { bonusFormulaCollection } from './bonus.schema.js';

@Injectable()
export class BonusFormulas extends Repository<BonusFormulaVersion> {
  constructor(database: Database) {
    super(database, bonusFormulaCollection, 'bonus formula');
  }

  /** True while none was ever published. */
  async isFirst(tx: Tx): Promise<boolean> {
    return (await this.findOne({ state: 'PUBLISHED' }, tx)) === null;
  }

  /** The published formula that counts in a quarter, or null. */
  async forQuarter(quarter: string, tx: Tx): Promise<BonusFormulaVersion | null> {
    const filter = { state: 'PUBLISHED', fromQuarter: { $lte: quarter } };
    const [formula] = await this.findMany(filter, tx, { sort: { fromQuarter: -1 }, limit: 1 });
    return formula ?? null;
  }
}
