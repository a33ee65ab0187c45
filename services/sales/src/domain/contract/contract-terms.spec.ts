import { describe, expect, test } from '@jest/globals';
import { DomainError, DomainErrors, parseLocalDate } from '@weilend/kernel';
import { addFact, noFacts } from '../application/facts.js';
import type { DecisionFact, Facts } from '../application/facts.js';
import { approvalInForce, requireWithin, termsHashOf } from './contract-terms.js';

const today = parseLocalDate('2026-11-23');
const at = new Date(0);
const terms = { productId: 'prd_1', amountFen: 1_000_000, termMonths: 12, annualRate: '0.12', method: 'EQUAL_INSTALMENT' };
const decision: DecisionFact = {
  decisionId: 'dec_1',
  result: 'APPROVED',
  terms,
  validUntil: parseLocalDate('2026-11-23'),
  conditionIds: [],
  at,
};
const decided = (change: Partial<DecisionFact> = {}): Facts => addFact(noFacts, 'decisions', { ...decision, ...change });
const confirmed = (facts: Facts, decisionId = 'dec_1') => addFact(facts, 'confirmed', { decisionId, reason: null, at });

describe('[G5, 4.14, 4.15] an approval in force', () => {
  test.each([
    ['approved, on its last day', decided()],
    ['approved without a last day', decided({ validUntil: null })],
    ['conditional with its conditions confirmed', confirmed(decided({ result: 'CONDITIONAL' }))],
    [
      'rejected first, approved on reconsideration',
      addFact(decided({ result: 'REJECTED', terms: null }), 'decisions', { ...decision, decisionId: 'dec_2', at: new Date(1) }),
    ],
  ])('%s', (_title, facts) => {
    expect(approvalInForce(facts, today).terms).toEqual(terms);
  });

  test.each<[string, Facts, string]>([
    ['no decision', noFacts, 'APPROVAL_MISSING'],
    ['a rejection', decided({ result: 'REJECTED', terms: null }), 'APPROVAL_MISSING'],
    ['a rejection that shows terms', decided({ result: 'REJECTED' }), 'APPROVAL_MISSING'],
    ['an approval without terms', decided({ terms: null }), 'APPROVAL_MISSING'],
    ['conditions that nobody confirmed', decided({ result: 'CONDITIONAL' }), 'CONDITIONS_OPEN'],
    ['conditions of another decision confirmed', confirmed(decided({ result: 'CONDITIONAL' }), 'dec_0'), 'CONDITIONS_OPEN'],
    ['a lapsed approval', addFact(decided(), 'lapsed', { decisionId: 'dec_1', reason: 'x', at }), 'APPROVAL_MISSING'],
    ['an approval that ended yesterday', decided({ validUntil: parseLocalDate('2026-11-22') }), 'APPROVAL_EXPIRED'],
    [
      'approved first, rejected later',
      addFact(decided(), 'decisions', { ...decision, decisionId: 'dec_2', result: 'REJECTED', terms: null, at: new Date(1) }),
      'APPROVAL_MISSING',
    ],
  ])('is not %s', (_title, facts, code) => {
    expect(() => approvalInForce(facts, today)).toThrow(expect.objectContaining({ code }));
  });
});

function outside(change: Partial<typeof terms>): string[] {
  try {
    requireWithin({ ...terms, ...change }, terms);
    return [];
  } catch (error) {
    return (error instanceof DomainErrors ? error.all : [error as DomainError]).map((one) => `${one.code} ${one.field}`);
  }
}

describe('[G5, 4.15] terms within the approval', () => {
  test.each([{}, { amountFen: 1 }, { termMonths: 1 }, { annualRate: '0.1' }, { annualRate: '0.120' }])('%j', (change) => {
    expect(outside(change)).toEqual([]);
  });

  test.each<[Partial<typeof terms>, string[]]>([
    [{ amountFen: 1_000_001 }, ['amount']],
    [{ amountFen: 0 }, ['amount']],
    [{ amountFen: -1 }, ['amount']],
    [{ termMonths: 13 }, ['termMonths']],
    [{ termMonths: 0 }, ['termMonths']],
    [{ annualRate: '0.1200001' }, ['annualRate']],
    [{ method: 'BULLET' }, ['method']],
    [{ productId: 'prd_2' }, ['productId']],
    [
      { productId: 'prd_2', method: 'BULLET', amountFen: 2_000_000, termMonths: 24, annualRate: '0.2' },
      ['productId', 'method', 'amount', 'termMonths', 'annualRate'],
    ],
  ])('%j is outside, each part by name', (change, fields) => {
    expect(outside(change)).toEqual(fields.map((field) => `TERMS_EXCEED_APPROVAL ${field}`));
  });
});

test('[G6] the hash of the terms covers every part and nothing else', () => {
  const hash = termsHashOf(terms);
  expect(termsHashOf({ ...terms, extra: 1 } as typeof terms)).toBe(hash);
  const others = [{ amountFen: 1 }, { termMonths: 1 }, { annualRate: '0.13' }, { method: 'BULLET' }, { productId: 'x' }].map((change) =>
    termsHashOf({ ...terms, ...change }),
  );
  expect(new Set([hash, ...others]).size).toBe(6);
});
