import { addDays, quarterOf, quarterRange } from '@weilend/kernel';
import { difference, fractionOf, mean, rounded, sum, times, ZERO } from './fraction.js';
import type { Fraction } from './fraction.js';

/**
 * Whether a training helped (培训效果): how the appraisal scores of those who attended changed from the quarter before to the quarter after,
 * against colleagues who did not attend, hold the same roles and stood in the same band of ten points before [6.8, 6.9]. People without a
 * comparable colleague, or without both scores, are left out and counted; below the policy's number of people nothing is claimed.
 */
export interface PersonScores {
  readonly employeeId: string;
  /** Roles held when the quarter before was closed. */
  readonly level: string;
  readonly before: number;
  readonly after: number;
}

export interface EffectFigures {
  /** Mean changes and their difference in points, four decimals. */
  readonly attendeesChange: number;
  readonly othersChange: number;
  readonly effect: number;
}

export interface TrainingEffect {
  readonly beforeQuarter: string;
  readonly afterQuarter: string;
  readonly attendees: number;
  /** Of those, with both scores; and of those, with somebody comparable. */
  readonly scored: number;
  readonly compared: number;
  readonly others: number;
  readonly least: number;
  /** Why nothing is claimed; null when something is. */
  readonly silentBecause: 'TOO_FEW_ATTENDEES' | 'TOO_FEW_OTHERS' | null;
  readonly figures: EffectFigures | null;
}

const BAND = 10;

export interface EffectQuestion {
  /** The quarter in which the training was held. */
  readonly quarter: string;
  readonly attendeeIds: ReadonlySet<string>;
  /** Trained in the same topic at another time of these quarters: no measure of what happens without training. */
  readonly trainedElsewhere: ReadonlySet<string>;
  readonly least: number;
}

/** The quarters whose scores are compared. Throws DomainError QUARTER_INVALID. */
export function comparedQuarters(quarter: string): { readonly before: string; readonly after: string } {
  const { from, to } = quarterRange(quarter);
  return { before: quarterOf(addDays(from, -1)), after: quarterOf(addDays(to, 1)) };
}

export function trainingEffect(question: EffectQuestion, people: readonly PersonScores[]): TrainingEffect {
  const { before: beforeQuarter, after: afterQuarter } = comparedQuarters(question.quarter);
  const { attendeeIds, trainedElsewhere, least } = question;
  const attended = people.filter(({ employeeId }) => attendeeIds.has(employeeId));
  const notTrained = people.filter(({ employeeId }) => !attendeeIds.has(employeeId) && !trainedElsewhere.has(employeeId));
  const othersBy = changesBy(notTrained);
  const cells = [...changesBy(attended)].flatMap(([cell, own]) => {
    const theirs = othersBy.get(cell);
    return theirs ? [{ own, theirs }] : [];
  });
  const compared = cells.reduce((count, { own }) => count + own.length, 0);
  const others = cells.reduce((count, { theirs }) => count + theirs.length, 0);
  const silentBecause = compared < Math.max(least, 1) ? 'TOO_FEW_ATTENDEES' : others < least ? 'TOO_FEW_OTHERS' : null;
  const sizes = { attendees: attendeeIds.size, scored: attended.length, compared, others, least };
  return { beforeQuarter, afterQuarter, ...sizes, silentBecause, figures: silentBecause ? null : figuresOf(cells, compared) };
}

/** Each cell's colleagues count as often as its attendees, so that both sides stood alike before. */
function figuresOf(cells: readonly { own: readonly number[]; theirs: readonly number[] }[], compared: number): EffectFigures {
  let own: Fraction = ZERO;
  let theirs: Fraction = ZERO;
  for (const cell of cells) {
    own = sum(own, fractionOf(cell.own.reduce((total, change) => total + change, 0)));
    theirs = sum(theirs, times(mean(cell.theirs), fractionOf(cell.own.length)));
  }
  const share = fractionOf(1, compared);
  const [attendees, others] = [times(own, share), times(theirs, share)];
  return { attendeesChange: rounded(attendees), othersChange: rounded(others), effect: rounded(difference(attendees, others)) };
}

function changesBy(people: readonly PersonScores[]): Map<string, number[]> {
  const cells = new Map<string, number[]>();
  for (const { level, before, after } of people) {
    const cell = `${level} ${Math.floor(before / BAND)}`;
    cells.set(cell, [...(cells.get(cell) ?? []), after - before]);
  }
  return cells;
}
