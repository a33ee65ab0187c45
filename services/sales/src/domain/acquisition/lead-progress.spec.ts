import { expect, test } from '@jest/globals';
import type { LoanApplication } from '../application/application.js';
import { noFacts } from '../application/facts.js';
import type { Facts } from '../application/facts.js';
import { isSameProgress, noProgress, progressByLead, reachedOf, REACHED } from './lead-progress.js';
import { leadBuilder, RECEIVED } from './lead.builder.js';

const at = (day: number): Date => new Date(Date.UTC(2026, 10, day));
type Outcome = Pick<LoanApplication, 'createdAt' | 'rounds' | 'facts' | 'signedAt'>;
const application = (day: number, facts: Partial<Facts> = {}, more: Partial<Outcome> = {}): Outcome => ({
  ...{ createdAt: at(day), rounds: [], signedAt: null, facts: { ...noFacts, ...facts }, ...more },
});
const decided = (result: 'APPROVED' | 'REJECTED'): Partial<Facts> => ({
  decisions: [{ decisionId: 'dec', result, terms: null, validUntil: null, conditionIds: [], at: at(9) }],
});
const paid = (amountFen: number): Partial<Facts> => ({
  disbursed: { loanId: `lon_${amountFen}`, contractId: 'con', amountFen, at: at(9), disbursedOn: '2026-11-09' } as Facts['disbursed'],
});
const takenBack = (amountFen: number): Partial<Facts> => ({
  ...paid(amountFen),
  reversed: {
    loanId: `lon_${amountFen}`,
    contractId: 'con',
    cause: 'BANK_RETURNED',
    at: at(10),
    reversedOn: '2026-11-10',
  } as Facts['reversed'],
});
const submitted = { rounds: [{ no: 1 }] as unknown as Outcome['rounds'] };
const early = { id: 'led_1', convertedAt: at(2) };
const late = { id: 'led_2', convertedAt: at(6) };

test.each<[string, Outcome[], object]>([
  ['nothing', [], noProgress],
  ['a draft', [application(3)], noProgress],
  ['one handed in', [application(3, {}, submitted)], { ...noProgress, applied: true }],
  ['one rejected', [application(3, decided('REJECTED'), submitted)], { ...noProgress, applied: true }],
  ['one approved', [application(3, decided('APPROVED'), submitted)], { ...noProgress, applied: true, approved: true }],
  ['one signed', [application(3, {}, { signedAt: at(8) })], { ...noProgress, signed: true }],
  ['two paid out', [application(3, paid(100)), application(4, paid(50))], { ...noProgress, loans: 2, disbursedFen: 150 }],
  ['one taken back', [application(3, takenBack(100)), application(4, paid(50))], { ...noProgress, loans: 1, disbursedFen: 50 }],
  ['one from before he came', [application(1, paid(100))], noProgress],
])('[2.8] %s counts for the lead', (_what, applications, progress) => {
  expect(progressByLead([early], applications).get('led_1')).toEqual(progress);
});

test('[2.8] an application counts for the lead that came last before it, and for no other', () => {
  const progress = progressByLead([late, early, { id: 'led_3', convertedAt: null }], [application(3, paid(1)), application(7, paid(10))]);
  expect([...progress].map(([id, one]) => [id, one.disbursedFen])).toEqual([
    ['led_1', 1],
    ['led_2', 10],
  ]);
});

test('[2.8] every step is a bit of its own', () => {
  const progress = { applied: true, approved: true, signed: true, loans: 2, disbursedFen: 5 };
  const made = leadBuilder({ firstRespondedAt: RECEIVED, enquiredAt: RECEIVED, convertedAt: RECEIVED, progress });
  expect([reachedOf(made), reachedOf(leadBuilder()), reachedOf(leadBuilder({ convertedAt: RECEIVED }))]).toEqual([
    127,
    0,
    REACHED.converted,
  ]);
  expect([isSameProgress(progress, { ...progress }), isSameProgress(progress, { ...progress, loans: 1 })]).toEqual([true, false]);
});
