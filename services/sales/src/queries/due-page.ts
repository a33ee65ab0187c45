import { DomainError } from '@weilend/kernel';
import { MAX_FIRST } from '@weilend/mongo';
import type { Database, Page, PageRequest, Stored } from '@weilend/mongo';

const DEFAULT_FIRST = 20;
const COUNT_CAP = 10_000;
const CURSOR = /^due:(\d{4}-\d{2}-\d{2}):([a-z]{3}_[0-9a-z]{26})$/;

export interface DuePlan<T> {
  /** Everything but the due day. */
  readonly filter: Record<string, unknown>;
  /** Field of a local date; the index is (owner, this field, _id). */
  readonly field: string;
  readonly until: string;
  readonly map: (row: Stored) => T;
}

/**
 * One page of what is due until a day, longest due first, in the order of an index over the due day and the id: page 500 costs as much as
 * page 1. Throws DomainError INPUT_INVALID for a bad cursor or size.
 */
export async function duePageOf<T>(model: ReturnType<Database['model']>, request: PageRequest, plan: DuePlan<T>): Promise<Page<T>> {
  const { filter, field, until, map } = plan;
  const first = request.first ?? DEFAULT_FIRST;
  if (first < 1 || first > MAX_FIRST)
    throw new DomainError('INPUT_INVALID', { problem: `first must be between 1 and ${MAX_FIRST}` }, 'first');
  const due = { ...filter, [field]: { $lte: until } };
  const rows = await model
    .find((request.after ? { $and: [due, beyond(field, request.after)] } : due) as never)
    .sort({ [field]: 1, _id: 1 })
    .limit(first + 1)
    .lean<Stored[]>()
    .exec();
  const edges = rows.slice(0, first).map((row) => ({ cursor: cursorOf(row, field), node: map(row) }));
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null },
    get totalCount() {
      return countUpToCap(model, due);
    },
  };
}

/** A lower bound on the due day lets the index begin there; the rest of that day is told apart by the id. */
function beyond(field: string, after: string): Record<string, unknown> {
  const [, day, id] = CURSOR.exec(Buffer.from(after, 'base64url').toString()) ?? [];
  if (!day) throw new DomainError('INPUT_INVALID', { problem: 'the cursor is not one of ours' }, 'after');
  return { $and: [{ [field]: { $gte: day } }, { $or: [{ [field]: { $gt: day } }, { _id: { $gt: id } }] }] };
}

const cursorOf = (row: Stored, field: string): string => Buffer.from(`due:${String(row[field])}:${row._id}`).toString('base64url');

async function countUpToCap(model: ReturnType<Database['model']>, filter: Record<string, unknown>): Promise<number | null> {
  const counted = await model.countDocuments(filter as never).limit(COUNT_CAP + 1);
  return counted > COUNT_CAP ? null : counted;
}
