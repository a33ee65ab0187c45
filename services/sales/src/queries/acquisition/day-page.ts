import { DomainError } from '@weilend/kernel';
import { MAX_FIRST } from '@weilend/mongo';
import type { Database, Page, PageRequest, Stored } from '@weilend/mongo';

const DEFAULT_FIRST = 20;
const COUNT_CAP = 10_000;
const CURSOR = /^day:(\d{4}-\d{2}-\d{2}):([a-z]{3}_[0-9a-z]{26})$/;

export interface DayPagePlan<T> {
  readonly filter: Record<string, unknown>;
  /** The field with the local date. */
  readonly day: string;
  readonly map: (row: Stored) => T;
}

/** One page by a day and then by id, the latest first: for lists whose rows are written long before or after the day they are about. */
export async function pageByDay<T>(model: ReturnType<Database['model']>, request: PageRequest, plan: DayPagePlan<T>): Promise<Page<T>> {
  const first = request.first ?? DEFAULT_FIRST;
  if (first < 1 || first > MAX_FIRST)
    throw new DomainError('INPUT_INVALID', { problem: `first must be between 1 and ${MAX_FIRST}` }, 'first');
  const { day, filter, map } = plan;
  const rows = await model
    .find({ $and: [filter, request.after ? beyond(day, request.after) : {}] } as never)
    .sort({ [day]: -1, _id: -1 })
    .limit(first + 1)
    .lean<Stored[]>()
    .exec();
  const edges = rows.slice(0, first).map((row) => ({ cursor: encode(`day:${row[day] as string}:${row._id}`), node: map(row) }));
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null },
    get totalCount() {
      return model
        .countDocuments(filter as never)
        .limit(COUNT_CAP + 1)
        .then((counted) => (counted > COUNT_CAP ? null : counted));
    },
  };
}

const encode = (text: string): string => Buffer.from(text).toString('base64url');

/** The day bounds the walk of the index, the second part leaves out what was shown. */
function beyond(day: string, cursor: string): Record<string, unknown> {
  const [, on, id] = CURSOR.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (!on || !id) throw new DomainError('INPUT_INVALID', { problem: 'the cursor is not one of ours' }, 'after');
  return { [day]: { $lte: on }, $or: [{ [day]: { $lt: on } }, { _id: { $lt: id } }] };
}
