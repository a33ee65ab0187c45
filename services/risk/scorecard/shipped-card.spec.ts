import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { individualFittedV1, individualFittedV1Provenance } from '@weilend/risk-service/domain/scorecard/individual-fitted-v1.js';
import { readApplications } from './applications.ts';
import { constantOf, moduleName, moduleOf } from './card-module.ts';
import { fitOn, rounded } from './evaluate.ts';
import { ATTRIBUTES } from './fit/attributes.ts';
import { RECIPE } from './fit/fit-card.ts';
import { cardNamed, judge } from './judge.ts';

const file = readApplications(readFileSync(join(import.meta.dirname, 'credit-applications.csv')));
const plan = {
  id: 'individual-fitted',
  version: 1,
  attributes: ATTRIBUTES,
  recipe: RECIPE,
  fittedOn: individualFittedV1Provenance.fittedOn,
};

describe('[4.10] the shipped card', () => {
  test('is what the fit yields from the file that it names', () => {
    expect(file.sha256).toBe(individualFittedV1Provenance.dataSha256);
    const { card, rules } = fitOn(file.applications, plan);
    expect(card).toEqual(individualFittedV1);
    expect(rules).toMatchObject({ ridge: individualFittedV1Provenance.ridge, leastChiSquare: individualFittedV1Provenance.leastChiSquare });
  });

  test('another file gives another card', () => {
    expect(fitOn(file.applications.slice(0, 600), plan).card).not.toEqual(individualFittedV1);
  });

  test('is judged by its whole points as its provenance says', () => {
    const { rows, auc, ks, outcomes } = judge(file.applications, cardNamed('individual-fitted'));
    expect(rows).toBe(700);
    expect(rounded(auc)).toBe(individualFittedV1Provenance.aucOnOwnRows);
    expect(ks).toBeGreaterThan(0.45);
    expect(outcomes.reduce((sum, one) => sum + one.rows, 0)).toBe(700);
  });

  test('its file says what it is', () => {
    expect([constantOf(individualFittedV1), moduleName(individualFittedV1)]).toEqual(['individualFittedV1', 'individual-fitted-v1.ts']);
    expect(moduleOf(individualFittedV1, individualFittedV1Provenance)).toContain('export const individualFittedV1: Scorecard = {"id"');
  });
});

describe('judging', () => {
  test('a card that is not known', () =>
    expect(() => cardNamed('shoe-size')).toThrow('choose one of individual-expert, individual-fitted'));

  test.each([true, false])('a file of one outcome (bad: %s) tells nothing apart', (isBad) => {
    const one = file.applications.filter((application) => application.isBad === isBad);
    expect(() => judge(one, cardNamed('individual-expert'))).toThrow('good and bad applications');
  });

  test('knock-outs count as in the system', () => {
    const young = file.applications.map((one) => ({ ...one, facts: { ...one.facts, ageInYears: 17 } }));
    expect(judge(young, cardNamed('individual-expert')).outcomes).toContainEqual({ recommendation: 'REJECT', rows: 700, bads: 207 });
  });
});
