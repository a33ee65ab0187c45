import { FACT_WORDS, wordsOf } from './score-words.js';
import type { Scorecard, ScoreReason } from './scorecard.js';
import type { StoredScore } from './scorecards.js';
import type { FactName } from './scoring-facts.js';

// An applicant who is turned down, or gets less than he asked for, has a right to know why. The explanation says of each attribute how many points it
// gave and how many it could have given, and puts into words what spoke most against the application: first what decides by itself, then what nobody
// could verify, then where the most points were lost.

export interface ExplainedAttribute {
  readonly fact: FactName;
  /** As the form calls it. */
  readonly name: string;
  readonly value: string;
  readonly points: number;
  /** The most that this attribute can give by the card. */
  readonly bestPoints: number;
}

export interface ScoreExplanation {
  readonly score: number;
  /** The most that the card can give. */
  readonly bestScore: number;
  /** Points to the next better grade; null in the best one. */
  readonly pointsToNextGrade: number | null;
  readonly attributes: readonly ExplainedAttribute[];
  /** For the applicant, in Chinese, the strongest first. */
  readonly reasonsAgainst: readonly string[];
}

/** Reasons that an applicant is told. */
const MOST_REASONS = 4;

/** What the stored score rests on, by the stored card that gave it. */
export function explainScore(stored: StoredScore, card: Scorecard): ScoreExplanation {
  const attributes = stored.reasons.filter(({ fact, kind }) => kind === 'POINTS' && fact in card.attributes).map(explained(stored, card));
  const silent = (Object.keys(card.attributes) as FactName[])
    .filter((fact) => !attributes.some((one) => one.fact === fact))
    .map((fact) => explained(stored, card)({ kind: 'MISSING', fact, detail: '', points: 0 }));
  const all = [...attributes, ...silent];
  const better = [...card.grades].reverse().find(({ atLeast }) => atLeast > stored.score);
  return {
    score: stored.score,
    bestScore: all.reduce((sum, { bestPoints }) => sum + bestPoints, 0),
    pointsToNextGrade: better ? better.atLeast - stored.score : null,
    attributes: all,
    reasonsAgainst: [...decisive(stored), ...lostPoints(attributes)].slice(0, MOST_REASONS),
  };
}

function explained({ inputs }: StoredScore, { attributes }: Scorecard): (reason: ScoreReason) => ExplainedAttribute {
  return ({ fact, points }) => ({
    fact,
    name: FACT_WORDS[fact],
    value: wordsOf(fact, inputs[fact]),
    points,
    bestPoints: Math.max(0, ...(attributes[fact] ?? []).map((band) => band.points)),
  });
}

/** What decided whatever the points say. */
function decisive({ reasons, inputs }: StoredScore): string[] {
  const said = (fact: FactName): string => `${FACT_WORDS[fact]}（${wordsOf(fact, inputs[fact])}）`;
  const of = (kind: ScoreReason['kind'], sentence: (fact: FactName) => string): string[] =>
    reasons.filter((one) => one.kind === kind).map(({ fact }) => sentence(fact));
  const found = [
    ...of('KNOCK_OUT', (fact) => `${said(fact)}不符合准入要求`),
    ...of('REFER', (fact) => `${said(fact)}需人工审核`),
    ...of('OUTSIDE', (fact) => `${said(fact)}超出评分卡范围，需人工审核`),
    ...of('MISSING', (fact) => `${FACT_WORDS[fact]}未能核实`),
  ];
  return [...new Set(found)];
}

/** The attributes that lost the most points, the greatest loss first; in the order of the card where they lost the same. */
function lostPoints(attributes: readonly ExplainedAttribute[]): string[] {
  return attributes
    .map((one) => ({ ...one, lost: one.bestPoints - one.points }))
    .filter(({ lost }) => lost > 0)
    .sort((one, other) => other.lost - one.lost)
    .map(({ name, value, lost }) => `${name}（${value}）比最佳情形少 ${lost} 分`);
}
