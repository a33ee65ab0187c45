import { DomainError, refuseAll } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { requireRead } from '../signature/second-signature.js';
import type { SecondSignature } from '../signature/second-signature.js';

/**
 * The career ladder of the sales department (职业发展通道): from trainee to sales manager, and what a person has to show for each step [6.10].
 * One person of hr publishes a ladder, another one approves it before its day; then it never changes and counts from that day on, so that everybody can see
 * by which rule somebody was promoted, and nobody bends the rule for a promotion that is about to be decided.
 */
export const LEVELS = ['TRAINEE', 'SALESPERSON', 'SENIOR_SALESPERSON', 'SUPERVISOR', 'MANAGER'] as const;
export type Level = (typeof LEVELS)[number];

export const TRAINING_TOPICS = ['INDUSTRY', 'PRODUCT', 'SALES_SKILLS', 'CUSTOMER_SERVICE', 'RISK_MANAGEMENT', 'LAW'] as const;
export type TrainingTopic = (typeof TRAINING_TOPICS)[number];

/** What is asked for a step up to a level. */
export interface LevelCriteria {
  /** Whole natural quarters on the level before. */
  readonly quartersAtLevel: number;
  /** So many of the person's last closed quarters are looked at. */
  readonly closedQuarters: number;
  /** Each of them scored at least this; 100 is on target. */
  readonly leastScore: number;
  /** No severe violation in so many quarters, the running one counted. */
  readonly severeFreeQuarters: number;
  /** Hours of evaluated training in the quarters looked at. */
  readonly trainingHours: number;
  /** Topics in which a training was evaluated in the quarters looked at. */
  readonly trainedTopics: readonly TrainingTopic[];
  /** Most of the outstanding amount that may be overdue at the end of the last of these quarters, in basis points; null asks nothing. */
  readonly mostOverdueBp: number | null;
}

export interface LadderLevel {
  readonly level: Level;
  /** Null for the level where everybody begins. */
  readonly criteria: LevelCriteria | null;
}

export interface CareerLadder {
  readonly id: string;
  readonly version: number;
  readonly effectiveFrom: LocalDate;
  readonly levels: readonly LadderLevel[];
  /** Why it was published. */
  readonly reason: string;
  readonly publishedBy: string;
  /** Null until somebody else has approved it: it does not count before. */
  readonly approvedBy: string | null;
}

export const MOST_QUARTERS = 12;
const MOST_SCORE = 120;
const MOST_HOURS = 1_000;
const ALL_BP = 10_000;
const LEAST_REASON = 4;

/** Refuses a ladder that lacks a level, asks for what nobody can show, or asks less of a higher level than of a lower one. */
export function checkLadder(ladder: Pick<CareerLadder, 'effectiveFrom' | 'levels' | 'reason'>, today: LocalDate): void {
  const found: DomainError[] = [...lateness(ladder, today)];
  if ([...ladder.reason.trim()].length < LEAST_REASON)
    found.push(new DomainError('LADDER_REASON_MISSING', { least: LEAST_REASON }, 'reason'));
  if (ladder.levels.map(({ level }) => level).join() !== LEVELS.join())
    found.push(new DomainError('LADDER_LEVELS', { levels: LEVELS }, 'levels'));
  else found.push(...ladder.levels.flatMap(wrongCriteria), ...falling(ladder.levels));
  refuseAll(found);
}

/** Throws LADDER_APPROVED, LADDER_SAME_PERSON, or LADDER_IN_THE_PAST when its day has come. */
export function approveLadder(ladder: CareerLadder, { by, today, version }: SecondSignature & { readonly today: LocalDate }): CareerLadder {
  const { approvedBy, publishedBy, effectiveFrom: from } = ladder;
  if (approvedBy !== null) throw new DomainError('LADDER_APPROVED', { from }, 'ladderId');
  requireRead({ version }, ladder);
  if (by === publishedBy) throw new DomainError('LADDER_SAME_PERSON', {}, 'ladderId');
  refuseAll(lateness(ladder, today));
  return { ...ladder, approvedBy: by };
}

function lateness({ effectiveFrom: from }: Pick<CareerLadder, 'effectiveFrom'>, today: LocalDate): DomainError[] {
  return from <= today ? [new DomainError('LADDER_IN_THE_PAST', { from }, 'effectiveFrom')] : [];
}

/** The level above, or null for the highest. */
export function levelAbove(level: Level): Level | null {
  return LEVELS[LEVELS.indexOf(level) + 1] ?? null;
}

/** What a ladder asks for a step up to a level. */
export function criteriaOf(ladder: Pick<CareerLadder, 'levels'>, level: Level): LevelCriteria | null {
  return ladder.levels.find((one) => one.level === level)?.criteria ?? null;
}

function wrongCriteria({ level, criteria }: LadderLevel, place: number): DomainError[] {
  if (place === 0) return criteria === null ? [] : [new DomainError('LADDER_FIRST_LEVEL', { level }, 'levels')];
  if (criteria === null) return [new DomainError('LADDER_CRITERIA_MISSING', { level }, 'levels')];
  const ranges: Readonly<Record<string, readonly [value: number, least: number, most: number]>> = {
    quartersAtLevel: [criteria.quartersAtLevel, 0, MOST_QUARTERS],
    closedQuarters: [criteria.closedQuarters, 1, MOST_QUARTERS],
    severeFreeQuarters: [criteria.severeFreeQuarters, 1, MOST_QUARTERS],
    leastScore: [criteria.leastScore, 0, MOST_SCORE],
    trainingHours: [criteria.trainingHours, 0, MOST_HOURS],
    mostOverdueBp: [criteria.mostOverdueBp ?? 0, 0, ALL_BP],
  };
  const outside = Object.entries(ranges).filter(([, [value, least, most]]) => !Number.isInteger(value) || value < least || value > most);
  const twice = new Set(criteria.trainedTopics).size !== criteria.trainedTopics.length;
  const fields = [...outside.map(([field]) => field), ...(twice ? ['trainedTopics'] : [])];
  return fields.length === 0 ? [] : [new DomainError('LADDER_CRITERIA_INVALID', { level, fields }, 'levels')];
}

/** A higher level never asks for a lower score than the one below it. */
function falling(levels: readonly LadderLevel[]): DomainError[] {
  const asked = levels.flatMap(({ level, criteria }) => (criteria ? [{ level, score: criteria.leastScore }] : []));
  const lower = asked.filter(({ score }, place) => score < (asked[place - 1]?.score ?? 0));
  return lower.map(({ level }) => new DomainError('LADDER_FALLS', { level }, 'levels'));
}
