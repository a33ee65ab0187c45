import { describe, expect, test } from '@jest/globals';
import type { LocalDate } from '@weilend/kernel';
import { aCase, aRoll, FULL, SMALL, TODAY, votes } from '../__cases__/committee.builder.js';
import { aDecision } from '../__cases__/decision.builder.js';
import { electorateOf } from '../case/electorate.js';
import { ballotOf, closeChange, requestChange, settleChange, voteOnChange } from './condition-change.js';
import type { ConditionChange, Decision } from './decide.js';

const at = new Date('2026-11-23T02:00:00Z');
const waive: Omit<ConditionChange, 'votes'> = {
  ...{ conditionId: 'cnd_1', kind: 'WAIVE', newDueOn: null, reason: '配偶已放弃共有', requestedBy: 'emp_sec', rule: 'VOTE' },
};
const extend = (newDueOn: string | null) => ({ ...waive, kind: 'EXTEND' as const, newDueOn: newDueOn as LocalDate | null });
const pending = (change: object = {}, decision = aDecision()): Decision => requestChange(decision, { ...waive, ...change }, TODAY);
const withVotes = (decision: Decision, text: string): Decision => ({
  ...decision,
  conditionChange: decision.conditionChange && { ...decision.conditionChange, votes: votes(text) },
});
const look = (decision: Decision) => {
  const approvalCase = ballotOf(aCase({ state: 'decided', votes: votes('a+ b+'), bands: [SMALL, FULL] }), decision);
  return { approvalCase, electorate: electorateOf(approvalCase, aRoll(), TODAY) };
};

describe('[4.14] a change of a condition is asked for', () => {
  test('and nothing changes by asking', () => {
    const asked = pending();
    expect(asked.conditions).toEqual(aDecision().conditions);
    expect(asked.conditionChange).toEqual({ ...waive, votes: [] });
  });

  test.each([
    ['without a reason', aDecision(), { ...waive, reason: ' ' }, 'REASON_REQUIRED'],
    ['of a condition that is not there', aDecision(), { ...waive, conditionId: 'cnd_9' }, 'CONDITION_UNKNOWN'],
    ['while another is open', pending(), waive, 'CONDITION_CHANGE_OPEN'],
    ['of a rejection', aDecision({ state: 'rejected' }), waive, 'ILLEGAL_TRANSITION'],
    ['of an approval in force', aDecision({ state: 'in-force' }), waive, 'ILLEGAL_TRANSITION'],
    ['of a lapsed approval', aDecision({ state: 'lapsed' }), waive, 'ILLEGAL_TRANSITION'],
    ['to no day', aDecision(), extend(null), 'CONDITION_DUE_DATE'],
    ['to the same day', aDecision(), extend('2026-12-03'), 'CONDITION_DUE_DATE'],
    ['to an earlier day', aDecision(), extend('2026-11-24'), 'CONDITION_DUE_DATE'],
    ['beyond the approval', aDecision(), extend('2027-02-22'), 'CONDITION_DUE_DATE'],
  ])('not %s', (_name, decision, change, code) => {
    expect(() => requestChange(decision, change, TODAY)).toThrow(expect.objectContaining({ code }));
  });

  test('not of a condition that is settled', () => {
    const settled = { ...aDecision(), conditions: aDecision().conditions.map((one) => ({ ...one, confirmedBy: 'emp_sec' })) };
    expect(() => requestChange(settled, waive, TODAY)).toThrow(expect.objectContaining({ code: 'CONDITION_UNKNOWN' }));
  });
});

describe('[4.14, G4] the committee votes on it', () => {
  test('who may vote on the loan votes on its conditions, whatever he voted before', () => {
    const { approvalCase, electorate } = look(pending());
    const voted = voteOnChange(pending(), approvalCase, electorate, { employeeId: 'emp_a', choice: 'YES', reason: '可以', at });
    expect(voted.conditionChange?.votes).toMatchObject([{ employeeId: 'emp_a', choice: 'YES' }]);
  });

  test.each([
    ['the seller', 'emp_seller', 'RECUSED'],
    ['the secretary', 'emp_sec', 'NOT_A_MEMBER'],
    ['a stranger', 'emp_x', 'NOT_A_MEMBER'],
    ['a member twice', 'emp_c', 'ALREADY_VOTED'],
  ])('not %s', (_name, employeeId, code) => {
    const decision = withVotes(pending(), 'c+');
    const { approvalCase, electorate } = look(decision);
    const vote = () => voteOnChange(decision, approvalCase, electorate, { employeeId, choice: 'YES', reason: '可以', at });
    expect(vote).toThrow(expect.objectContaining({ code }));
  });

  test.each([
    ['a+ b+', '配偶已放弃共有'],
    ['a+ b+ c-', '配偶已放弃共有'],
    ['a+ b-', null],
    ['a- b- c-', null],
  ])('votes "%s": waived with %p', (text, waivedReason) => {
    const decision = withVotes(pending(), text);
    const closed = closeChange(decision, look(decision).electorate);
    expect([closed.conditions[0]?.waivedReason, closed.conditionChange, closed.state]).toEqual([waivedReason, null, 'awaiting-conditions']);
  });

  test('an extension moves the day, and the first day with it', () => {
    const decision = withVotes(requestChange(aDecision(), extend('2027-01-15'), TODAY), 'a+ b+');
    const closed = closeChange(decision, look(decision).electorate);
    expect(closed.conditions.map((one) => one.dueOn)).toEqual(['2027-01-15', '2026-12-03']);
    expect(closed.conditionDueOn).toBe('2026-12-03');
  });

  test('when the last condition is waived the approval is in force', () => {
    const almost = {
      ...aDecision(),
      conditions: aDecision().conditions.map((one) => (one.conditionId === 'cnd_2' ? { ...one, confirmedBy: 'emp_sec' } : one)),
    };
    const decision = withVotes(pending({}, almost), 'a+ b+');
    expect(closeChange(decision, look(decision).electorate)).toMatchObject({ state: 'in-force', conditionDueOn: null });
  });

  test.each([
    ['without a quorum', 'a+', 'QUORUM_NOT_REACHED'],
    ['without a vote', '', 'QUORUM_NOT_REACHED'],
  ])('nothing is decided %s', (_name, text, code) => {
    const decision = withVotes(pending(), text);
    expect(() => closeChange(decision, look(decision).electorate)).toThrow(expect.objectContaining({ code }));
  });
});

describe('[4.14] the chair decides alone where the policy says so, and only there', () => {
  test.each([
    [true, '配偶已放弃共有'],
    [false, null],
  ])('granted %p: waived with %p', (granted, waivedReason) => {
    const settled = settleChange(pending({ rule: 'CHAIR' }), granted, null);
    expect([settled.conditions[0]?.waivedReason, settled.conditionChange]).toEqual([waivedReason, null]);
  });

  test.each([
    ['where a vote is asked for', pending(), null, 'CONDITION_CHANGE_BY_VOTE'],
    ['when he is recused', pending({ rule: 'CHAIR' }), '亲属', 'RECUSED'],
    ['when nothing is asked', aDecision(), null, 'CONDITION_CHANGE_MISSING'],
    ['after the approval lapsed', { ...pending({ rule: 'CHAIR' }), state: 'lapsed' as const }, null, 'CONDITION_CHANGE_MISSING'],
  ])('not %s', (_name, decision, recused, code) => {
    expect(() => settleChange(decision, true, recused)).toThrow(expect.objectContaining({ code }));
  });

  test('no vote decides what is left to the chair', () => {
    const decision = pending({ rule: 'CHAIR' });
    const { approvalCase, electorate } = look(decision);
    const vote = () => voteOnChange(decision, approvalCase, electorate, { employeeId: 'emp_a', choice: 'YES', reason: '可以', at });
    expect(vote).toThrow(expect.objectContaining({ code: 'CONDITION_CHANGE_BY_CHAIR' }));
    expect(() => closeChange(decision, electorate)).toThrow(expect.objectContaining({ code: 'CONDITION_CHANGE_BY_CHAIR' }));
  });
});
