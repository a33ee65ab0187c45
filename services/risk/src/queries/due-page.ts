import { DomainError } from '@weilend/kernel';
import { MAX_FIRST } from '@weilend/mongo';
import type { Database, Page, PageRequest, Stored } from '@weilend/mongo';

export interface DuePlan<T> {
  /** Top-level field that says when something is due. */
  readonly field: string;
  /** The owner, and what else the index holds. */
  readonly filter: Record<string, unknown>;
  /** Only what is due until then; everything that is owed when left out. */
  readonly until?: Date | null;
  readonly map: (row: Stored) => T;
}

const DEFAULT_FIRST = 20;
const COUNT_CAP = 10_000;
const CURSOR = /^due:([^|]{10,30})\|([a-z]{3}_[0-9a-z]{26})$/;

/**
 * One page of what is owed, most overdue first, served by the index of the deadline: the cursor is the due moment with the id, so that a late
 * page costs as much as the first. Throws DomainError INPUT_INVALID for a bad cursor or size.
 */
export function duePageOf<T>(model: ReturnType<Database['model']>, request: PageRequest, plan: DuePlan<T>): Promise<Page<T>> {
  const { field, until, map } = plan;
  const owed = { [field]: { $type: 'date', ...(until ? { $lte: until } : {}) } };
  return pageBy(model, request, { field, filter: { $and: [plan.filter, owed] }, map });
}

type FieldPlan<T> = Omit<DuePlan<T>, 'until'>;

async function pageBy<T>(model: ReturnType<Database['model']>, request: PageRequest, plan: FieldPlan<T>): Promise<Page<T>> {
  const { field, filter, map } = plan;
  const first = request.first ?? DEFAULT_FIRST;
  if (first < 1 || first > MAX_FIRST)
    throw new DomainError('INPUT_INVALID', { problem: `first must be between 1 and ${MAX_FIRST}` }, 'first');
  const rows: Stored[] = [];
  for (const part of request.after ? beyond(plan, request.after) : [{}]) {
    const missing = first + 1 - rows.length;
    if (missing > 0) rows.push(...(await rowsOf(model, { filter: { $and: [filter, part] }, field, limit: missing })));
  }
  const edges = rows.slice(0, first).map((row) => ({ cursor: cursorOf(row, field), node: map(row) }));
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null },
    get totalCount() {
      return countUpToCap(model, filter);
    },
  };
}

function rowsOf(
  model: ReturnType<Database['model']>,
  { filter, field, limit }: { filter: Record<string, unknown>; field: string; limit: number },
): Promise<Stored[]> {
  return model
    .find(filter as never)
    .sort({ [field]: 1, _id: 1 })
    .limit(limit)
    .lean<Stored[]>()
    .exec();
}

/** What comes after a row: the rest of its moment, then what is beyond it. Two questions, because one with both would read the whole moment again. */
function beyond<T>(plan: FieldPlan<T>, cursor: string): readonly Record<string, unknown>[] {
  const match = CURSOR.exec(Buffer.from(cursor, 'base64url').toString());
  const due = match?.[1] === undefined ? null : new Date(match[1]);
  if (due === null || Number.isNaN(due.getTime()))
    throw new DomainError('INPUT_INVALID', { problem: 'the cursor is not one of ours' }, 'after');
  return [{ [plan.field]: due, _id: { $gt: match?.[2] } }, { [plan.field]: { $gt: due } }];
}

function cursorOf(row: Stored, field: string): string {
  const due = (row as Stored & Record<string, Date>)[field];
  return Buffer.from(`due:${due?.toISOString()}|${row._id}`).toString('base64url');
}

async function countUpToCap(model: ReturnType<Database['model']>, filter: Record<string, unknown>): Promise<number | null> {
  const counted = await model.countDocuments(filter as never).limit(COUNT_CAP + 1);
  return counted > COUNT_CAP ? null : counted;
}
