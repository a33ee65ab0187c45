import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { HonourKind, HonourRule, HonourScope } from '../../domain/honour/honour-rule.js';
import type { Honour, HonourAward } from '../../domain/honour/honour.js';
import { honourAwardCollection, honourCollection, honourRuleCollection } from './honour.schema.js';

@Injectable()
export class HonourRules extends Repository<HonourRule> {
  constructor(database: Database) {
    super(database, honourRuleCollection, 'honour rule');
  }

  /** The newest rule that counts in a quarter, or null. */
  async forQuarter(of: { honour: HonourKind; scope: HonourScope; quarter: string }, tx: Tx): Promise<HonourRule | null> {
    const { honour, scope, quarter } = of;
    const [rule] = await this.findMany({ honour, scope, fromQuarter: { $lte: quarter } }, tx, { sort: { fromQuarter: -1 }, limit: 1 });
    return rule ?? null;
  }

  from({ honour, scope, fromQuarter }: Pick<HonourRule, 'honour' | 'scope' | 'fromQuarter'>, tx: Tx): Promise<HonourRule | null> {
    return this.findOne({ honour, scope, fromQuarter }, tx);
  }
}

@Injectable()
export class Honours extends Repository<Honour> {
  constructor(database: Database) {
    super(database, honourCollection, 'honour');
  }

  of(honour: HonourKind, period: string, tx: Tx): Promise<Honour | null> {
    return this.findOne({ honour, period }, tx);
  }
}

@Injectable()
export class HonourAwards extends Repository<HonourAward> {
  constructor(database: Database) {
    super(database, honourAwardCollection, 'honour award');
  }
}
