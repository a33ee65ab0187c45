import { describe, expect, it } from '@jest/globals';
import { aBankLine } from './bank-line.builder.js';
import { chooseLoan, failLine, missLine, MOST_FAILURES, postLine, setLineAside } from './bank-line.js';
import type { Loan } from '../loan/loan.js';
import type { BankLine } from './bank-line.js';

const by = { decidedBy: 'employee:emp_1', decidedAt: new Date('2026-11-26T02:00:00Z') };
const active: Pick<Loan, 'id' | 'state'> = { id: 'lon_1', state: 'ACTIVE' };
const choose = (line: BankLine, loan = active) => chooseLoan(line, loan, { ...by, matchedBy: 'PERSON' });

describe('[4.19, 7.3] what becomes of money on a bank statement', () => {
  it('a loan is chosen, then the repayment is written down', () => {
    const chosen = choose(aBankLine({ state: 'UNMATCHED', reason: 'PAYER_UNKNOWN' }));
    expect(chosen).toMatchObject({ state: 'POSTING', loanId: 'lon_1', matchedBy: 'PERSON', reason: null, ...by });
    expect(postLine(chosen, { id: 'rpm_1', loanId: 'lon_1' })).toMatchObject({ state: 'POSTED', repaymentId: 'rpm_1', loanId: 'lon_1' });
  });

  it('what the loan did not take waits for a person again', () => {
    const missed = missLine(choose(aBankLine()), 'REPAYMENT_DATE_INVALID');
    expect(missed).toMatchObject({ state: 'UNMATCHED', reason: 'REPAYMENT_DATE_INVALID', loanId: null, matchedBy: null });
  });

  it('is set aside with a reason, and can be taken up again', () => {
    const aside = setLineAside(aBankLine({ state: 'UNMATCHED' }), ' 利息收入 ', by);
    expect(aside).toMatchObject({ state: 'SET_ASIDE', reason: '利息收入', ...by });
    expect(choose(aside)).toMatchObject({ state: 'POSTING', reason: null });
  });

  it('a person may choose a loan that was written off: what comes in is recovered', () => {
    expect(choose(aBankLine({ state: 'UNMATCHED' }), { id: 'lon_1', state: 'WRITTEN_OFF' })).toMatchObject({
      state: 'POSTING',
      loanId: 'lon_1',
    });
  });

  it('is tried several times before a person must look at it', () => {
    let line = aBankLine();
    for (let tries = 1; tries < MOST_FAILURES; tries++) line = failLine(line);
    expect(line).toMatchObject({ state: 'NEW', failures: MOST_FAILURES - 1 });
    expect(failLine(line)).toMatchObject({ state: 'FAILED', reason: 'PROCESSING_FAILED' });
  });

  it.each<[string, () => unknown, string]>([
    ['money that left the account on a loan', () => choose(aBankLine({ state: 'SET_ASIDE', amountFen: -1 })), 'BANK_LINE_MONEY_OUT'],
    ['money on a loan that has ended', () => choose(aBankLine(), { id: 'lon_1', state: 'SETTLED' }), 'BANK_LINE_LOAN_SETTLED'],
    ['money on a loan that was taken back', () => choose(aBankLine(), { id: 'lon_1', state: 'REVERSED' }), 'LOAN_REVERSED'],
    ['money that is being posted on another loan', () => choose(aBankLine({ state: 'POSTING' })), 'ILLEGAL_TRANSITION'],
    ['setting aside what is being posted', () => setLineAside(aBankLine({ state: 'POSTING' }), 'x', by), 'ILLEGAL_TRANSITION'],
    ['setting aside what is posted', () => setLineAside(aBankLine({ state: 'POSTED' }), 'x', by), 'ILLEGAL_TRANSITION'],
    ['setting aside without a reason', () => setLineAside(aBankLine({ state: 'UNMATCHED' }), ' ', by), 'SET_ASIDE_REASON_MISSING'],
    ['setting aside with a novel', () => setLineAside(aBankLine({ state: 'UNMATCHED' }), 'x'.repeat(301), by), 'SET_ASIDE_REASON_MISSING'],
    ['posting what nobody chose', () => postLine(aBankLine(), { id: 'rpm_1', loanId: 'lon_1' }), 'ILLEGAL_TRANSITION'],
    ['missing what is posted', () => missLine(aBankLine({ state: 'POSTED' }), 'x'), 'ILLEGAL_TRANSITION'],
  ])('%s is refused', (_title, act, code) => {
    expect(act).toThrow(expect.objectContaining({ code }));
  });
});
