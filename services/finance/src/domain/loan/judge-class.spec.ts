import { describe, expect, it } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import type { LoanClass } from '../arrears/loan-class.js';
import { aPolicy } from '../arrears/policy.builder.js';
import { applyRepayment } from './apply-repayment.js';
import { closeDay } from './close-day.js';
import { judgeBetter, judgeWorse, upgradeProblems } from './judge-class.js';
import { aLoan } from './loan.builder.js';
import type { Loan } from './loan.js';

const on = parseLocalDate;
const day = on('2026-02-01');
const worse = (loan: Loan, to: LoanClass) => judgeWorse(loan, to, day, aPolicy());

describe('[7.4] a person’s judgement of a loan', () => {
  it.each<[LoanClass, number]>([
    ['SPECIAL_MENTION', 2000_00],
    ['SUBSTANDARD', 25_000_00],
    ['DOUBTFUL', 50_000_00],
    ['LOSS', 100_000_00],
  ])('worse, to %s: at once, with its provision', (to, provisionFen) => {
    const { loan, change } = worse(aLoan(), to);
    expect(loan).toMatchObject({ manualClass: to, loanClass: to, provisionFen });
    expect(change).toMatchObject({ previousClass: 'PASS', loanClass: to, daysPastDue: 0 });
  });

  it.each<[string, () => Loan, LoanClass, string]>([
    ['the class it has', aLoan, 'PASS', 'CLASS_NOT_WORSE'],
    ['a better one', () => worse(aLoan(), 'DOUBTFUL').loan, 'SUBSTANDARD', 'CLASS_NOT_WORSE'],
    [
      'any class of a loan that has ended',
      () => applyRepayment(aLoan(), 200_000_00, { paidOn: day, today: day }).loan,
      'LOSS',
      'LOAN_NOT_RUNNING',
    ],
  ])('is not %s', (_title, loan, to, code) => expect(() => worse(loan(), to)).toThrow(code));

  it('better, with approval: down to what the days say and no further', () => {
    const judged = worse(aLoan(), 'LOSS').loan;
    expect(judgeBetter(judged, 'SUBSTANDARD', day, aPolicy()).loan).toMatchObject({ manualClass: 'SUBSTANDARD', loanClass: 'SUBSTANDARD' });
    expect(judgeBetter(judged, 'PASS', day, aPolicy())).toMatchObject({
      loan: { manualClass: null, loanClass: 'PASS' },
      change: { previousClass: 'LOSS' },
    });
    const late = closeDay({ ...judged }, on('2026-06-01'), aPolicy()).loan;
    expect(judgeBetter(late, 'PASS', on('2026-06-01'), aPolicy()).loan.loanClass).toBe('SUBSTANDARD');
  });

  it.each<[string, () => Loan, LoanClass, string | null]>([
    ['nobody judged it', aLoan, 'PASS', 'CLASS_NOT_BETTER'],
    ['the wanted class is the judged one', () => worse(aLoan(), 'DOUBTFUL').loan, 'DOUBTFUL', 'CLASS_NOT_BETTER'],
    ['the wanted class is worse', () => worse(aLoan(), 'DOUBTFUL').loan, 'LOSS', 'CLASS_NOT_BETTER'],
    ['it is under observation', () => ({ ...worse(aLoan(), 'DOUBTFUL').loan, watchUntil: day }), 'PASS', 'CLASS_UNDER_OBSERVATION'],
    [
      'it is under observation, to special mention',
      () => ({ ...worse(aLoan(), 'DOUBTFUL').loan, watchUntil: day }),
      'SPECIAL_MENTION',
      null,
    ],
    ['the observation is over', () => ({ ...worse(aLoan(), 'DOUBTFUL').loan, watchUntil: on('2026-01-31') }), 'PASS', null],
    ['it is better', () => worse(aLoan(), 'DOUBTFUL').loan, 'SUBSTANDARD', null],
  ])('an upgrade when %s', (_title, loan, to, code) => {
    expect(upgradeProblems(loan(), to, day).map((problem) => problem.code)).toEqual(code === null ? [] : [code]);
  });
});
