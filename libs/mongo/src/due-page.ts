import { DomainError } from '@weilend/kernel';
import type { Database, Stored } from './database.js';
import { countUpToCap, MAX_FIRST } from './page.js';
import type { Page, PageRequest } from './page.js';

type Due = string | Date;

export interface DuePlan<T> {
  /** Top-level field that says when something is due. */
  readonly field: string;
  readonly type: 'string' | 'date';
  /** The owner, and what else the index holds. */
  readonly filter: Record<string, unknown>;
  /** Only what is due until then; everything that is owed when left out. */
  readonly until?: Due | null;
  readonly map: (row: Stored) => T;
}

const DEFAULT_FIRST = 20;
const CURSOR = /^due:([^|]{10,30})\|([a-z]{3}_[0-9a-z]{26})$/;

/**
 * One page of what is owed, most overdue first, served by the index of the deadline: the cursor is the due moment with the id, so that a late
 * page costs as much as the first. Throws DomainError INPUT_INVALID for a bad cursor or size.
 */
export function duePageOf<T>(model: ReturnType<Database['model']>, request: PageRequest, plan: DuePlan<T>): Promise<Page<T>> {
  const { field, type, until, map } = plan;
  const owed = { [field]: { $type: type, ...(until ? { $lte: until } : {}) } };
  return pageBy(model, request, { field, type, direction: 1, filter: { $and: [plan.filter, owed] }, map });
}

/** One page by a day and then by id, the latest first: for lists whose rows are written long before or after the day they are about. */
export function pageByDay<T>(
  model: ReturnType<Database['model']>,
  request: PageRequest,
  plan: Omit<DuePlan<T>, 'type' | 'until'>,
): Promise<Page<T>> {
  return pageBy(model, request, { ...plan, type: 'string', direction: -1 });
}

interface FieldPlan<T> extends Omit<DuePlan<T>, 'until'> {
  readonly direction: 1 | -1;
}

async function pageBy<T>(model: ReturnType<Database['model']>, request: PageRequest, plan: FieldPlan<T>): Promise<Page<T>> {
  const { field, direction, filter, map } = plan;
  const first = request.first ?? DEFAULT_FIRST;
  if (first < 1 || first > MAX_FIRST)
    throw new DomainError('INPUT_INVALID', { problem: `first must be between 1 and ${MAX_FIRST}` }, 'first');
  const rows: Stored[] = [];
  for (const part of request.after ? beyond(plan, request.after) : [{}]) {
    const missing = first + 1 - rows.length;
    if (missing > 0) rows.push(...(await rowsOf(model, { filter: { $and: [filter, part] }, field, direction, limit: missing })));
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
  { filter, field, direction, limit }: { filter: Record<string, unknown>; field: string; direction: 1 | -1; limit: number },
): Promise<Stored[]> {
  return model
    .find(filter as never)
    .sort({ [field]: direction, _id: direction })
    .limit(limit)
    .lean<Stored[]>()
    .exec();
}

/** What comes after a row: the rest of its moment, then what is beyond it. Two questions, because one with both would read the whole moment again. */
function beyond<T>(plan: FieldPlan<T>, cursor: string): readonly Record<string, unknown>[] {
  const match = CURSOR.exec(Buffer.from(cursor, 'base64url').toString());
  const due = match?.[1] === undefined ? null : plan.type === 'date' ? new Date(match[1]) : match[1];
  if (due === null || (due instanceof Date && Number.isNaN(due.getTime())))
    throw new DomainError('INPUT_INVALID', { problem: 'the cursor is not one of ours' }, 'after');
  const past = plan.direction === 1 ? '$gt' : '$lt';
  return [{ [plan.field]: due, _id: { [past]: match?.[2] } }, { [plan.field]: { [past]: due } }];
}

function cursorOf(row: Stored, field: string): string {
  const due = (row as Stored & Record<string, Due>)[field];
  return Buffer.from(`due:${due instanceof Date ? due.toISOString() : due}|${row._id}`).toString('base64url');
}
