// What clients would notice of a change of the graph, and which of it was accepted on purpose.
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { apiSchemaOf } from './compose.ts';

export interface BreakingChange {
  /** The whole change in one sentence; also the key under which it is accepted. */
  readonly change: string;
  readonly why: string;
}

/** An entry of gateway/accepted-schema-changes.json. */
export interface AcceptedChange {
  readonly change: string;
  readonly reason: string;
  /** Day of the decision, YYYY-MM-DD. */
  readonly date: string;
}

export const acceptedPath = 'gateway/accepted-schema-changes.json';

/** @param before and `after` are supergraphs; what is inaccessible to clients does not count */
export async function findBreakingChanges(before: string, after: string): Promise<BreakingChange[]> {
  const changes = await diff(apiSchemaOf(before), apiSchemaOf(after));
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map(({ message, criticality }) => ({ change: message, why: criticality.reason ?? 'a client that uses it breaks' }));
}

/** Problems of the list itself: an acceptance without a reason or a day is no decision. */
export function judgeAccepted(accepted: readonly AcceptedChange[]): string[] {
  return accepted.flatMap(({ change, reason, date }) => {
    if (!change) return [`${acceptedPath}: an entry names no change`];
    if (!reason || reason.trim().length < 10) return [`${acceptedPath}: "${change}" has no reason`];
    return /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(date)) ? [] : [`${acceptedPath}: "${change}" has no date`];
  });
}

export function notAccepted(changes: readonly BreakingChange[], accepted: readonly AcceptedChange[]): BreakingChange[] {
  const known = new Set(accepted.map(({ change }) => change));
  return changes.filter(({ change }) => !known.has(change));
}
