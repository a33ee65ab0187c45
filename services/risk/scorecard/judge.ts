// What a known card is worth on a file of applications whose outcomes are known.
import { CARDS } from '@weilend/risk-service/domain/scorecard/scorecards.js';
import { score } from '@weilend/risk-service/domain/scorecard/score.js';
import type { Scorecard } from '@weilend/risk-service/domain/scorecard/scorecard.js';
import { Problem } from '../../../infra/local/problem.ts';
import type { Application } from './applications.ts';
import { aucOf, ksOf } from './measures/separation.ts';

export interface Judgement {
  readonly rows: number;
  readonly auc: number;
  readonly ks: number;
  /** By grade, the best first; knock-outs and refer rules count as they would in the system. */
  readonly outcomes: readonly { readonly recommendation: string; readonly rows: number; readonly bads: number }[];
}

/** The newest version of a card. @throws Problem when there is none of this id. */
export function cardNamed(id: string): Scorecard {
  const versions = CARDS.filter((card) => card.id === id).sort((one, other) => other.version - one.version);
  const ids = [...new Set(CARDS.map((card) => card.id))];
  if (!versions[0]) throw new Problem(`There is no card ${id}: choose one of ${ids.join(', ')}.`);
  return versions[0];
}

/** Scores with a clean bureau report, as the file has none. @throws Problem when the file has only one outcome. */
export function judge(applications: readonly Application[], card: Scorecard): Judgement {
  const scored = applications.map(({ facts, isBad }) => {
    const found = score({ ...facts, bureauScore: 700, bureauSeriousDelinquency: false }, card);
    return { score: found.score, recommendation: found.recommendation, isBad };
  });
  const bads = scored.filter(({ isBad }) => isBad).length;
  if (bads === 0 || bads === scored.length)
    throw new Problem('The file must hold good and bad applications: with one outcome alone nothing can be told apart.');
  const outcomes = [...card.grades.map(({ recommendation }) => recommendation), 'REFER'].map((recommendation) => {
    const inside = scored.filter((one) => one.recommendation === recommendation);
    return { recommendation, rows: inside.length, bads: inside.filter(({ isBad }) => isBad).length };
  });
  return { rows: scored.length, auc: aucOf(scored), ks: ksOf(scored).ks, outcomes };
}
