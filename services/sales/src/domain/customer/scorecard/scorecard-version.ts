import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { Criterion } from './criterion.js';
import { gradeScorecardV1 } from './grade.js';
import type { GradeScorecard } from './grade.js';
import { scorecardMachine } from './scorecard.machine.js';
import type { ScorecardState } from './scorecard.machine.js';

// What weighs how much in the grade of a customer is data of the company: weights and limits as a version in force from a date. The first
// version comes with the product. Every grade names the version that it was given by.

export interface ScorecardVersion {
  readonly id: string;
  readonly version: number;
  /** Rises with every proposal; the first proposed one is 2, after the one that comes with the product. */
  readonly no: number;
  readonly state: ScorecardState;
  readonly weights: readonly { readonly criterion: string; readonly weightPercent: number }[];
  readonly atLeast: { readonly A: number; readonly B: number };
  readonly effectiveFrom: LocalDate;
  readonly reason: string;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly decisionNote: string | null;
}

export type ScorecardContent = Pick<ScorecardVersion, 'weights' | 'atLeast' | 'effectiveFrom'>;

const CRITERIA: ReadonlyMap<string, Criterion> = new Map(gradeScorecardV1.criteria.map(({ criterion }) => [criterion.id, criterion]));
export const CRITERION_IDS: readonly string[] = [...CRITERIA.keys()];
const WHOLE = 100;

/** Throws SCORECARD_INVALID naming what is wrong, or SCORECARD_TOO_EARLY. */
export function checkScorecard({ weights, atLeast, effectiveFrom }: ScorecardContent, today: LocalDate): void {
  const named = weights.map(({ criterion }) => criterion);
  const invalid = (problem: string, field: string): DomainError => new DomainError('SCORECARD_INVALID', { problem }, field);
  if (named.length !== CRITERIA.size || CRITERION_IDS.some((id) => !named.includes(id))) throw invalid('CRITERIA', 'weights');
  if (weights.some(({ weightPercent }) => !Number.isSafeInteger(weightPercent) || weightPercent < 0)) throw invalid('WEIGHT', 'weights');
  if (weights.reduce((sum, { weightPercent }) => sum + weightPercent, 0) !== WHOLE) throw invalid('SUM', 'weights');
  const limits = [atLeast.A, atLeast.B];
  if (limits.some((limit) => !Number.isSafeInteger(limit) || limit < 1 || limit > WHOLE)) throw invalid('LIMITS', 'atLeastA');
  if (atLeast.A <= atLeast.B) throw invalid('ORDER', 'atLeastA');
  if (effectiveFrom < today) throw new DomainError('SCORECARD_TOO_EARLY', { today }, 'effectiveFrom');
}

/** Puts a proposal in force or turns it down. Throws SCORECARD_SAME_PERSON, SCORECARD_TOO_EARLY or ILLEGAL_TRANSITION. */
export function decideScorecard(
  proposed: ScorecardVersion,
  decision: { readonly publish: boolean; readonly by: string; readonly at: Date; readonly note: string | null },
  today: LocalDate,
): ScorecardVersion {
  const state = scorecardMachine.next(proposed.state, decision.publish ? 'publish' : 'reject');
  if (decision.publish) {
    if (decision.by === proposed.proposedBy) throw new DomainError('SCORECARD_SAME_PERSON', {}, 'scorecardId');
    checkScorecard(proposed, today);
  }
  return { ...proposed, state, decidedBy: decision.by, decidedAt: decision.at, decisionNote: decision.note };
}

/** The version that counts on a day: the latest published one whose day has come, or the one that comes with the product. */
export function scorecardInForce(versions: readonly ScorecardVersion[], on: LocalDate): GradeScorecard {
  const [latest] = versions
    .filter((version) => version.state === 'published' && version.effectiveFrom <= on)
    .toSorted((a, b) => b.no - a.no);
  if (!latest) return gradeScorecardV1;
  const criteria = latest.weights.flatMap(({ criterion: id, weightPercent }) => {
    const criterion = CRITERIA.get(id);
    return criterion ? [{ criterion, weightPercent }] : [];
  });
  return { version: latest.no, criteria, atLeast: latest.atLeast };
}
