import { DomainError } from '@weilend/kernel';
import type { Page } from '@weilend/mongo';
import { MAX_FIRST } from '@weilend/mongo';

/** Where a page of a sorted list ends: the sorted value, and the id among equal ones. */
export interface SortCursor {
  readonly key: string | number;
  readonly id: string;
}

const DEFAULT_FIRST = 20;

/** Throws DomainError INPUT_INVALID. */
export function pageSize(first: number | null | undefined): number {
  const size = first ?? DEFAULT_FIRST;
  if (size < 1 || size > MAX_FIRST)
    throw new DomainError('INPUT_INVALID', { problem: `first must be between 1 and ${MAX_FIRST}` }, 'first');
  return size;
}

export const encodeSortCursor = ({ key, id }: SortCursor): string => Buffer.from(JSON.stringify([key, id])).toString('base64url');

/** Throws DomainError INPUT_INVALID for a cursor that is not one of this list; `kind` is what it is sorted by. */
export function decodeSortCursor(cursor: string, kind: 'string' | 'number'): SortCursor {
  const parsed = parse(Buffer.from(cursor, 'base64url').toString());
  const [key, id] = Array.isArray(parsed) && parsed.length === 2 ? (parsed as unknown[]) : [];
  if (typeof key !== kind || typeof id !== 'string')
    throw new DomainError('INPUT_INVALID', { problem: 'the cursor is not one of this list' }, 'after');
  return { key: key as string | number, id };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** A page of nodes with their cursors; the count is made only when it is read. */
export function sortedPage<T>(edges: Page<T>['edges'], hasNextPage: boolean, count: () => Promise<number | null>): Page<T> {
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: { hasNextPage, endCursor: edges.at(-1)?.cursor ?? null },
    get totalCount() {
      return count();
    },
  };
}
