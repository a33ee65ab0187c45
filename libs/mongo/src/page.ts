import { DomainError } from '@weilend/kernel';
import type { Model } from 'mongoose';
import type { Stored } from './database.js';

/** Largest page. */
export const MAX_FIRST = 100;
const DEFAULT_FIRST = 20;
const COUNT_CAP = 10_000;

export interface PageRequest {
  readonly first?: number | null;
  readonly after?: string | null;
}

/** One page in the shape of a Relay connection. */
export interface Page<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly nodes: readonly T[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  /** A getter: it counts only when read; null above 10 000. */
  readonly totalCount: Promise<number | null>;
}

export interface PagePlan<T> {
  readonly filter: Record<string, unknown>;
  readonly map: (row: Stored) => T;
  /** Newest first is -1 (default). Ids are time-ordered, so the id is the cursor. */
  readonly direction?: 1 | -1;
  /** The index to use, by its name, where the planner may take one that it has to sort after. */
  readonly hint?: string;
}

/** One page by id order, in one query. Throws DomainError INPUT_INVALID for a bad cursor or size. */
export async function pageOf<T>(model: Model<Stored>, request: PageRequest, plan: PagePlan<T>): Promise<Page<T>> {
  const first = request.first ?? DEFAULT_FIRST;
  if (first < 1 || first > MAX_FIRST)
    throw new DomainError('INPUT_INVALID', { problem: `first must be between 1 and ${MAX_FIRST}` }, 'first');
  const direction = plan.direction ?? -1;
  const beyond = request.after ? { _id: { [direction === 1 ? '$gt' : '$lt']: decodeCursor(request.after) } } : {};
  const rows = await model
    .find({ $and: [plan.filter, beyond] } as never)
    .sort({ _id: direction })
    .limit(first + 1)
    .setOptions(plan.hint === undefined ? {} : { hint: plan.hint })
    .lean<Stored[]>()
    .exec();
  const edges = rows.slice(0, first).map((row) => ({ cursor: encodeCursor(row._id), node: plan.map(row) }));
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null },
    get totalCount() {
      return countUpToCap(model, plan.filter);
    },
  };
}

/** How many match; null above 10 000. */
export async function countUpToCap(model: Model<Stored>, filter: Record<string, unknown>): Promise<number | null> {
  const counted = await model.countDocuments(filter as never).limit(COUNT_CAP + 1);
  return counted > COUNT_CAP ? null : counted;
}

export function encodeCursor(id: string): string {
  return Buffer.from(`after:${id}`).toString('base64url');
}

/** Throws DomainError INPUT_INVALID for a cursor that is not one of ours. */
export function decodeCursor(cursor: string): string {
  const text = Buffer.from(cursor, 'base64url').toString();
  if (!/^after:[a-z]{3}_[0-9a-z]{26}$/.test(text))
    throw new DomainError('INPUT_INVALID', { problem: 'the cursor is not one of ours' }, 'after');
  return text.slice('after:'.length);
}
