import { describe, expect, it } from '@jest/globals';
import { aPolicy } from '../arrears/policy.builder.js';
import { aLoan } from '../loan/loan.builder.js';
import { parseLocalDate, parseRate } from '@weilend/kernel';
import { changeProblems, decide, withdraw } from './loan-request.js';
import type { LoanChange, LoanRequest } from './loan-request.js';

const request = (change: Partial<LoanRequest> = {}): LoanRequest => ({
  ...{ id: 'lrq_1', version: 1, state: 'OPEN', loanId: 'lon_1', applicationId: 'app_1', salespersonId: 'emp_sales' },
  ...{
    change: { kind: 'WRITE_OFF' },
    reason: 'lost',
    proposedBy: 'emp_maker',
    proposedAt: new Date(0),
    decision: null,
    measureWorkId: null,
  },
  ...change,
});
const by = (employeeId: string, note = '') => ({ by: employeeId, at: new Date(1), note });

describe('[7.3, 7.4] a request is decided by another person', () => {
  it('approved, rejected with a reason, or withdrawn by who made it', () => {
    expect(decide(request(), 'approve', by('emp_checker')).state).toBe('APPROVED');
    expect(decide(request(), 'reject', by('emp_checker', 'too early')).state).toBe('REJECTED');
    expect(withdraw(request(), by('emp_maker')).state).toBe('WITHDRAWN');
  });

  it.each<[string, () => LoanRequest, string]>([
    ['approved by the proposer', () => decide(request(), 'approve', by('emp_maker')), 'LOAN_REQUEST_OWN'],
    ['rejected by the proposer', () => decide(request(), 'reject', by('emp_maker', 'no')), 'LOAN_REQUEST_OWN'],
    ['approved by the salesperson of the loan', () => decide(request(), 'approve', by('emp_sales')), 'LOAN_REQUEST_OWN'],
    ['rejected without a reason', () => decide(request(), 'reject', by('emp_checker', ' ')), 'LOAN_REQUEST_REASON_MISSING'],
    ['withdrawn by another', () => withdraw(request(), by('emp_checker')), 'LOAN_REQUEST_NOT_OWN'],
    ['decided twice', () => decide(request({ state: 'APPROVED' }), 'reject', by('emp_checker', 'no')), 'ILLEGAL_TRANSITION'],
    ['withdrawn after the decision', () => withdraw(request({ state: 'REJECTED' }), by('emp_maker')), 'ILLEGAL_TRANSITION'],
  ])('it is not %s', (_title, act, code) => expect(act).toThrow(code));

  it.each<[LoanChange, string]>([
    [{ kind: 'WRITE_OFF' }, 'WRITE_OFF_NOT_LOSS'],
    [{ kind: 'CLASS_UPGRADE', loanClass: 'PASS' }, 'CLASS_NOT_BETTER'],
    [
      {
        kind: 'RESTRUCTURE',
        terms: { annualRate: parseRate('0.2'), method: 'BULLET', periods: 3, firstDueOn: null, principalGracePeriods: 0 },
      },
      'RESTRUCTURE_TERMS_INVALID',
    ],
  ])('what speaks against %o is said', (change, code) => {
    const problems = changeProblems(aLoan(), change, parseLocalDate('2026-02-15'), {
      restructure: { maxCount: 2, observationMonths: 12 },
      classes: aPolicy(),
    });
    expect(problems.map((problem) => problem.code)).toEqual([code]);
  });
});
