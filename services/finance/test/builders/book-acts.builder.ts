import { LateLoans } from '../../src/persistence/late-loan.repository.js';
import { LoanPolicies } from '../../src/persistence/loan-policies.repository.js';
import { ApplyLoanChange } from '../../src/use-cases/approve-loan-request/apply-loan-change.js';
import { ApproveLoanRequest } from '../../src/use-cases/approve-loan-request/approve-loan-request.use-case.js';
import { LoanRequestNews } from '../../src/use-cases/approve-loan-request/loan-request-news.js';
import { BorrowerExposures } from '../../src/use-cases/borrower-exposures.js';
import { BorrowerCheck } from '../../src/use-cases/check-ledger/borrower-check.js';
import { CheckBatch } from '../../src/use-cases/check-ledger/check-batch.js';
import { CheckLedger } from '../../src/use-cases/check-ledger/check-ledger.use-case.js';
import { CheckSchedule } from '../../src/use-cases/check-ledger/check-schedule.js';
import { CheckSignal } from '../../src/use-cases/check-ledger/check-signal.js';
import { LoanCheck } from '../../src/use-cases/check-ledger/loan-check.js';
import { OpenCheck } from '../../src/use-cases/check-ledger/open-check.js';
import { ClosePeriod } from '../../src/use-cases/close-period/close-period.use-case.js';
import { FinishPeriod } from '../../src/use-cases/close-period/finish-period.js';
import { PeriodFacts } from '../../src/use-cases/close-period/period-facts.js';
import { EndMeasureWork } from '../../src/use-cases/end-measure-work/end-measure-work.use-case.js';
import { MeasureEnd } from '../../src/use-cases/measure-end.js';
import { JudgeLoanClass } from '../../src/use-cases/judge-loan-class/judge-loan-class.use-case.js';
import { LoanJudgements } from '../../src/use-cases/judge-loan-class/loan-judgements.js';
import { LoanBooks } from '../../src/use-cases/loan-books.js';
import { ProposeLoanRequest } from '../../src/use-cases/propose-loan-request/propose-loan-request.use-case.js';
import { RejectLoanRequest } from '../../src/use-cases/reject-loan-request/reject-loan-request.use-case.js';
import { CloseBatch } from '../../src/use-cases/run-day-end/close-batch.js';
import { CloseRunningDay } from '../../src/use-cases/run-day-end/close-running-day.js';
import { DayEndBooks } from '../../src/use-cases/run-day-end/day-end-books.js';
import { DayEndSignal } from '../../src/use-cases/run-day-end/day-end-signal.js';
import { StartDayEnd } from '../../src/use-cases/run-day-end/start-day-end.use-case.js';
import { ScheduleHistory } from '../../src/use-cases/schedule-history.js';
import { WithdrawLoanRequest } from '../../src/use-cases/withdraw-loan-request/withdraw-loan-request.use-case.js';
import { Leases } from '@weilend/mongo';
import type { PlatformUnderTest } from '@weilend/testing';
import type { Repos } from './repositories.builder.js';

// What finance does with running loans and with its books, built by hand.

export function loanChangesOf(p: PlatformUnderTest, repos: Repos, books: LoanBooks, history: ScheduleHistory) {
  const policies = new LoanPolicies(p.parameters);
  const judgements = new LoanJudgements(books, repos.classes, repos.lateLoans, p.outbox, p.clock);
  const changes = new ApplyLoanChange(policies, history, judgements, books, p.clock);
  const measureEnd = new MeasureEnd(repos.measureWorks, p.handoffs, p.clock);
  const news = new LoanRequestNews(p.outbox, measureEnd);
  return {
    endMeasureWork: new EndMeasureWork(p.work, repos.measureWorks, measureEnd, p.clock),
    proposeLoanRequest: new ProposeLoanRequest(p.work, repos.loans, repos.requests, policies, measureEnd, p.clock),
    approveLoanRequest: new ApproveLoanRequest(p.work, repos.requests, repos.loans, changes, news, p.clock),
    rejectLoanRequest: new RejectLoanRequest(p.work, repos.requests, p.clock),
    withdrawLoanRequest: new WithdrawLoanRequest(p.work, repos.requests, p.clock),
    judgeLoanClass: new JudgeLoanClass(p.work, repos.loans, policies, judgements, p.clock),
  };
}

export function dayEndOf(p: PlatformUnderTest, { loans, ledger, dayEnds, classes }: Repos, exposures: BorrowerExposures) {
  /** Each worker of a day end holds its leases under a name of its own, as processes do. */
  const dayEndWorker = (holder: string): CloseRunningDay => {
    const leases = new Leases(p.database, holder);
    const dayEndBooks = new DayEndBooks(ledger, p.outbox, dayEnds, exposures, classes, new LateLoans(p.database));
    const batch = new CloseBatch(p.work, leases, loans, dayEndBooks, p.clock);
    return new CloseRunningDay(leases, dayEnds, loans, new LoanPolicies(p.parameters), batch);
  };
  return { startDayEnd: new StartDayEnd(p.work, dayEnds, p.clock, new DayEndSignal()), dayEndWorker };
}

export function ledgerCheckOf(p: PlatformUnderTest, repos: Repos) {
  const { loans, ledger, checks, exposures, orders, dayEnds } = repos;
  const open = new OpenCheck(p.database, checks, dayEnds, p.clock);
  const [loanCheck, borrowerCheck] = [new LoanCheck(loans, ledger), new BorrowerCheck(exposures, loans, orders)];
  return {
    checkLedger: new CheckLedger(p.work, open, new CheckSignal()),
    checkSchedule: new CheckSchedule(p.work, dayEnds, checks, open),
    checkBatch: new CheckBatch(p.work, p.leases, checks, loanCheck, borrowerCheck, ledger),
  };
}

export function periodsOf(p: PlatformUnderTest, { closings, ledger, dayEnds, checks }: Repos) {
  const facts = new PeriodFacts(closings, ledger, dayEnds, checks, p.clock);
  return {
    closePeriod: new ClosePeriod(p.work, p.database, closings, facts, p.clock),
    finishPeriod: (settleMs = 0) => new FinishPeriod(p.work, p.database, closings, ledger, p.clock, { PERIOD_SETTLE_MS: settleMs }),
  };
}
