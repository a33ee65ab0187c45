import { invariant, quarterOf, quarterRange, quartersAfter, quartersBetween } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { compare, exact, fraction, plus, toFourPlaces } from '../appraisal/fraction.js';
import { criteriaOf, levelAbove, MOST_QUARTERS } from '../career/ladder.js';
import type { CareerLadder, Level, LevelCriteria } from '../career/ladder.js';

/**
 * Whether a person may be promoted to the next level of the ladder, with every reason for and against and the sheets, violations and trainings it was read
 * from [5.7]. What is not known speaks against: nobody is promoted on a figure that is missing. A severe violation blocks, whatever else is good [5.4].
 */
export const PROMOTION_CRITERIA = [
  'TIME_ON_LEVEL',
  'SCORES',
  'SEVERE_VIOLATIONS',
  'TRAINING_HOURS',
  'TRAINED_TOPICS',
  'OVERDUE_RATE',
] as const;
export type PromotionCriterion = (typeof PROMOTION_CRITERIA)[number];

/** What is read of a closed sheet. Sheets that were closed before overdue loans were counted lack the two amounts. */
export interface ClosedSheet {
  readonly id: string;
  readonly quarter: string;
  readonly total: number;
  readonly trainingHours: number;
  readonly overdueFen: number | null;
  readonly outstandingFen: number | null;
}

export interface PromotionFacts {
  readonly employeeId: string;
  readonly level: Level;
  readonly since: LocalDate;
  /** The last closed ones, newest first. */
  readonly sheets: readonly ClosedSheet[];
  readonly severe: readonly { readonly violationId: string; readonly quarter: string }[];
  readonly trained: readonly { readonly sessionId: string; readonly topic: string; readonly evaluatedOn: string }[];
}

/** One reason, for or against. */
export interface Finding {
  readonly criterion: PromotionCriterion;
  readonly met: boolean;
  /** As the ladder asks for it, and as it is: counts, points, percent or topics. */
  readonly needed: string;
  readonly actual: string;
  readonly sheetIds: readonly string[];
  /** Violations or training sessions. */
  readonly aboutIds: readonly string[];
}

export interface Eligibility {
  readonly employeeId: string;
  readonly ladderId: string;
  readonly level: Level;
  /** Null on the highest level. */
  readonly target: Level | null;
  readonly eligible: boolean;
  /** By a severe violation: no exception helps. */
  readonly blocked: boolean;
  readonly findings: readonly Finding[];
}

export function eligibilityOf(facts: PromotionFacts, ladder: Pick<CareerLadder, 'id' | 'levels'>, today: LocalDate): Eligibility {
  const { employeeId, level } = facts;
  const target = levelAbove(level);
  const none = { employeeId, ladderId: ladder.id, level, target, eligible: false, blocked: false, findings: [] };
  if (target === null) return none;
  const criteria = criteriaOf(ladder, target);
  invariant(criteria, `a ladder without criteria for ${target}`);
  const findings = [
    timeOnLevel(facts, criteria, today),
    scores(facts, criteria),
    severeViolations(facts, criteria, today),
    trainingHours(facts, criteria),
    trainedTopics(facts, criteria, today),
    ...overdue(facts, criteria),
  ];
  const blocked = findings.some(({ criterion, met }) => criterion === 'SEVERE_VIOLATIONS' && !met);
  return { ...none, eligible: findings.every(({ met }) => met), blocked, findings };
}

/** What is read of a person's sheets; who may not see the sheets sees only whether it is enough. */
const OF_SHEETS: readonly PromotionCriterion[] = ['SCORES', 'TRAINING_HOURS', 'OVERDUE_RATE'];

/** The same reasons without the figures, for who leads the person without a right to his sheets [5.5]. */
export function withoutFigures(eligibility: Eligibility): Eligibility {
  const hidden = (one: Finding): Finding => (OF_SHEETS.includes(one.criterion) ? { ...one, actual: HIDDEN } : one);
  return { ...eligibility, findings: eligibility.findings.map(hidden) };
}

const HIDDEN = '***';

/** The first quarter of those that end with today's and are `count` long. */
export function quarterBack(today: LocalDate, count: number): string {
  return quartersAfter(quarterOf(today), 1 - count);
}

/** Facts older than this never matter, whatever a ladder asks for. */
export const oldestQuarter = (today: LocalDate): string => quarterBack(today, MOST_QUARTERS + 1);

function timeOnLevel({ since }: PromotionFacts, { quartersAtLevel }: LevelCriteria, today: LocalDate): Finding {
  const begun = quarterOf(since);
  const partial = quarterRange(begun).from === since ? 0 : 1;
  const whole = Math.max(0, quartersBetween(begun, quarterOf(today)) - partial);
  return finding('TIME_ON_LEVEL', whole >= quartersAtLevel, { needed: String(quartersAtLevel), actual: String(whole) });
}

function scores({ sheets }: PromotionFacts, { closedQuarters, leastScore }: LevelCriteria): Finding {
  const looked = sheets.slice(0, closedQuarters);
  const met = looked.length === closedQuarters && looked.every(({ total }) => total >= leastScore);
  const actual = looked.map(({ quarter, total }) => `${quarter}: ${total}`).join(', ') || '-';
  return finding('SCORES', met, { needed: `${closedQuarters} x ${leastScore}`, actual, sheetIds: idsOf(looked) });
}

function severeViolations({ severe }: PromotionFacts, { severeFreeQuarters }: LevelCriteria, today: LocalDate): Finding {
  const from = quarterBack(today, severeFreeQuarters);
  const found = severe.filter(({ quarter }) => quarter >= from);
  const actual = found.map(({ quarter }) => quarter).join(', ') || '0';
  return finding('SEVERE_VIOLATIONS', found.length === 0, {
    ...{ needed: `0 since ${from}`, actual },
    aboutIds: found.map(({ violationId }) => violationId),
  });
}

function trainingHours({ sheets }: PromotionFacts, { closedQuarters, trainingHours: least }: LevelCriteria): Finding {
  const looked = sheets.slice(0, closedQuarters);
  const hours = looked.reduce((sum, sheet) => plus(sum, exact(sheet.trainingHours)), fraction(0));
  const met = compare(hours, exact(least)) >= 0;
  return finding('TRAINING_HOURS', met, { needed: String(least), actual: String(toFourPlaces(hours)), sheetIds: idsOf(looked) });
}

function trainedTopics({ trained }: PromotionFacts, { closedQuarters, trainedTopics: asked }: LevelCriteria, today: LocalDate): Finding {
  const { from } = quarterRange(quarterBack(today, closedQuarters + 1));
  const counted = trained.filter(({ topic, evaluatedOn }) => evaluatedOn >= from && (asked as readonly string[]).includes(topic));
  const known = new Set(counted.map(({ topic }) => topic));
  return finding('TRAINED_TOPICS', known.size === asked.length, {
    needed: asked.join(', ') || '-',
    actual: [...known].sort().join(', ') || '-',
    aboutIds: counted.map(({ sessionId }) => sessionId),
  });
}

function overdue({ sheets }: PromotionFacts, { mostOverdueBp }: LevelCriteria): Finding[] {
  if (mostOverdueBp === null) return [];
  const last = sheets[0];
  const needed = `<= ${mostOverdueBp} bp`;
  if (!last || last.overdueFen === null || last.outstandingFen === null)
    return [finding('OVERDUE_RATE', false, { needed, actual: 'not known', sheetIds: last ? [last.id] : [] })];
  // Overdue / outstanding against a limit in basis points, as whole numbers.
  const met = BigInt(last.overdueFen) * 10_000n <= BigInt(mostOverdueBp) * BigInt(last.outstandingFen);
  return [finding('OVERDUE_RATE', met, { needed, actual: `${last.overdueFen} / ${last.outstandingFen} fen`, sheetIds: [last.id] })];
}

const idsOf = (sheets: readonly ClosedSheet[]): readonly string[] => sheets.map(({ id }) => id);

function finding(
  criterion: PromotionCriterion,
  met: boolean,
  said: Pick<Finding, 'needed' | 'actual'> & Partial<Pick<Finding, 'sheetIds' | 'aboutIds'>>,
): Finding {
  return { criterion, met, sheetIds: [], aboutIds: [], ...said };
}
