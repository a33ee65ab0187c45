import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { HonourKind, HonourRule, HonourScope } from '../../domain/honour/honour-rule.js';
import type { Honour, HonourAward } from '../../domain/honour/honour.js';
import { honourAwardCollection, honourCollection, honourRuleCollection } from './honour.schema.js';

/** Served by `inForce`. */
const APPROVED = { approvedBy: { $type: 'string' } } as const;

@Injectable()
export class HonourRules extends Repository<HonourRule> {
  constructor(database: Database) {
    super(database, honourRuleCollection, 'honour rule');
  }

  /** The newest approved rule that counts in a quarter, or null. */
  async forQuarter(of: { honour: HonourKind; scope: HonourScope; quarter: string }, tx: Tx): Promise<HonourRule | null> {
    const { honour, scope, quarter } = of;
    const [rule] = await this.findMany({ ...APPROVED, honour, scope, fromQuarter: { $lte: quarter } }, tx, {
      sort: { fromQuarter: -1 },
      limit: 1,
    });
    return rule ?? null;
  }

  /** The approved one that counts from exactly this quarter on. */
  from({ honour, scope, fromQuarter }: Pick<HonourRule, 'honour' | 'scope' | 'fromQuarter'>, tx: Tx): Promise<HonourRule | null> {
    return this.findOne({ ...APPROVED, honour, scope, fromQuarter }, tx);
  }
}

export const proposalKey = ({ honour, period }: Pick<Honour, 'honour' | 'period'>): string => `${honour}|${period}`;

@Injectable()
export class Honours extends Repository<Honour> {
  constructor(database: Database) {
    super(database, honourCollection, 'honour');
  }

  of(honour: HonourKind, period: string, tx: Tx): Promise<Honour | null> {
    return this.findOne({ honour, period }, tx);
  }

  /** Which of some honours of some periods were proposed already, as `<honour>|<period>`. Served by `once`. */
  async proposedAmong(periods: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.model.collection
      .find({ period: { $in: [...periods] } } as never, { projection: { honour: 1, period: 1 } })
      .toArray();
    return new Set(rows.map((row) => proposalKey(row as unknown as Pick<Honour, 'honour' | 'period'>)));
  }

  /** What waits for confirmation. Served by `state`. */
  async waiting(limit: number): Promise<readonly Pick<Honour, 'honour' | 'period'>[]> {
    const rows = await this.model.collection
      .find({ state: 'PROPOSED' } as never, { projection: { honour: 1, period: 1 } })
      .sort({ _id: -1 })
      .limit(limit)
      .toArray();
    return rows as unknown as Pick<Honour, 'honour' | 'period'>[];
  }
}

@Injectable()
export class HonourAwards extends Repository<HonourAward> {
  constructor(database: Database) {
    super(database, honourAwardCollection, 'honour award');
  }
}
