import { describe, expect, test } from '@jest/globals';
import { appraisalFact, checkNeeds, productFact, unansweredKinds, violationFact, yearsBehind } from './training-need.js';
import type { CountedFinding, TrainingNeed } from './training-need.js';

const weak: CountedFinding = { year: 2025, kind: 'WEAK_APPRAISAL', about: '2025-Q4', count: 3, outOf: 12 };
const need = (source: TrainingNeed['source'], text = '复习贷后检查要点'): TrainingNeed => ({ source, topic: 'RISK_MANAGEMENT', text });

describe('[6.1] what other departments found, counted', () => {
  test.each([
    [59, true],
    [60, false],
    [0, true],
    [120, false],
  ])('a quarter closed with %s is weak: %s', (score, isFound) => {
    expect(appraisalFact({ quarter: '2025-Q4', score }, 60)).toEqual({ year: 2025, kind: 'WEAK_APPRAISAL', about: '2025-Q4', isFound });
  });

  test('a product and a violation count in the year of their day', () => {
    expect(productFact({ productId: 'prd_1', effectiveFrom: '2026-02-01' })).toMatchObject({ year: 2026, about: 'prd_1', isFound: true });
    expect(violationFact({ kind: 'LEAK', severity: 'SEVERE', confirmedOn: '2025-12-31' })).toMatchObject({
      ...{ year: 2025, kind: 'VIOLATION', about: 'LEAK SEVERE' },
    });
  });

  test('a plan looks at the year before and its own', () => {
    expect(yearsBehind(2026)).toEqual([2025, 2026]);
  });
});

describe('[6.1] needs rest on findings', () => {
  test.each<[string, TrainingNeed[], CountedFinding[]]>([
    ['on a weak quarter', [need('WEAK_APPRAISAL')], [weak]],
    ['on what the manager sees himself', [need('BUSINESS'), need('STAFF')], []],
    ['none at all', [], [weak]],
  ])('accepted: %s', (_name, needs, findings) => {
    expect(() => checkNeeds(2026, needs, findings)).not.toThrow();
  });

  test.each<[string, TrainingNeed[], CountedFinding[], string]>([
    ['on a violation that nobody confirmed', [need('VIOLATION')], [weak], 'PLAN_NEED_WITHOUT_FINDING'],
    ['on good quarters', [need('WEAK_APPRAISAL')], [{ ...weak, count: 0 }], 'PLAN_NEED_WITHOUT_FINDING'],
    ['without any finding', [need('PRODUCT_CHANGE')], [], 'PLAN_NEED_WITHOUT_FINDING'],
    ['that says nothing', [need('BUSINESS', '    ')], [], 'PLAN_NEED_INVALID'],
    ['that says too little', [need('STAFF', '培训')], [], 'PLAN_NEED_INVALID'],
  ])('refused: a need %s', (_name, needs, findings, code) => {
    expect(() => checkNeeds(2026, needs, findings)).toThrow(code);
  });

  test('findings that no need answers are told', () => {
    const findings = [weak, { ...weak, kind: 'VIOLATION' as const }, { ...weak, kind: 'PRODUCT_CHANGE' as const, count: 0 }];
    expect(unansweredKinds([], findings)).toEqual(['WEAK_APPRAISAL', 'VIOLATION']);
    expect(unansweredKinds([need('VIOLATION')], findings)).toEqual(['WEAK_APPRAISAL']);
  });
});
