// The worth of the shipped scorecard, computed again from the applications: the same figures to the last digit that its provenance states, and enough.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { individualFittedV1Provenance as stated } from '@weilend/risk-service/domain/scorecard/individual-fitted-v1.js';
import { readApplications } from '../../services/risk/scorecard/applications.ts';
import { rounded } from '../../services/risk/scorecard/evaluate.ts';
import { ATTRIBUTES } from '../../services/risk/scorecard/fit/attributes.ts';
import { crossValidate, mean } from '../../services/risk/scorecard/fit/cross-validate.ts';
import { RECIPE } from '../../services/risk/scorecard/fit/fit-card.ts';
import type { Figures } from '../lib/named-scripts.ts';

const LEAST_AUC = 0.78;

export async function proveScorecard(say: (line: string) => void): Promise<Figures> {
  const { applications, sha256 } = readApplications(
    await readFile(join(import.meta.dirname, '../../services/risk/scorecard/credit-applications.csv')),
  );
  if (sha256 !== stated.dataSha256) throw new Error('the applications are not those that the card was fitted on');
  const seeds = stated.validationSeeds.map((seed) => {
    const figures = crossValidate(applications, ATTRIBUTES, { recipe: RECIPE, seed, folds: stated.folds });
    say(`seed ${seed}: AUC ${figures.auc.toFixed(4)}`);
    return figures;
  });
  const auc = rounded(mean(seeds.map((one) => one.auc)));
  const ks = rounded(mean(seeds.map((one) => one.ks)));
  if (auc !== stated.aucCrossValidated || ks !== stated.ksCrossValidated)
    throw new Error(
      `AUC ${auc} and KS ${ks} are not those that the card states (${stated.aucCrossValidated} and ${stated.ksCrossValidated})`,
    );
  if (auc < LEAST_AUC) throw new Error(`an AUC of ${auc} is below ${LEAST_AUC}`);
  return { applications: applications.length, auc, ks, aucBySeed: seeds.map((one) => rounded(one.auc)) };
}
