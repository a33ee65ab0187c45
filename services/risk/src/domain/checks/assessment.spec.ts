import { describe, expect, it, test } from '@jest/globals';
import { NO_FACTS } from '../scorecard/scoring-facts.js';
import type { ApplicantFacts } from '../scorecard/scoring-facts.js';
import { currentCard } from '../scorecard/scorecards.js';
import { assess, scoringFactsOf } from './assessment.js';
import { contradictionsOf } from './contradictions.js';
import type { BureauFinding } from '../bureau/bureau-inquiry.js';
import type { DataAnalysis } from './data-analysis.js';

const at = new Date('2026-11-23T08:00:00Z');
const terms = { productId: 'prd_1', amountFen: 300_000, termMonths: 12, annualRate: '0.12', method: 'EQUAL_INSTALMENT' };
const facts: ApplicantFacts = { ...NO_FACTS, creditHistory: 'PAID_DULY_TILL_NOW', existingCredits: 1, ageInYears: 40 };
const bureau = { state: 'ANSWERED', score: 700, currentSeriousDelinquency: false, openCredits: 1, ageInYears: 40 } as BureauFinding;
const analysis = (
  change: Partial<ApplicantFacts> = {},
  income: { declaredIncomeFen: number | null; verifiedIncomeFen: number | null } = { declaredIncomeFen: null, verifiedIncomeFen: null },
) => ({ facts: { ...facts, ...change }, figures: income }) as unknown as DataAnalysis;
const findings = (change: object = {}) => ({ terms, purpose: 'VEHICLE', bureau, dataAnalyses: [analysis()], ...change });

describe('[4.9] contradictions are flagged', () => {
  it.each([
    ['delinquent and says paid duly', { ...bureau, currentSeriousDelinquency: true }, analysis(), ['DELINQUENCY_NOT_STATED']],
    ['more credits than stated', { ...bureau, openCredits: 2 }, analysis(), ['CREDITS_UNDERSTATED']],
    ['older than stated', { ...bureau, ageInYears: 42 }, analysis(), ['AGE_DIFFERS']],
    ['younger than stated', { ...bureau, ageInYears: 38 }, analysis(), ['AGE_DIFFERS']],
    ['income overstated', bureau, analysis({}, { declaredIncomeFen: 1_200_001, verifiedIncomeFen: 1_000_000 }), ['INCOME_OVERSTATED']],
    ['two at once', { ...bureau, openCredits: 3, ageInYears: 60 }, analysis(), ['CREDITS_UNDERSTATED', 'AGE_DIFFERS']],
    ['income without the bureau', null, analysis({}, { declaredIncomeFen: 900, verifiedIncomeFen: 100 }), ['INCOME_OVERSTATED']],
  ])('%s', (_name, said, stated, codes) => {
    expect(contradictionsOf(findings({ bureau: said, dataAnalyses: [stated] })).map((one) => one.code)).toEqual(codes);
  });

  it.each([
    ['nothing analysed', { dataAnalyses: [] }],
    ['all agree', {}],
    [
      'trouble that was stated',
      { bureau: { ...bureau, currentSeriousDelinquency: true }, dataAnalyses: [analysis({ creditHistory: 'PAST_DELAY' })] },
    ],
    ['a birthday in between', { bureau: { ...bureau, ageInYears: 41 } }],
    ['an enterprise without age', { bureau: { ...bureau, ageInYears: null } }],
    ['nothing stated', { dataAnalyses: [analysis({ creditHistory: null, existingCredits: null, ageInYears: null })] }],
    ['a fifth more income', { dataAnalyses: [analysis({}, { declaredIncomeFen: 1_200_000, verifiedIncomeFen: 1_000_000 })] }],
    [
      'the last analysis set it right',
      { bureau: { ...bureau, openCredits: 2 }, dataAnalyses: [analysis(), analysis({ existingCredits: 2 })] },
    ],
  ])('none: %s', (_name, change) => {
    expect(contradictionsOf(findings(change))).toEqual([]);
  });
});

describe('[4.10] what the scorecard sees', () => {
  test('the loan as asked, the last analysis, the bureau', () => {
    expect(scoringFactsOf(findings())).toMatchObject({
      amountFen: 300_000,
      termMonths: 12,
      purpose: 'VEHICLE',
      existingCredits: 1,
      bureauScore: 700,
      bureauSeriousDelinquency: false,
    });
  });

  it.each([
    ['no bureau', { bureau: null }],
    ['no answer yet', { bureau: { ...bureau, score: null, currentSeriousDelinquency: null } }],
    ['no analysis', { dataAnalyses: [] }],
  ])('[G3] %s refers', (_name, change) => {
    const assessed = assess(findings(change) as unknown as Parameters<typeof assess>[0], currentCard, at);
    expect(assessed.score).toMatchObject({ recommendation: 'REFER', scoredAt: at, cardId: 'individual-expert' });
  });
});
