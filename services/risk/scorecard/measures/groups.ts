// Applications by bands of their score: how many, and how many of them turned out bad.
import type { Scored } from './separation.ts';
import { bandOf } from './stability.ts';

export interface Group {
  /** Scores `from <= score < below`; null at the open ends. */
  readonly from: number | null;
  readonly below: number | null;
  readonly rows: number;
  readonly bads: number;
  readonly averageScore: number;
}

/** One group for each band between the limits, the lowest scores first; a group may be empty. */
export function groupsOf(scored: readonly Scored[], limits: readonly number[]): Group[] {
  return [null, ...limits].map((from, band) => {
    const inside = scored.filter(({ score }) => bandOf(score, limits) === band);
    const total = inside.reduce((sum, { score }) => sum + score, 0);
    return {
      from,
      below: limits[band] ?? null,
      rows: inside.length,
      bads: inside.filter(({ isBad }) => isBad).length,
      averageScore: inside.length === 0 ? 0 : total / inside.length,
    };
  });
}

export const badRateOf = ({ rows, bads }: Pick<Group, 'rows' | 'bads'>): number => (rows === 0 ? 0 : bads / rows);

export function groupName({ from, below }: Group): string {
  if (from === null) return below === null ? 'all' : `below ${below}`;
  return below === null ? `${from} and more` : `${from} to ${below - 1}`;
}
