// How two departments work together, in figures that a manager can act on: how much work went from one to the other, how long it took, how
// much of it was on time, how much came back. Times are working time without pauses.
import type { Department } from '@weilend/kernel';
import type { HandoffState } from './handoff.machine.js';

export interface CountedHandoff {
  readonly from: Department;
  readonly to: Department;
  readonly state: HandoffState;
  readonly dueAt: Date | null;
  readonly closedAt: Date | null;
  /** Working milliseconds; null while open. */
  readonly workedMs: number | null;
}

export interface PairStatistics {
  readonly from: Department;
  readonly to: Department;
  /** All work given, open or closed. */
  readonly volume: number;
  readonly open: number;
  readonly completed: number;
  readonly returned: number;
  readonly recalled: number;
  /** Working minutes of closed work; null when nothing was closed. */
  readonly medianMinutes: number | null;
  readonly p90Minutes: number | null;
  /** Share of closed work that was on time, 0 to 1; null when nothing was closed. */
  readonly onTimeShare: number | null;
}

const MINUTE_MS = 60_000;

/** One row per pair, sorted by sender and receiver. Recalled work counts in the volume, not in times and punctuality. */
export function pairStatistics(rows: readonly CountedHandoff[]): readonly PairStatistics[] {
  const pairs = new Map<string, CountedHandoff[]>();
  for (const row of rows) {
    const key = `${row.from}>${row.to}`;
    const group = pairs.get(key);
    if (group) group.push(row);
    else pairs.set(key, [row]);
  }
  return [...pairs.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => statisticsOf(group));
}

/** Nearest-rank percentile of an unsorted list; null for an empty one. `share` in (0, 1]. */
export function percentile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}

function statisticsOf(group: readonly CountedHandoff[]): PairStatistics {
  const [first] = group as readonly [CountedHandoff, ...CountedHandoff[]];
  const count = (state: HandoffState): number => group.filter((row) => row.state === state).length;
  const judged = group.filter((row) => row.state === 'COMPLETED' || row.state === 'RETURNED');
  const minutes = judged.flatMap((row) => (row.workedMs === null ? [] : [row.workedMs / MINUTE_MS]));
  const dated = judged.filter((row) => row.dueAt && row.closedAt);
  const onTime = dated.filter((row) => row.closedAt && row.dueAt && row.closedAt.getTime() <= row.dueAt.getTime());
  const closed = count('COMPLETED') + count('RETURNED') + count('RECALLED');
  return {
    from: first.from,
    to: first.to,
    volume: group.length,
    open: group.length - closed,
    completed: count('COMPLETED'),
    returned: count('RETURNED'),
    recalled: count('RECALLED'),
    medianMinutes: percentile(minutes, 0.5),
    p90Minutes: percentile(minutes, 0.9),
    onTimeShare: dated.length === 0 ? null : onTime.length / dated.length,
  };
}
