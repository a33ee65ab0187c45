import { DomainError } from '@weilend/kernel';
import { MAX_FIRST } from '@weilend/mongo';
import type { Database, Page, PageRequest, Stored } from '@weilend/mongo';

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
const COUNT_CAP = 10_000;
const CURSOR = /^due:([^|]{10,30})\|([a-z]{3}_[0-9a-z]{26})$/;

/**
 * One page of what is owed, most overdue first, served by the index of the deadline: the cursor is the due moment with the id, so that a late
 * page costs as much as the first. Throws DomainError INPUT_INVALID for a bad cursor or size.
 */
export async function duePageOf<T>(model: ReturnType<Database['model']>, request: PageRequest, plan: DuePlan<T>): Promise<Page<T>> {
  const first = request.first ?? DEFAULT_FIRST;
  if (first < 1 || first > MAX_FIRST)
    throw new DomainError('INPUT_INVALID', { problem: `first must be between 1 and ${MAX_FIRST}` }, 'first');
  const owed = { [plan.field]: { $type: plan.type, ...(plan.until ? { $lte: plan.until } : {}) } };
  const rows = await model
    .find({ $and: [plan.filter, owed, ...(request.after ? beyond(plan, request.after) : [])] } as never)
    .sort({ [plan.field]: 1, _id: 1 })
    .limit(first + 1)
    .lean<Stored[]>()
    .exec();
  const edges = rows.slice(0, first).map((row) => ({ cursor: cursorOf(row, plan.field), node: plan.map(row) }));
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null },
    get totalCount() {
      return countUpToCap(model, { $and: [plan.filter, owed] });
    },
  };
}

/** What comes after a row: the bound of the index first, then the rest of the same moment. */
function beyond<T>(plan: DuePlan<T>, cursor: string): Record<string, unknown>[] {
  const match = CURSOR.exec(Buffer.from(cursor, 'base64url').toString());
  const due = match?.[1] === undefined ? null : plan.type === 'date' ? new Date(match[1]) : match[1];
  if (due === null || (due instanceof Date && Number.isNaN(due.getTime())))
    throw new DomainError('INPUT_INVALID', { problem: 'the cursor is not one of ours' }, 'after');
  return [{ [plan.field]: { $gte: due } }, { $or: [{ [plan.field]: { $gt: due } }, { _id: { $gt: match?.[2] } }] }];
}

function cursorOf(row: Stored, field: string): string {
  const due = (row as Stored & Record<string, Due>)[field];
  return Buffer.from(`due:${due instanceof Date ? due.toISOString() : due}|${row._id}`).toString('base64url');
}

async function countUpToCap(model: ReturnType<Database['model']>, filter: Record<string, unknown>): Promise<number | null> {
  const counted = await model.countDocuments(filter as never).limit(COUNT_CAP + 1);
  return counted > COUNT_CAP ? null : counted;
}
