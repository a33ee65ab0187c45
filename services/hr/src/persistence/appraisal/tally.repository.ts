import { Injectable } from '@nestjs/common';
import { Database } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { BALANCE_KINDS, FLOW_KINDS } from '../../domain/appraisal/indicator.js';
import type { Tally } from '../../domain/appraisal/indicator.js';
import { appraisalFactCollection } from './appraisal.schema.js';

interface TallyRow {
  readonly _id: { readonly e: string; readonly k: Tally['kind'] };
  readonly count: number;
  readonly total: number;
  readonly marked?: number;
  readonly serious?: number;
}

const one = (condition: object) => ({ $sum: { $cond: [condition, 1, 0] } });
const SUMS = { _id: { e: '$employeeId', k: '$kind' }, count: { $sum: 1 }, total: { $sum: '$value' } };
const MARKS = { marked: one({ $eq: ['$marked', true] }), serious: one({ $eq: ['$detail', 'SERIOUS'] }) };

/** Counts the facts of many people where they lie, from the index alone: memory does not grow with the facts. */
@Injectable()
export class AppraisalTallies {
  constructor(private readonly database: Database) {}

  /** What each person's facts of a quarter come to: what happened in it, and what is owed at its end. */
  async of(employeeIds: readonly string[], quarter: string, tx?: Tx): Promise<ReadonlyMap<string, readonly Tally[]>> {
    const found = new Map<string, Tally[]>();
    const employeeId = { $in: [...employeeIds] };
    // Nothing that is owed is marked, and the changes of what is owed are most of the facts: to look for marks would take as long again.
    for (const [$match, $group] of [
      [
        { employeeId, kind: { $in: FLOW_KINDS }, quarter },
        { ...SUMS, ...MARKS },
      ],
      [{ employeeId, kind: { $in: [...BALANCE_KINDS] }, quarter: { $lte: quarter } }, SUMS],
    ]) {
      const rows = this.facts().aggregate<TallyRow>([{ $match }, { $group }], { hint: 'tally', ...(tx && { session: tx.session }) });
      for await (const { _id, count, total, marked = 0, serious = 0 } of rows) {
        const tallies = found.get(_id.e) ?? [];
        tallies.push({ kind: _id.k, count, total, marked, serious });
        found.set(_id.e, tallies);
      }
    }
    return found;
  }

  private facts() {
    return this.database.model(appraisalFactCollection).collection;
  }
}
