import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@weilend/kernel';
import { at } from '../__cases__/calendar.cases.js';
import { answerNeed, raiseNeed } from './collaboration.js';

const need = {
  id: 'clb_1',
  handoffId: 'hof_1',
  from: 'sales' as const,
  to: 'risk' as const,
  subject: 'cus_1',
  need: '请风险部陪同拜访客户',
  requestedBy: 'emp_1',
  requestedAt: at('2026-11-23 09:00'),
};
const reply = { answer: '周三上午可以', declined: false, by: 'emp_2', at: at('2026-11-23 11:00') };

describe('collaboration requests', () => {
  it('[8.4] carries who needs what of whom', () => {
    expect(raiseNeed({ ...need, need: '  陪同拜访 ' })).toMatchObject({ state: 'OPEN', from: 'sales', to: 'risk', need: '陪同拜访' });
  });

  it.each([
    ['one’s own department', { to: 'sales' as const }],
    ['no need', { need: ' ' }],
    ['nobody’s department', { from: null }],
  ])('[8.4] refuses %s', (_name, wrong) => {
    expect(() => raiseNeed({ ...need, ...wrong })).toThrow(new DomainError('COLLABORATION_INVALID'));
  });

  it.each([
    [false, 'ANSWERED'],
    [true, 'DECLINED'],
  ])('[8.4] declined %s -> %s', (declined, state) => {
    expect(answerNeed(raiseNeed(need), { ...reply, declined })).toMatchObject({ state, answer: '周三上午可以', answeredBy: 'emp_2' });
  });

  it('[8.4] is answered in words, and once', () => {
    expect(() => answerNeed(raiseNeed(need), { ...reply, answer: ' ' })).toThrow(new DomainError('REASON_MISSING'));
    expect(() => answerNeed(answerNeed(raiseNeed(need), reply), reply)).toThrow(new DomainError('ILLEGAL_TRANSITION'));
  });
});
