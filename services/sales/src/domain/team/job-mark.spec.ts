import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { endJobMark, giveJobMark, receiveJobMark, returnJobMark } from './job-mark.js';
import type { JobMark, JobMarkAct } from './job-mark.js';

const at = new Date('2026-05-04T02:00:00Z');
const asked: JobMark = receiveJobMark({
  ...{ id: 'ojm_1', handoffId: 'hof_1', sessionId: 'trs_1', employeeId: 'emp_a', supervisorId: 'emp_s' },
  ...{ dueOn: parseLocalDate('2026-05-10'), receivedAt: at },
});
const by: JobMarkAct = { by: 'emp_s', at, isManager: false };
const good = { mark: 4, facts: ['拜访时先说明综合融资成本'] };

describe('[6.8] the superior marks how somebody works', () => {
  test('with observed facts, once', () => {
    const marked = giveJobMark(asked, good, by);
    expect(marked).toMatchObject({ state: 'MARKED', mark: 4, facts: good.facts, closedBy: 'emp_s', owedOn: null });
    expect(() => giveJobMark(marked, good, by)).toThrow('JOB_MARK_CLOSED');
    expect(() => returnJobMark(marked, '没有共事过', by)).toThrow('JOB_MARK_CLOSED');
  });

  test('the manager stands in', () => {
    expect(giveJobMark(asked, good, { ...by, by: 'emp_m', isManager: true }).closedBy).toBe('emp_m');
  });

  test.each<[string, Partial<typeof good>, Partial<JobMarkAct>, string]>([
    ['by somebody else', {}, { by: 'emp_x' }, 'JOB_MARK_NOT_YOURS'],
    ['by himself', {}, { by: 'emp_a' }, 'JOB_MARK_NOT_YOURS'],
    ['by himself as the manager', {}, { by: 'emp_a', isManager: true }, 'JOB_MARK_NOT_YOURS'],
    ['a mark of 0', { mark: 0 }, {}, 'JOB_MARK_INVALID'],
    ['a mark of 6', { mark: 6 }, {}, 'JOB_MARK_INVALID'],
    ['half a mark', { mark: 2.5 }, {}, 'JOB_MARK_INVALID'],
    ['without facts', { facts: [] }, {}, 'JOB_MARK_FACTS_MISSING'],
    ['with too many', { facts: Array.from({ length: 11 }, () => '拜访认真') }, {}, 'JOB_MARK_FACTS_MISSING'],
    ['a fact without words', { facts: ['好'] }, {}, 'REASON_REQUIRED'],
    ["[3.7] a customer's number", { facts: ['客户 13800138000 很满意'] }, {}, 'PERSONAL_NUMBER_IN_TEXT'],
  ])('refused: %s', (_name, change, act, code) => {
    expect(() => giveJobMark(asked, { ...good, ...change }, { ...by, ...act })).toThrow(code);
  });

  test('goes back with the reason when nothing can be said, or when the person has left', () => {
    expect(returnJobMark(asked, '尚未共事，无法评定', by)).toMatchObject({
      state: 'RETURNED',
      returnReason: '尚未共事，无法评定',
      owedOn: null,
    });
    expect(() => returnJobMark(asked, ' ', by)).toThrow('REASON_REQUIRED');
    expect(() => returnJobMark(asked, '尚未共事', { ...by, by: 'emp_x' })).toThrow('JOB_MARK_NOT_YOURS');
    expect(endJobMark(asked, 'left', at)).toMatchObject({ state: 'RETURNED', closedBy: null, owedOn: null });
  });
});
