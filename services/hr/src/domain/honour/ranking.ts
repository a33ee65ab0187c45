import { exact } from '../appraisal/fraction.js';
import type { Fraction } from '../appraisal/fraction.js';
import type { HonourRule } from './honour-rule.js';
import { compare, measureOf, textOf } from './measure.js';
import type { HonourMetric, HonourSheet } from './measure.js';

/**
 * The list of an honour [5.9]: everybody with a closed sheet in the period, the best first, each with what he is measured by, what decided between him and
 * the one before, and why he receives it or not. Who has a severe violation since the period began stays on the list with that reason and no place [5.4].
 */
export const OBSTACLES = ['SEVERE_VIOLATION', 'NOT_SELLING', 'QUARTERS_MISSING', 'BELOW_MINIMUM'] as const;
/** `NOT_SELLING`: has left, or leads the department. */
export type Obstacle = (typeof OBSTACLES)[number];

export interface RankingEntry {
  readonly employeeId: string;
  /** Equal people have the same place; null for who may not receive it. */
  readonly place: number | null;
  /** Of the rule's metric and of each tie-breaker, as text. */
  readonly values: readonly { readonly metric: HonourMetric; readonly value: string }[];
  /** What put him behind the one before: the metric itself or a tie-breaker; null for the first and for equals. */
  readonly decidedBy: HonourMetric | null;
  /** How many others are equal in everything and share the place. */
  readonly equals: number;
  readonly obstacles: readonly Obstacle[];
  /** What is below its minimum, the violations or the missing quarters. */
  readonly because: readonly string[];
  readonly receives: boolean;
  readonly shared: boolean;
  readonly sheetIds: readonly string[];
}

export interface HonourCandidate {
  readonly employeeId: string;
  readonly sheets: readonly HonourSheet[];
  /** Severe violations since the period began. */
  readonly severeIds: readonly string[];
  /** An active salesperson. */
  readonly selling: boolean;
}

interface Measured extends HonourCandidate {
  readonly measures: readonly (Fraction | null)[];
  readonly obstacles: readonly Obstacle[];
  readonly because: readonly string[];
}

type Ruling = Pick<HonourRule, 'metric' | 'minimums' | 'tieBreakers' | 'places' | 'whenEqual' | 'leastQuarters'>;

/** The same list whatever order the candidates come in. */
export function rank(rule: Ruling, candidates: readonly HonourCandidate[]): readonly RankingEntry[] {
  const metrics = [rule.metric, ...rule.tieBreakers];
  const measured = candidates.map((candidate) => measure(rule, metrics, candidate));
  const runners = measured.filter(({ obstacles }) => obstacles.length === 0).sort(byMeasures);
  const others = measured.filter(({ obstacles }) => obstacles.length > 0).sort(byMeasures);
  const entries = groupsOf(runners).flatMap((group) => placed(rule, metrics, group));
  return [
    ...entries,
    ...others.map((one) => ({ ...shown(one, metrics), place: null, decidedBy: null, equals: 0, receives: false, shared: false })),
  ];
}

function measure(rule: Ruling, metrics: readonly HonourMetric[], candidate: HonourCandidate): Measured {
  const { sheets, severeIds } = candidate;
  const low = rule.minimums.filter(({ metric, least }) => compare(measureOf(metric, sheets), exact(least)) < 0);
  const missing = sheets.length < rule.leastQuarters;
  const obstacles: Obstacle[] = [];
  if (severeIds.length > 0) obstacles.push('SEVERE_VIOLATION');
  if (!candidate.selling) obstacles.push('NOT_SELLING');
  if (missing) obstacles.push('QUARTERS_MISSING');
  if (low.length > 0) obstacles.push('BELOW_MINIMUM');
  const because = [
    ...[...severeIds].sort(),
    ...(missing ? [`${sheets.length} / ${rule.leastQuarters}`] : []),
    ...low.map(({ metric, least }) => `${metric}: ${textOf(measureOf(metric, sheets))} < ${least}`),
  ];
  return { ...candidate, measures: metrics.map((metric) => measureOf(metric, sheets)), obstacles, because };
}

interface Group {
  readonly members: readonly Measured[];
  /** How many are better. */
  readonly above: number;
  /** The measure that put them behind the group before; null for the first. */
  readonly decided: number | null;
}

/** Equals stand together. */
function groupsOf(sorted: readonly Measured[]): Group[] {
  const groups: { members: Measured[]; above: number; decided: number | null }[] = [];
  for (const [index, one] of sorted.entries()) {
    const before = sorted[index - 1];
    const decided = before ? decisive(before, one) : null;
    const last = groups.at(-1);
    if (last && decided === null) last.members.push(one);
    else groups.push({ members: [one], above: index, decided });
  }
  return groups;
}

/** Equals share their place; those who would go beyond the last one all receive it, or none of them, by the rule. */
function placed(rule: Ruling, metrics: readonly HonourMetric[], { members, above, decided }: Group): RankingEntry[] {
  const fits = above + members.length <= rule.places;
  const receives = above < rule.places && (fits || rule.whenEqual === 'SHARED');
  return members.map((one) => ({
    ...shown(one, metrics),
    place: above + 1,
    decidedBy: decided === null ? null : (metrics[decided] ?? null),
    equals: members.length - 1,
    receives,
    shared: receives && members.length > 1,
  }));
}

function shown({ employeeId, measures, obstacles, because, sheets }: Measured, metrics: readonly HonourMetric[]) {
  const values = metrics.map((metric, place) => ({ metric, value: textOf(measures[place] ?? null) }));
  return { employeeId, values, obstacles, because, sheetIds: sheets.map(({ id }) => id).sort() };
}

/** The index of the first measure in which two people differ, or null when they are equal in all. */
function decisive(a: Measured, b: Measured): number | null {
  const index = a.measures.findIndex((measure, place) => compare(measure, b.measures[place] ?? null) !== 0);
  return index === -1 ? null : index;
}

/** Best first; equals in the order of their ids, which only says who is written down first. */
function byMeasures(a: Measured, b: Measured): number {
  const index = decisive(a, b);
  if (index === null) return a.employeeId < b.employeeId ? -1 : 1;
  return -compare(a.measures[index] ?? null, b.measures[index] ?? null);
}
