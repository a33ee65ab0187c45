import { describe, expect, test } from '@jest/globals';
import { addDays } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { aDecision } from '../__cases__/decision.builder.js';
import { TODAY } from '../__cases__/committee.builder.js';
import { acceptEvidence, confirmConditions, isExpired, isOverdue, lapse, noteSigned, returnConditions } from './conditions.js';
import type { ConditionEvidence } from './conditions.js';
import { DECISION_STATES } from './decision.machine.js';

const evidence = (conditionId: string): ConditionEvidence => ({ conditionId, fileId: `fil_${conditionId}`, sha256: 'b'.repeat(64) });
const evidenced = aDecision({ state: 'evidenced' });

describe('[4.14] evidence for every condition', () => {
  test('all of it is taken at once', () => {
    const decision = acceptEvidence(aDecision(), [evidence('cnd_2'), evidence('cnd_1')]);
    expect(decision.state).toBe('evidenced');
    expect(decision.conditions.map((one) => one.evidence?.fileId)).toEqual(['fil_cnd_1', 'fil_cnd_2']);
  });

  test.each([
    ['none', [], 'EVIDENCE_MISSING'],
    ['one of two', [evidence('cnd_1')], 'EVIDENCE_MISSING'],
    ['the same one twice', [evidence('cnd_1'), evidence('cnd_1')], 'EVIDENCE_MISSING'],
    ['for a condition of another loan', [evidence('cnd_1'), evidence('cnd_2'), evidence('cnd_9')], 'EVIDENCE_UNKNOWN'],
  ])('%s is refused', (_name, given, code) => {
    expect(() => acceptEvidence(aDecision(), given)).toThrow(expect.objectContaining({ code }));
  });

  test.each(DECISION_STATES.filter((state) => state !== 'awaiting-conditions'))('nothing is taken for a decision that is %s', (state) => {
    expect(() => acceptEvidence(aDecision({ state }), [evidence('cnd_1'), evidence('cnd_2')])).toThrow(
      expect.objectContaining({ code: 'DECISION_NOT_IN_FORCE' }),
    );
  });
});

describe('[4.14] confirmation', () => {
  test('puts the approval in force', () => {
    const decision = confirmConditions(evidenced, { confirmedBy: 'emp_sec', today: TODAY });
    expect(decision.state).toBe('in-force');
    expect(decision.conditions.every((one) => one.confirmedBy === 'emp_sec')).toBe(true);
  });

  test.each([
    ['[7.3] by the salesperson', evidenced, 'emp_seller', TODAY, 'CONFIRMED_BY_SELLER'],
    ['[7.3] by an investigator', evidenced, 'emp_inv2', TODAY, 'CONFIRMED_BY_SELLER'],
    ['after the last day', evidenced, 'emp_sec', '2027-02-22', 'DECISION_LAPSED'],
    ['without evidence', aDecision(), 'emp_sec', TODAY, 'ILLEGAL_TRANSITION'],
    ['of a lapsed decision', aDecision({ state: 'lapsed' }), 'emp_sec', TODAY, 'ILLEGAL_TRANSITION'],
    ['twice', aDecision({ state: 'in-force' }), 'emp_sec', TODAY, 'ILLEGAL_TRANSITION'],
    ['of a rejection', aDecision({ state: 'rejected' }), 'emp_sec', TODAY, 'ILLEGAL_TRANSITION'],
  ])('%s is refused', (_name, decision, confirmedBy, today, code) => {
    expect(() => confirmConditions(decision, { confirmedBy, today: today as LocalDate })).toThrow(expect.objectContaining({ code }));
  });

  test('evidence that does not convince goes back and is asked for anew', () => {
    const decision = returnConditions(acceptEvidence(aDecision(), [evidence('cnd_1'), evidence('cnd_2')]), ['公证书缺页']);
    expect(decision.state).toBe('awaiting-conditions');
    expect(decision.conditions.every((one) => one.evidence === null)).toBe(true);
  });

  test.each([
    ['without a reason', evidenced, [], 'REASON_REQUIRED'],
    ['with blank reasons', evidenced, [' ', ''], 'REASON_REQUIRED'],
    ['before there is evidence', aDecision(), ['x'], 'ILLEGAL_TRANSITION'],
    ['after confirmation', aDecision({ state: 'in-force' }), ['x'], 'ILLEGAL_TRANSITION'],
  ])('a return %s is refused', (_name, decision, reasons, code) => {
    expect(() => returnConditions(decision, reasons)).toThrow(expect.objectContaining({ code }));
  });
});

describe('[4.14] validity', () => {
  test.each([
    ['2027-02-20', false],
    ['2027-02-21', false],
    ['2027-02-22', true],
  ])('on %s expired: %p', (on, expected) => {
    expect(isExpired(aDecision(), on as LocalDate)).toBe(expected);
  });

  test('a rejection never expires', () => {
    expect(isExpired(aDecision({ validUntil: null }), '2099-01-01' as LocalDate)).toBe(false);
  });

  test.each(['awaiting-conditions', 'evidenced', 'in-force'] as const)('a decision that is %s lapses', (state) => {
    expect(lapse(aDecision({ state }), 'EXPIRED')).toMatchObject({ state: 'lapsed', lapsedReason: 'EXPIRED' });
  });

  test.each(['made', 'rejected', 'signed', 'lapsed'] as const)('a decision that is %s does not lapse', (state) => {
    expect(lapse(aDecision({ state }), 'EXPIRED')).toBeNull();
  });

  test.each(DECISION_STATES)('a contract signed on a decision that is %s', (state) => {
    const after = noteSigned(aDecision({ state }));
    if (state === 'in-force') expect(after?.state).toBe('signed');
    else expect(after).toBeNull();
  });
});

describe('[4.14, G5] conditions one by one', () => {
  const both = acceptEvidence(aDecision(), [evidence('cnd_1'), evidence('cnd_2')]);
  const confirm = (decision: typeof both, conditionIds: string[] | null) =>
    confirmConditions(decision, { confirmedBy: 'emp_sec', today: TODAY, conditionIds });

  test('one is confirmed, the other stays open and keeps the approval waiting', () => {
    const half = confirm(both, ['cnd_1']);
    expect(half).toMatchObject({ state: 'evidenced', conditions: [{ confirmedBy: 'emp_sec' }, { confirmedBy: null }] });
    expect(confirm(half, ['cnd_2'])).toMatchObject({ state: 'in-force', conditionDueOn: null });
    expect(confirm(half, null)).toMatchObject({ state: 'in-force' });
  });

  test('one is confirmed, the other goes back: only that needs evidence again', () => {
    const back = returnConditions(confirm(both, ['cnd_1']), ['缺页'], ['cnd_2']);
    expect(back.conditions.map((one) => one.evidence?.fileId ?? null)).toEqual(['fil_cnd_1', null]);
    const again = acceptEvidence(back, [{ ...evidence('cnd_2'), fileId: 'fil_new' }]);
    expect(again.conditions.map((one) => one.evidence?.fileId)).toEqual(['fil_cnd_1', 'fil_new']);
    expect(confirm(again, null).state).toBe('in-force');
  });

  test('evidence given once more for what is confirmed changes nothing there', () => {
    const back = returnConditions(confirm(both, ['cnd_1']), ['缺页'], null);
    const again = acceptEvidence(back, [{ ...evidence('cnd_1'), fileId: 'fil_other' }, evidence('cnd_2')]);
    expect(again.conditions[0]?.evidence?.fileId).toBe('fil_cnd_1');
  });

  test.each([
    ['confirmed twice', () => confirm(confirm(both, ['cnd_1']), ['cnd_1'])],
    ['that is not there', () => confirm(both, ['cnd_9'])],
    ['returned after it was confirmed', () => returnConditions(confirm(both, ['cnd_1']), ['缺页'], ['cnd_1'])],
  ])('not one %s', (_name, act) => {
    expect(act).toThrow(expect.objectContaining({ code: 'CONDITION_UNKNOWN' }));
  });

  const oneBack = returnConditions(both, ['缺页'], ['cnd_2']);
  const late = (decision: typeof both, conditionId: string) => ({
    ...decision,
    conditions: decision.conditions.map((one) => (one.conditionId === conditionId ? one : { ...one, dueOn: addDays(TODAY, 30) })),
  });

  test.each([
    ['on its last day', aDecision(), 10, false],
    ['the day after', aDecision(), 11, true],
    ['the day after, when it came back', late(oneBack, 'cnd_2'), 11, true],
    ['the day after of the one whose evidence the secretary kept', late(oneBack, 'cnd_1'), 11, false],
    ['the day after, with evidence that waits', aDecision({ state: 'evidenced' }), 11, false],
    ['the day after, in force', aDecision({ state: 'in-force', conditionDueOn: null }), 11, false],
  ])('overdue %s', (_name, decision, days, expected) => {
    expect(isOverdue(decision, addDays(TODAY, days))).toBe(expected);
  });
});
