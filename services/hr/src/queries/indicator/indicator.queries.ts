import { Injectable } from '@nestjs/common';
import { rowScope, scopeFilter } from '@weilend/auth';
import { DomainError, quarterRange } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Database, decodeCursor, encodeCursor, MAX_FIRST, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import { BALANCE_KINDS, KINDS_OF } from '../../domain/appraisal/indicator.js';
import type { AppraisalFact, FactKind, Indicator } from '../../domain/appraisal/indicator.js';
import { SEES_SALES } from '../../domain/employee/leading.js';
import type { FactRebuild } from '../../domain/indicator/fact-rebuild.js';
import { appraisalFactCollection } from '../../persistence/appraisal/appraisal.schema.js';
import { factRebuildCollection } from '../../persistence/indicator/indicator.schema.js';

export interface FactsWanted extends PageRequest {
  readonly employeeId: string;
  readonly quarter: string;
  readonly indicator: Indicator;
}

/** What one loan owes as of the end of a quarter, as it counts for who sold it. */
export interface LoanBalance {
  readonly loanId: string;
  readonly outstandingFen: number;
  readonly overdueFen: number;
  readonly nplFen: number;
}

const DEFAULT_FIRST = 20;
const sumOf = (kind: FactKind) => ({ $sum: { $cond: [{ $eq: ['$kind', kind] }, '$value', 0] } });
const BALANCES = { outstandingFen: sumOf('OUTSTANDING'), overdueFen: sumOf('OVERDUE'), nplFen: sumOf('NON_PERFORMING') };

/** Follows a figure down to what it is counted from: everybody his own, managers and auditors all. */
@Injectable()
export class IndicatorQueries {
  constructor(private readonly database: Database) {}

  /** The facts behind an indicator of a person and quarter; of a balance every change until the quarter's end. */
  facts({ employeeId, quarter, indicator, ...page }: FactsWanted, actor: Actor): Promise<Page<AppraisalFact>> {
    const kinds = KINDS_OF[indicator];
    const isBalance = kinds.some((kind) => (BALANCE_KINDS as readonly FactKind[]).includes(kind));
    const filter = { employeeId, kind: { $in: [...kinds] }, quarter: isBalance ? { $lte: quarter } : quarter };
    const plan = { filter: { $and: [filter, own(actor)] }, direction: 1 as const, hint: 'drill' };
    return pageOf(this.rows(), page, { ...plan, map: ({ _id, ...rest }: Stored) => ({ id: _id, ...rest }) as unknown as AppraisalFact });
  }

  /** The loans behind the rates: what each that a person sold owes as of the end of a quarter, by the id of the loan. */
  async loans({ employeeId, quarter, ...page }: Omit<FactsWanted, 'indicator'>, actor: Actor): Promise<Page<LoanBalance>> {
    quarterRange(quarter);
    const first = page.first ?? DEFAULT_FIRST;
    if (first < 1 || first > MAX_FIRST)
      throw new DomainError('INPUT_INVALID', { problem: `first must be between 1 and ${MAX_FIRST}` }, 'first');
    const kinds = { employeeId, kind: { $in: [...BALANCE_KINDS] }, quarter: { $lte: quarter } };
    const beyond = page.after ? { aboutId: { $gt: decodeCursor(page.after) } } : {};
    const owing = [{ $group: { _id: '$aboutId', ...BALANCES } }, { $match: { outstandingFen: { $gt: 0 } } }];
    const some = [{ $match: { $and: [kinds, beyond, own(actor)] } }, ...owing, { $sort: { _id: 1 } }, { $limit: first + 1 }];
    const rows = await this.rows().collection.aggregate<LoanBalance & { _id: string }>(some).toArray();
    const all = [{ $match: { $and: [kinds, own(actor)] } }, ...owing, { $count: 'loans' }];
    const edges = rows.slice(0, first).map(({ _id, ...rest }) => ({ cursor: encodeCursor(_id), node: { ...rest, loanId: _id } }));
    const count = async () => (await this.rows().collection.aggregate<{ loans: number }>(all).toArray())[0]?.loans ?? 0;
    return {
      edges,
      nodes: edges.map(({ node }) => node),
      pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null },
      get totalCount() {
        return count();
      },
    };
  }

  rebuilds(page: PageRequest): Promise<Page<FactRebuild>> {
    return pageOf(this.database.model(factRebuildCollection), page, { filter: {}, map: toRebuild });
  }

  async rebuildsByIds(ids: readonly string[]): Promise<FactRebuild[]> {
    const wanted = { _id: { $in: [...ids] } } as never;
    return (await this.database.model(factRebuildCollection).find(wanted).lean<Stored[]>().exec()).map(toRebuild);
  }

  private rows() {
    return this.database.model(appraisalFactCollection);
  }
}

const own = (actor: Actor) => scopeFilter(rowScope(actor, SEES_SALES), 'employeeId');
const toRebuild = ({ _id, ...rest }: Stored): FactRebuild => ({ id: _id, ...rest }) as unknown as FactRebuild;
