import { describe, expect, test } from '@jest/globals';
import { aCase, aRoll, aVote, FULL, INDIVIDUAL, SMALL, TODAY, votes } from '../__cases__/committee.builder.js';
import type { ApprovalCase } from './approval-case.js';
import { castVote, recuse, tallyOf, vetoCase } from './ballot.js';
import { electorateOf } from './electorate.js';

const at = new Date('2026-11-23T02:00:00Z');
const cast = (approvalCase: ApprovalCase, employeeId: string, reason = '理由充分'): ApprovalCase =>
  castVote(approvalCase, electorateOf(approvalCase, aRoll(), TODAY), { employeeId, choice: 'YES', reason, at });
const veto = (approvalCase: ApprovalCase, employeeId: string, reason = '行业风险'): ApprovalCase =>
  vetoCase(approvalCase, electorateOf(approvalCase, aRoll(), TODAY), { employeeId, reason, at });
const aRecusal = { employeeId: 'emp_a', reason: '亲属', kind: 'DECLARED' as const, at };

describe('[4.12] named votes', () => {
  test('a member votes once, by name and with a reason', () => {
    const voted = cast(aCase(), 'emp_a');
    expect(voted.votes).toEqual([{ employeeId: 'emp_a', office: 'MEMBER', seatOf: 'emp_a', choice: 'YES', reason: '理由充分', at }]);
  });

  test.each([
    ['without a reason', aCase(), 'emp_a', '  ', 'REASON_REQUIRED'],
    ['a second time', aCase({ votes: votes('a-') }), 'emp_a', 'x', 'ALREADY_VOTED'],
    ['by somebody from outside', aCase(), 'emp_stranger', 'x', 'NOT_A_MEMBER'],
    ['by the secretary', aCase(), 'emp_sec', 'x', 'NOT_A_MEMBER'],
    ['[7.3] by the salesperson of the loan', aCase(), 'emp_seller', 'x', 'RECUSED'],
    ['[7.3] by an investigator of the loan', aCase(), 'emp_inv1', 'x', 'RECUSED'],
    ['[G4] by a recused member', aCase({ recusals: [aRecusal] }), 'emp_a', 'x', 'RECUSED'],
    ['by a member when the chair decides alone', aCase({ bands: [INDIVIDUAL] }), 'emp_a', 'x', 'CHAIR_DECIDES_ALONE'],
    ['as a fourth of three seats', aCase({ votes: votes('a+ b+ c+') }), 'emp_d', 'x', 'SEATS_TAKEN'],
    ['on a decided case', aCase({ state: 'decided' }), 'emp_a', 'x', 'ILLEGAL_TRANSITION'],
    ['on a withdrawn case', aCase({ state: 'withdrawn' }), 'emp_a', 'x', 'ILLEGAL_TRANSITION'],
  ])('%s is refused', (_name, approvalCase, employeeId, reason, code) => {
    expect(() => cast(approvalCase, employeeId, reason)).toThrow(expect.objectContaining({ code }));
  });

  test('a seat that a recusal frees can be taken', () => {
    const freed = recuse(aCase({ votes: votes('a+ b+ c+') }), aRecusal);
    expect(cast(freed, 'emp_d').votes).toHaveLength(4);
  });
});

describe('[4.12] quorum and majority', () => {
  test.each([
    [SMALL, 'a+', false, true],
    [SMALL, 'a+ b+', true, true],
    [SMALL, 'a+ b-', true, false],
    [SMALL, 'a+ b+ c-', true, true],
    [SMALL, 'a+ b- c-', true, false],
    [SMALL, '', false, false],
    [FULL, 'a+ b+ c+', false, true],
    [FULL, 'a+ b+ c+ d-', true, true],
    [FULL, 'a+ b+ c- d-', true, false],
    [FULL, 'chair+ a+ b+ c- d-', true, false],
    [FULL, 'chair+ a+ b+ c+ d- e-', true, true],
    [INDIVIDUAL, 'chair+', true, true],
    [INDIVIDUAL, 'chair-', true, false],
    [INDIVIDUAL, 'a+ b+', false, false],
  ] as const)('%o with votes "%s": quorate %p, passed %p', (band, text, quorate, passed) => {
    const tally = tallyOf(electorateOf(aCase({ bands: [band], votes: votes(text) }), aRoll(), TODAY));
    expect(tally).toMatchObject({ quorate, passed });
    expect(tally.yes + tally.no).toBe(tally.cast);
    expect(tally.quorate).toBe(tally.cast >= tally.needed && tally.base > 0);
  });

  test('[G4] the vote of a member recused afterwards makes neither quorum nor majority', () => {
    const approvalCase = recuse(aCase({ votes: votes('a+ b+') }), aRecusal);
    expect(tallyOf(electorateOf(approvalCase, aRoll(), TODAY))).toMatchObject({ cast: 1, yes: 1, quorate: false });
  });
});

describe('[4.12] recusal', () => {
  test.each([
    ['without a reason', aCase(), { ...aRecusal, reason: '' }, 'REASON_REQUIRED'],
    ['twice', aCase({ recusals: [aRecusal] }), aRecusal, 'ALREADY_RECUSED'],
    ['of a decided case', aCase({ state: 'decided' }), aRecusal, 'ILLEGAL_TRANSITION'],
  ])('%s is refused', (_name, approvalCase, recusal, code) => {
    expect(() => recuse(approvalCase, recusal)).toThrow(expect.objectContaining({ code }));
  });
});

describe("[4.12] the chair's veto", () => {
  test('is recorded with its reason', () => {
    expect(veto(aCase(), 'emp_chair').veto).toEqual({ employeeId: 'emp_chair', reason: '行业风险', at });
  });

  test.each([
    ['by a member', aCase(), 'emp_a', 'x', 'NOT_A_MEMBER'],
    ['by the secretary', aCase(), 'emp_sec', 'x', 'NOT_A_MEMBER'],
    ['without a reason', aCase(), 'emp_chair', ' ', 'REASON_REQUIRED'],
    ['by a recused chair', aCase({ recusals: [{ ...aRecusal, employeeId: 'emp_chair' }] }), 'emp_chair', 'x', 'RECUSED'],
    ['in a band without veto', aCase({ bands: [{ ...SMALL, chairVeto: false }] }), 'emp_chair', 'x', 'VETO_NOT_GRANTED'],
    ['twice', aCase({ veto: { employeeId: 'emp_chair', reason: 'x', at } }), 'emp_chair', 'x', 'VETO_GIVEN'],
    ['of a decided case', aCase({ state: 'decided' }), 'emp_chair', 'x', 'ILLEGAL_TRANSITION'],
  ])('%s is refused', (_name, approvalCase, employeeId, reason, code) => {
    expect(() => veto(approvalCase, employeeId, reason)).toThrow(expect.objectContaining({ code }));
  });
});

test('a vote of the builder carries its office', () => {
  expect([aVote('emp_chair', 'YES').office, aVote('emp_a', 'NO').office]).toEqual(['CHAIR', 'MEMBER']);
});
