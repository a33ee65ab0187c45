import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import {
  answers,
  isEvaluated,
  leaveRequest,
  openRequest,
  reopenRequest,
  returnRequest,
  settleRequest,
  trainingRequestMachine,
  trainRequest,
} from './training-request.js';
import type { RequestState } from './training-request.js';
import { planSession } from './training-session.js';

const at = new Date('2026-03-02T02:00:00Z');
const closing = { by: 'employee:emp_m', at };
const request = openRequest({
  ...{
    id: 'trq_1',
    handoffId: 'hof_1',
    employeeId: 'emp_a',
    topic: 'LAW',
    reason: 'WEAK_SCORE',
    aboutId: 'apr_1',
    openedAt: at,
    dueAt: at,
  },
});
const session = planSession({
  ...{ id: 'trs_1', planId: 'tpl_1', topic: 'LAW', title: '法规', kind: 'INTERNAL', trainerId: 'emp_t', hours: 4 },
  ...{ institution: null, resource: null, mode: null, heldOn: parseLocalDate('2026-03-10') },
});

describe('[5.8] hr asks that somebody be trained', () => {
  test.each([
    ['the topic that was asked for', request, true],
    ['any topic will do', { ...request, topic: null }, true],
    ['another topic', { ...request, topic: 'PRODUCT' as const }, false],
    ['it is closed', { ...request, state: 'RETURNED' as const }, false],
  ])('a training answers it: %s', (_name, of, expected) => {
    expect(answers(session, of)).toBe(expected);
  });

  test('done by a seat, or back with the reason', () => {
    expect(settleRequest(request, 'trs_1', closing)).toMatchObject({ state: 'NOMINATED', sessionId: 'trs_1', closedBy: closing.by });
    expect(returnRequest(request, '本季度无人可替岗，下季度安排', closing)).toMatchObject({ state: 'RETURNED', sessionId: null });
  });

  test.each([
    ['returned without a reason', () => returnRequest(request, ' ', closing), 'REQUEST_REASON_MISSING'],
    ['returned with next to none', () => returnRequest(request, '没有时间', closing), 'REQUEST_REASON_MISSING'],
    [
      'returned after it was done',
      () => returnRequest(settleRequest(request, 'trs_1', closing), '本季度无人可替岗，下季度安排', closing),
      'ILLEGAL_TRANSITION',
    ],
    ['done after it was returned', () => settleRequest({ ...request, state: 'RETURNED' }, 'trs_1', closing), 'ILLEGAL_TRANSITION'],
  ])('refused: %s', (_name, act, code) => {
    expect(act).toThrow(code);
  });

  test('open again with a new deadline when the seat was given back', () => {
    const dueAt = new Date('2026-03-20T02:00:00Z');
    const again = reopenRequest(settleRequest(request, 'trs_1', closing), dueAt);
    expect(again).toEqual({ ...request, dueAt });
    expect(settleRequest(again, 'trs_2', closing)).toMatchObject({ state: 'NOMINATED', sessionId: 'trs_2' });
    expect(() => reopenRequest(request, dueAt)).toThrow('ILLEGAL_TRANSITION');
  });

  test('done when the person came and was evaluated; back when he has left, with or without a seat', () => {
    const seated = settleRequest(request, 'trs_1', closing);
    expect(trainRequest(seated)).toEqual({ ...seated, state: 'TRAINED' });
    const left = { state: 'RETURNED', sessionId: null, returnReason: '已离职', closedBy: closing.by };
    for (const one of [request, seated]) expect(leaveRequest(one, '已离职', closing)).toMatchObject(left);
    for (const act of [() => trainRequest(request), () => leaveRequest(trainRequest(seated), '已离职', closing)])
      expect(act).toThrow('ILLEGAL_TRANSITION');
  });

  test.each([
    ['with a mark', [{ employeeId: 'emp_a', mark: 80, text: null }], true],
    ['with an exam that he failed', [{ employeeId: 'emp_a', mark: 10, text: null, excuse: null }], true],
    ['let off', [{ employeeId: 'emp_a', mark: null, text: null, excuse: '长期病假' }], false],
    ['another one', [{ employeeId: 'emp_b', mark: 80, text: null }], false],
    ['nobody', [], false],
  ])('an evaluation speaks of somebody: %s', (_name, results, expected) => {
    const evaluation = { method: 'EXAM' as const, results, improvements: [], evaluatedOn: parseLocalDate('2026-03-12') };
    expect(isEvaluated({ ...session, evaluation }, 'emp_a')).toBe(expected);
    expect(isEvaluated(session, 'emp_a')).toBe(false);
  });

  test.each<[RequestState, 'nominate' | 'return' | 'reopen' | 'train' | 'leave', RequestState | null]>([
    ['OPEN', 'train', null],
    ['NOMINATED', 'train', 'TRAINED'],
    ['RETURNED', 'train', null],
    ['TRAINED', 'train', null],
    ['TRAINED', 'nominate', null],
    ['TRAINED', 'return', null],
    ['TRAINED', 'reopen', null],
    ['TRAINED', 'leave', null],
    ['OPEN', 'leave', 'RETURNED'],
    ['NOMINATED', 'leave', 'RETURNED'],
    ['RETURNED', 'leave', null],
    ['OPEN', 'reopen', null],
    ['NOMINATED', 'reopen', 'OPEN'],
    ['RETURNED', 'reopen', null],
    ['OPEN', 'nominate', 'NOMINATED'],
    ['OPEN', 'return', 'RETURNED'],
    ['NOMINATED', 'nominate', null],
    ['NOMINATED', 'return', null],
    ['RETURNED', 'nominate', null],
    ['RETURNED', 'return', null],
  ])('%s then %s: %s', (state, event, next) => {
    if (next) expect(trainingRequestMachine.next(state, event)).toBe(next);
    else expect(() => trainingRequestMachine.next(state, event)).toThrow('ILLEGAL_TRANSITION');
  });
});
