import { describe, expect, it, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { openSecurityTask, returnTask, secureTask } from './security-task.js';
import type { SecurityEvidence } from './security-task.js';

const at = new Date('2026-11-23T02:00:00Z');
const task = openSecurityTask({
  ...{ id: 'stk_1', measureId: 'mea_1', alertId: 'alt_1', handoffId: 'hof_1', customerId: 'cus_1', applicationId: 'app_1' },
  ...{ loanId: 'lon_1', ownerId: 'emp_1', dueOn: parseLocalDate('2026-11-30'), reason: '经营恶化', openedAt: at },
});
const evidence: SecurityEvidence = { kind: 'GUARANTOR', text: '兄长签署保证合同', fileId: 'fil_1', sha256: 'a'.repeat(64) };

describe('[7.4] more security', () => {
  test('is there with its paper, and nothing is owed any more', () => {
    expect(secureTask(task, evidence, 'emp_1', at)).toMatchObject({ state: 'secured', evidence, dueOn: null, endedBy: 'emp_1' });
  });

  test('cannot be had, and why', () => {
    expect(returnTask(task, '没有其他财产', 'emp_2', at)).toMatchObject({ state: 'returned', returnReason: '没有其他财产', dueOn: null });
  });

  const secured = secureTask(task, evidence, 'emp_1', at);
  it.each<[string, () => unknown, string]>([
    ['without a paper', () => secureTask(task, { ...evidence, fileId: '' }, 'emp_1', at), 'SECURITY_EVIDENCE_MISSING'],
    ['with a paper that nobody has seen', () => secureTask(task, { ...evidence, sha256: '' }, 'emp_1', at), 'SECURITY_EVIDENCE_MISSING'],
    ['twice', () => secureTask(secured, evidence, 'emp_1', at), 'ILLEGAL_TRANSITION'],
    ['returned after it was secured', () => returnTask(secured, '没有其他财产', 'emp_2', at), 'ILLEGAL_TRANSITION'],
    ['returned without a reason', () => returnTask(task, ' ', 'emp_2', at), 'REASON_REQUIRED'],
  ])('refused %s', (_title, act, code) => expect(act).toThrow(expect.objectContaining({ code })));
});
