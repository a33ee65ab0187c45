import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { addFact, careEnds, currentDecision, currentReport, hasLapsed, isConfirmed, noFacts, setFact, setLatest } from './facts.js';
import type { DecisionFact, Facts } from './facts.js';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 1, minute));
const decision = (decisionId: string, minute: number): DecisionFact => ({
  ...{ decisionId, result: 'APPROVED', terms: null, validUntil: null, conditionIds: [], at: at(minute) },
});
const report = (reportVersion: number, minute: number) => ({ reportId: 'rep_1', reportVersion, rating: 'LOW' as const, at: at(minute) });
const paid = { loanId: 'lon_1', contractId: 'con_1', amountFen: 1, disbursedOn: parseLocalDate('2026-11-23'), at: at(9) };
const note = { contractId: 'con_1', reasons: ['x'], at: at(9) };

describe('[rule 4] facts add up the same in every order', () => {
  const additions: readonly ((facts: Facts) => Facts)[] = [
    (facts) => addFact(facts, 'reports', report(1, 1)),
    (facts) => addFact(facts, 'decisions', decision('dec_1', 2)),
    (facts) => addFact(facts, 'decisions', decision('dec_2', 4)),
    (facts) => addFact(facts, 'lapsed', { decisionId: 'dec_1', reason: 'late', at: at(3) }),
    (facts) => setFact(facts, 'disbursed', paid),
  ];
  const permutations = <T>(list: readonly T[]): T[][] =>
    list.length < 2
      ? [[...list]]
      : list.flatMap((one, place) => permutations(list.filter((_one, other) => other !== place)).map((rest) => [one, ...rest]));
  const inOrder = additions.reduce((facts, add) => add(facts), noFacts);

  test.each(permutations(additions.map((_add, place) => place)))('%d %d %d %d %d', (...order) => {
    expect(order.reduce((facts, place) => additions[place]?.(facts) ?? facts, noFacts)).toEqual(inOrder);
  });
});

test('the same fact twice is the same knowledge', () => {
  const once = addFact(noFacts, 'decisions', decision('dec_1', 1));
  expect(addFact(once, 'decisions', decision('dec_1', 1))).toBe(once);
  const done = setFact(noFacts, 'disbursed', paid);
  expect(setFact(done, 'disbursed', { ...paid, loanId: 'lon_2' })).toBe(done);
  expect(setFact(setFact(noFacts, 'cancelled', note), 'cancelled', { ...note, contractId: 'con_2' }).cancelled).toEqual(note);
});

test('[4.12] the latest decision and the latest report count, whatever came first', () => {
  const facts = addFact(addFact(noFacts, 'decisions', decision('dec_2', 5)), 'decisions', decision('dec_1', 1));
  expect(currentDecision(facts)?.decisionId).toBe('dec_2');
  expect(currentDecision(noFacts)).toBeNull();
  expect(currentReport(addFact(addFact(noFacts, 'reports', report(2, 5)), 'reports', report(1, 1)))?.reportVersion).toBe(2);
});

test('[4.14] a lapse and a confirmation belong to one decision', () => {
  const facts = addFact(addFact(noFacts, 'lapsed', { decisionId: 'dec_1', reason: 'late', at: at(1) }), 'confirmed', {
    decisionId: 'dec_2',
    reason: null,
    at: at(2),
  });
  expect([hasLapsed(facts, 'dec_1'), hasLapsed(facts, 'dec_2'), isConfirmed(facts, 'dec_1'), isConfirmed(facts, 'dec_2')]).toEqual([
    true,
    false,
    false,
    true,
  ]);
});

test.each<[string, Partial<Facts>, string | null]>([
  ['nothing was heard', {}, null],
  ['it was paid out', { disbursed: paid }, null],
  ['it was repaid', { settled: { loanId: 'lon_1', settledOn: paid.disbursedOn, at: at(9) } }, 'the loan was repaid'],
  ['another loan was repaid', { settled: { loanId: 'lon_2', settledOn: paid.disbursedOn, at: at(9) } }, null],
  [
    'the payment was taken back',
    { reversed: { ...paid, cause: 'PAID_IN_ERROR', reversedOn: paid.disbursedOn } },
    'the payment was taken back',
  ],
  ['it is from before that was kept', { settled: undefined }, null],
  [
    'it was repaid and the repayment taken back',
    { settled: { loanId: 'lon_1', settledOn: paid.disbursedOn, at: at(9) }, reopened: { loanId: 'lon_1', at: at(10) } },
    null,
  ],
  [
    'it was repaid again after that',
    { settled: { loanId: 'lon_1', settledOn: paid.disbursedOn, at: at(11) }, reopened: { loanId: 'lon_1', at: at(10) } },
    'the loan was repaid',
  ],
  [
    'a repayment of another loan was taken back',
    { settled: { loanId: 'lon_1', settledOn: paid.disbursedOn, at: at(9) }, reopened: { loanId: 'lon_2', at: at(10) } },
    'the loan was repaid',
  ],
])('[4.20] when %s the care of a loan ends because: %s', (_title, facts, expected) => {
  expect(careEnds({ ...noFacts, ...facts } as Facts, 'lon_1')).toBe(expected);
});

test('of what may come true again the latest stays, in whatever order it is heard', () => {
  const first = { loanId: 'lon_1', at: at(5) };
  const second = { loanId: 'lon_1', at: at(7) };
  const heard = (...order: (typeof first)[]) => order.reduce((facts, fact) => setLatest(facts, 'reopened', fact), noFacts).reopened;
  expect([heard(first, second), heard(second, first), heard(second, second)]).toEqual([second, second, second]);
});
