import type { Band, Condition, DecisiveRule, Rating, Recommendation, Score, Scorecard, ScoreReason } from './scorecard.js';
import type { FactName, ScoringFacts } from './scoring-facts.js';

// Scores an application by a card. A knock-out rejects; a missing fact, a value the card does not know and a refer rule give the
// application to people; only a complete file is graded by its points. The same facts and the same card always give the same score.

type FactValue = string | number | boolean | null;

/** Points, rating, recommendation and the reason of every point. Never throws: what cannot be scored refers. */
export function score(facts: ScoringFacts, card: Scorecard): Score {
  const judged = attributesOf(card).map(([fact, bands]) => judge(fact, facts[fact], bands));
  const absent = card.required.filter((fact) => facts[fact] === null).map((fact) => reason('MISSING', fact, 'not verified'));
  const knockOuts = matching(card.knockOuts, facts).map((rule) => reason('KNOCK_OUT', rule.fact, rule.code));
  const refer = matching(card.refer, facts).map((rule) => reason('REFER', rule.fact, rule.code));
  const points = judged.reduce((total, one) => total + one.points, 0);
  const referred = refer.length > 0 || absent.length > 0 || judged.some((one) => one.kind !== 'POINTS');
  return {
    score: points,
    ...outcome(card, points, { knockedOut: knockOuts.length > 0, referred }),
    reasons: [...knockOuts, ...refer, ...absent, ...judged],
  };
}

/** The loan may be this risky at most when the recommendation is not the card's to give. */
function outcome(
  card: Scorecard,
  points: number,
  found: { knockedOut: boolean; referred: boolean },
): { rating: Rating; recommendation: Recommendation } {
  if (found.knockedOut) return { rating: 'HIGH', recommendation: 'REJECT' };
  const grade = card.grades.find((one) => points >= one.atLeast) ?? card.grades[card.grades.length - 1] ?? card.grades[0];
  if (found.referred) return { rating: grade.rating === 'LOW' ? 'MEDIUM' : grade.rating, recommendation: 'REFER' };
  return { rating: grade.rating, recommendation: grade.recommendation };
}

function attributesOf(card: Scorecard): (readonly [FactName, readonly Band[]])[] {
  return Object.entries(card.attributes) as (readonly [FactName, readonly Band[]])[];
}

function judge(fact: FactName, value: FactValue, bands: readonly Band[]): ScoreReason {
  if (value === null) return reason('MISSING', fact, 'not verified');
  const band = bands.find((candidate) => holds(candidate, value));
  return band
    ? { kind: 'POINTS', fact, detail: textOf(band), points: band.points }
    : reason('OUTSIDE', fact, 'the card knows no such value');
}

function matching(rules: readonly DecisiveRule[], facts: ScoringFacts): DecisiveRule[] {
  return rules.filter((rule) => {
    const value = facts[rule.fact];
    return value !== null && holds(rule, value);
  });
}

function holds(condition: Condition, value: string | number | boolean): boolean {
  if ('values' in condition) return condition.values.includes(value);
  return typeof value === 'number' && value >= (condition.from ?? -Infinity) && value < (condition.below ?? Infinity);
}

function textOf(condition: Condition): string {
  if ('values' in condition) return condition.values.join(' | ');
  return `${condition.from ?? ''}..${condition.below ?? ''}`;
}

function reason(kind: Exclude<ScoreReason['kind'], 'POINTS'>, fact: FactName, detail: string): ScoreReason {
  return { kind, fact, detail, points: 0 };
}
