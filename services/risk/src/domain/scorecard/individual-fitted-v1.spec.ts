import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { realApplications } from './__cases__/real-applications.cases.js';
import { individualFittedV1, individualFittedV1Provenance } from './individual-fitted-v1.js';
import { score } from './score.js';
import { scorecardV0 } from './scorecard-v0.js';
import type { FactName, ScoringFacts } from './scoring-facts.js';

const card = individualFittedV1;
const read = [...(Object.keys(card.attributes) as FactName[]), ...card.required];
const [best] = [...realApplications].map(([, facts]) => facts).sort((one, other) => score(other, card).score - score(one, card).score);

describe('[4.10] the fitted card for individuals', () => {
  test('approves the best of the real applications', () => {
    expect(score(best!, card)).toMatchObject({ rating: 'LOW', recommendation: 'APPROVE' });
  });

  it.each(read)('[G3] without %s the best application is referred, never approved', (fact) => {
    expect(score({ ...best!, [fact]: null }, card).recommendation).toBe('REFER');
  });

  test('[G3] taking facts away never raises the score nor gives an approval', () => {
    fc.assert(
      fc.property(fc.constantFrom(...realApplications), fc.subarray(read, { minLength: 1 }), ([, given], lost) => {
        const less = score({ ...given, ...Object.fromEntries(lost.map((fact) => [fact, null])) }, card);
        expect(less.score).toBeLessThanOrEqual(score(given, card).score);
        expect(['REFER', 'REJECT']).toContain(less.recommendation);
      }),
    );
  });

  it.each<[string, Partial<ScoringFacts>, string]>([
    ['a borrower of 17', { ageInYears: 17 }, 'REJECT'],
    ['serious delinquency', { bureauSeriousDelinquency: true }, 'REJECT'],
    ['a bureau score of 399', { bureauScore: 399 }, 'REJECT'],
    ['six existing credits', { existingCredits: 6 }, 'REFER'],
    ['half a million yuan', { amountFen: 50_000_000 }, 'REFER'],
    ['an age of 130', { ageInYears: 130 }, 'REFER'],
    ['a term of 121 months', { termMonths: 121 }, 'REFER'],
    ['a purpose the company does not know', { purpose: 'SHARES' }, 'REFER'],
  ])('%s never passes', (_name, change, recommendation) => {
    expect(score({ ...best!, ...change }, card).recommendation).toBe(recommendation);
  });

  test('points are whole and never negative, and the lowest grade starts at zero', () => {
    const points = Object.values(card.attributes).flatMap((bands) => bands.map((band) => band.points));
    expect(points.every((one) => Number.isInteger(one) && one >= 0)).toBe(true);
    expect(card.grades.at(-1)?.atLeast).toBe(0);
  });

  test('a value that the data never showed gets the least points of its attribute', () => {
    expect(individualFittedV1Provenance.withoutEvidence).toContain('purpose: MEDICAL');
    const purposes = card.attributes.purpose ?? [];
    const medical = purposes.find((band) => 'values' in band && band.values.includes('MEDICAL'));
    expect(medical?.points).toBe(Math.min(...purposes.map(({ points }) => points)));
  });

  test('knows every purpose that the expert card knows', () => {
    const known = (bands = scorecardV0.attributes.purpose) => bands?.flatMap((band) => ('values' in band ? band.values : [])).sort();
    expect(known(card.attributes.purpose)).toEqual(known());
  });

  test('[1.5] sex, marital status and nationality are nowhere on the card', () => {
    expect(JSON.stringify(card).toLowerCase()).not.toMatch(/personal_status|foreign|sex|gender|marital|national|divorced/);
  });

  test('its worth on applications not seen is stated, and is less flattering than on its own', () => {
    const { aucCrossValidated, aucOnOwnRows } = individualFittedV1Provenance;
    expect(aucCrossValidated).toBeGreaterThanOrEqual(0.78);
    expect(aucOnOwnRows).toBeGreaterThan(aucCrossValidated);
  });
});
