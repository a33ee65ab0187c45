import { expect, test } from '@jest/globals';
import type { LocalDate } from '@weilend/kernel';
import { codeOf, RECEIVED } from './lead.builder.js';
import { checkAgreement, endPartnership, expiresOn, isActive, renew, soon } from './partner.js';
import type { Agreement, Partner } from './partner.js';

const day = (text: string): LocalDate => text as LocalDate;
const agreement = (from: string, to: string): Agreement => ({
  ...{ agreementNo: 'HZ-01', validFrom: day(from), validTo: day(to), feeTerms: '按放款额千分之五', by: 'emp_9', at: RECEIVED },
});
const partner = (change: Partial<Partner> = {}): Partner => ({
  ...{
    id: 'ptn_1',
    version: 1,
    name: '某银行',
    creditCode: '91350100M000100Y43',
    active: true,
    addedBy: 'emp_9',
    addedOn: day('2026-01-01'),
  },
  ...{ endedOn: null, endedBecause: null, contactName: null, contactPhone: null, views: [] },
  agreements: [agreement('2026-01-01', '2026-06-30')],
  ...change,
});

test.each<[string, Partial<Partner>, boolean]>([
  ['2026-01-01', {}, true],
  ['2026-06-30', {}, true],
  ['2026-07-01', {}, false],
  ['2025-12-31', {}, false],
  ['2026-03-01', { active: false }, false],
  ['2030-01-01', { agreements: [] }, true],
  ['2030-01-01', { agreements: [], active: false }, false],
  ['2026-07-15', { agreements: [agreement('2026-01-01', '2026-06-30'), agreement('2026-08-01', '2026-12-31')] }, false],
  ['2026-08-01', { agreements: [agreement('2026-01-01', '2026-06-30'), agreement('2026-08-01', '2026-12-31')] }, true],
])('[3.4] on %s a partner with %j is active: %s', (on, change, active) => {
  expect(isActive(partner(change), day(on))).toBe(active);
});

test.each<[string, string, string | null]>([
  ['2026-07-01', '2026-12-31', null],
  ['2026-06-30', '2026-12-31', 'PARTNER_AGREEMENT_OVERLAPS'],
  ['2026-12-31', '2026-07-01', 'PERIOD_INVALID'],
])('[3.4] a renewal from %s to %s: %s', (from, to, code) => {
  const renewed = codeOf(() => renew(partner(), agreement(from, to)));
  expect(typeof renewed === 'string' ? renewed : null).toBe(code);
  if (typeof renewed !== 'string') expect([renewed.agreements.length, expiresOn(renewed)]).toEqual([2, to]);
});

test('[3.4] one that left comes back by a new agreement; the old one ended on the day it left', () => {
  const left = endPartnership(partner(), day('2026-03-31'), '违规宣传');
  expect([left.active, expiresOn(left), codeOf(() => endPartnership(left, day('2026-04-01'), null))]).toEqual([
    false,
    null,
    'PARTNER_NOT_ACTIVE',
  ]);
  const back = renew(left, agreement('2026-05-01', '2026-12-31'));
  expect(back).toMatchObject({ active: true, endedOn: null, endedBecause: null });
  expect(['2026-03-31', '2026-04-15', '2026-05-01'].map((on) => isActive(back, day(on)))).toEqual([true, false, true]);
});

test('[3.4] an agreement has a number; soon is a month unless said otherwise', () => {
  expect(codeOf(() => checkAgreement({ ...agreement('2026-01-01', '2026-06-30'), agreementNo: ' ' }))).toBe('INPUT_INVALID');
  expect([soon(day('2026-06-01'), 30), soon(day('2026-06-01'), 7)]).toEqual(['2026-07-01', '2026-06-08']);
});
