import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import type { Page, PageRequest } from '@weilend/mongo';
import type { Bucket } from '../domain/arrears/past-due.js';
import { lateRange } from '../domain/collection/late-range.js';
import type { PromiseState } from '../domain/collection/payment-promise.machine.js';
import { collectionCaseCollection } from '../persistence/collection.schema.js';
import { loanCollection } from '../persistence/loan.schema.js';
import { CollectionItems } from './collection-items.queries.js';
import type { CollectionItem } from './collection-items.queries.js';
import { ownFilter } from './scope.js';
import { decodeSortCursor, encodeSortCursor, pageSize, sortedPage } from './worklist-page.js';

export const WORKLIST_SORTS = ['DAYS_PAST_DUE', 'OUTSTANDING'] as const;
export type WorklistSort = (typeof WORKLIST_SORTS)[number];

export interface WorklistRequest extends PageRequest {
  readonly bucket?: Exclude<Bucket, 'CURRENT'> | null;
  readonly minDaysPastDue?: number | null;
  readonly collectorId?: string | null;
  /** Late loans that nobody works on. */
  readonly unassigned?: boolean | null;
  readonly promiseState?: PromiseState | null;
  /** Something was to be done by this day. */
  readonly nextActionBy?: LocalDate | null;
  readonly hardship?: boolean | null;
  readonly sort?: WorklistSort | null;
}

type Stage = Record<string, unknown>;

interface FoundLoan {
  readonly _id: string;
  readonly oldestOwedOn: LocalDate;
  readonly outstandingFen: number;
}

const SORTS = {
  /** The oldest due day is the latest loan. */
  DAYS_PAST_DUE: { by: { oldestOwedOn: 1, _id: 1 }, field: 'oldestOwedOn', beyond: '$gt', kind: 'string' },
  OUTSTANDING: { by: { outstandingFen: -1, _id: 1 }, field: 'outstandingFen', beyond: '$lt', kind: 'number' },
} as const;
const SORT_KEYS = { oldestOwedOn: 1, outstandingFen: 1 } as const;
const COUNT_CAP = 10_000;

/**
 * The late loans of today (催收工作台). It is made of the loans, not of the cases, so that none is missing; whether a loan is late is
 * reckoned once more for each row that is shown. Only a filter that few cases pass begins with the cases.
 */
@Injectable()
export class CollectionWorklist {
  constructor(
    private readonly database: Database,
    private readonly items: CollectionItems,
    private readonly clock: BusinessClock,
  ) {}

  async list(request: WorklistRequest, actor: Actor): Promise<Page<CollectionItem>> {
    const size = pageSize(request.first);
    const { by, field, beyond, kind } = SORTS[request.sort ?? 'DAYS_PAST_DUE'];
    const after = request.after ? decodeSortCursor(request.after, kind) : null;
    const rest: Stage[] = after
      ? [{ $match: { $or: [{ [field]: { [beyond]: after.key } }, { [field]: after.key, _id: { $gt: after.id } }] } }]
      : [];
    const source = this.source(request, actor);
    const found = await source.rows([...rest, { $sort: by }], [{ $limit: size + 1 }, { $project: SORT_KEYS }]);
    const page = found.slice(0, size);
    const items = new Map((await this.items.of(page.map((row) => row._id))).map((item) => [item.loan.id, item]));
    const edges = page.flatMap((row) => {
      const node = items.get(row._id);
      return node ? [{ cursor: encodeSortCursor({ key: row[field], id: row._id }), node }] : [];
    });
    return sortedPage(edges, found.length > size, () => source.count());
  }

  /** Where the late loans are looked for. */
  private source(request: WorklistRequest, actor: Actor) {
    const { from, to } = lateRange(this.clock.today(), { bucket: request.bucket ?? null, minDays: request.minDaysPastDue ?? null });
    const late = { oldestOwedOn: { $lte: to, $gte: from ?? '' }, ...ownFilter(actor, 'salespersonId') };
    const ofCase = caseFilter(request);
    const [collection, stages] =
      ofCase && isNarrow(request) ? fromCases(ofCase, late) : fromLoans(late, ofCase, request.unassigned === true);
    const run = <T extends object>(more: readonly Stage[]): Promise<T[]> =>
      this.database
        .collection(collection)
        .aggregate<T>([...more])
        .toArray();
    return {
      rows: (sorted: readonly Stage[], last: readonly Stage[]) => run<FoundLoan>([...stages.before, ...sorted, ...stages.after, ...last]),
      count: async (): Promise<number | null> => {
        const [row] = await run<{ count: number }>([...stages.before, ...stages.after, { $limit: COUNT_CAP + 1 }, { $count: 'count' }]);
        const count = row?.count ?? 0;
        return count > COUNT_CAP ? null : count;
      },
    };
  }
}

interface Stages {
  /** Before the sort: the loans. */
  readonly before: readonly Stage[];
  /** After it, so that the sort can follow the index. */
  readonly after: readonly Stage[];
}

/** What a case must be like; null when a loan without a case will do as well. */
function caseFilter({ collectorId, unassigned, promiseState, nextActionBy, hardship }: WorklistRequest): Stage | null {
  const filter = {
    ...(collectorId ? { collectorId } : {}),
    ...(promiseState ? { promiseState } : {}),
    ...(nextActionBy ? { nextActionOn: { $lte: nextActionBy, $gte: '' } } : {}),
    ...(hardship === true ? { hardship: { $ne: null } } : {}),
  };
  if (Object.keys(filter).length === 0) return null;
  return { ...filter, ...(unassigned === true ? { collectorId: null } : {}), state: 'OPEN' };
}

/** Few cases are of one collector, promised or in hardship: there it is worth while to begin with the cases. */
const isNarrow = ({ collectorId, promiseState, hardship }: WorklistRequest): boolean =>
  Boolean(collectorId) || Boolean(promiseState) || hardship === true;

// Joins by one field and nothing else: the database does them many times faster than joins with a pipeline.
function fromLoans(late: Stage, ofCase: Stage | null, unassigned: boolean): [string, Stages] {
  const cases = { from: collectionCaseCollection.name, localField: '_id', foreignField: 'loanId', as: 'cases' };
  const taken = { $elemMatch: { state: 'OPEN', collectorId: { $ne: null } } };
  const wanted = ofCase ? { $elemMatch: ofCase } : unassigned ? { $not: taken } : null;
  const before = [{ $match: late }, { $project: SORT_KEYS }];
  return [loanCollection.name, { before, after: wanted ? [{ $lookup: cases }, { $match: { cases: wanted } }] : [] }];
}

function fromCases(filter: Stage, late: Stage): [string, Stages] {
  const loans = { from: loanCollection.name, localField: 'loanId', foreignField: '_id', as: 'loan' };
  const ofLoan = Object.fromEntries(Object.entries(late).map(([field, value]) => [`loan.${field}`, value]));
  const keys = { _id: '$loan._id', oldestOwedOn: '$loan.oldestOwedOn', outstandingFen: '$loan.outstandingFen' };
  const joined = [{ $lookup: loans }, { $unwind: '$loan' }, { $match: ofLoan }, { $project: keys }];
  return [collectionCaseCollection.name, { before: [{ $match: filter }, { $project: { loanId: 1 } }, ...joined], after: [] }];
}
