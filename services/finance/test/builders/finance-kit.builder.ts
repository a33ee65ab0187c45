import { filesCollections } from '@weilend/files';
import type { AnyConsumer } from '@weilend/messaging';
import { Leases } from '@weilend/mongo';
import { inboxOf, person, testPlatform } from '@weilend/testing';
import type { PlatformUnderTest } from '@weilend/testing';
import { CsvPaymentFile } from '../../src/adapters/csv-payment-file.adapter.js';
import { SimulatedBankChannel, bankRequestCollection } from '../../src/adapters/simulated-bank.channel.js';
import { GiveBackWhenDecisionLapses } from '../../src/consumers/give-back-when-decision-lapses.consumer.js';
import { IssueCostSheetWhenDrafted } from '../../src/consumers/issue-cost-sheet-when-drafted.consumer.js';
import { IssueQuotesWhenAsked } from '../../src/consumers/issue-quotes-when-asked.consumer.js';
import { NoteConditionsWhenConfirmed } from '../../src/consumers/note-conditions-when-confirmed.consumer.js';
import { NoteDecisionWhenMade } from '../../src/consumers/note-decision-when-made.consumer.js';
import { OpenBonusWhenSettled } from '../../src/consumers/open-bonus-when-settled.consumer.js';
import { OpenOrderWhenContractSigned } from '../../src/consumers/open-order-when-contract-signed.consumer.js';
import { StopWhenApplicationWithdrawn } from '../../src/consumers/stop-when-application-withdrawn.consumer.js';
import { StopWhenCancellationRequested } from '../../src/consumers/stop-when-cancellation-requested.consumer.js';
import { financeErrors } from '../../src/domain/finance.errors.js';
import { FactsOfApplications } from '../../src/persistence/application-facts.repository.js';
import { ClassChanges } from '../../src/persistence/class-change.repository.js';
import { LoanRequests } from '../../src/persistence/loan-request.repository.js';
import { LoanSchedules } from '../../src/persistence/loan-schedule.repository.js';
import { CollectionCases } from '../../src/persistence/collection-case.repository.js';
import { CollectionContacts } from '../../src/persistence/collection-contact.repository.js';
import { CollectionDays } from '../../src/persistence/collection-day.repository.js';
import { CollectionRules } from '../../src/persistence/collection-rules.js';
import { BorrowerGroups } from '../../src/persistence/borrower-group.repository.js';
import { CostSheets } from '../../src/persistence/cost-sheet.repository.js';
import { DayEnds } from '../../src/persistence/day-end.repository.js';
import { DisbursementOrders } from '../../src/persistence/disbursement-order.repository.js';
import { Exposures } from '../../src/persistence/exposure.repository.js';
import { LateLoans } from '../../src/persistence/late-loan.repository.js';
import { LedgerChecks } from '../../src/persistence/ledger-check.repository.js';
import { Ledger } from '../../src/persistence/ledger.repository.js';
import { financeCollections } from '../../src/persistence/finance-collections.js';
import { ledgerDatabaseOf } from '../../src/persistence/ledger.schema.js';
import { Loans } from '../../src/persistence/loan.repository.js';
import { scheduleRules } from '../../src/persistence/migrations/0002-schedule-rules.js';
import { loanServicing } from '../../src/persistence/migrations/0003-loan-servicing.js';
import { scheduleVersions } from '../../src/persistence/migrations/0008-schedule-versions.js';
import { collectionsAndServicing } from '../../src/persistence/migrations/0007-collections-and-servicing.js';
import { closingsAndLateLoans } from '../../src/persistence/migrations/0006-closings-and-late-loans.js';
import { limits } from '../../src/persistence/migrations/0004-limits.js';
import { receiptNumbers } from '../../src/persistence/migrations/0005-receipt-numbers.js';
import { createLedger } from '../../src/persistence/migrations/0001-create-ledger.js';
import { PeriodClosings } from '../../src/persistence/period-closing.repository.js';
import { PayeeAccounts } from '../../src/persistence/payee-account.repository.js';
import { PaymentPromises } from '../../src/persistence/payment-promise.repository.js';
import { Portfolios } from '../../src/persistence/portfolio.repository.js';
import { BonusPayments } from '../../src/persistence/bonus-payment.repository.js';
import { SalaryAccounts } from '../../src/persistence/salary-account.repository.js';
import { PaymentBatches } from '../../src/persistence/payment-batch.repository.js';
import { Products } from '../../src/persistence/product.repository.js';
import { Quotes } from '../../src/persistence/quote.repository.js';
import { Repayments } from '../../src/persistence/repayment.repository.js';
import { ApplyLoanChange } from '../../src/use-cases/approve-loan-request/apply-loan-change.js';
import { ApproveLoanRequest } from '../../src/use-cases/approve-loan-request/approve-loan-request.use-case.js';
import { LoanRequestNews } from '../../src/use-cases/approve-loan-request/loan-request-news.js';
import { JudgeLoanClass } from '../../src/use-cases/judge-loan-class/judge-loan-class.use-case.js';
import { LoanJudgements } from '../../src/use-cases/judge-loan-class/loan-judgements.js';
import { LoanPolicies } from '../../src/persistence/loan-policies.repository.js';
import { ProposeLoanRequest } from '../../src/use-cases/propose-loan-request/propose-loan-request.use-case.js';
import { RejectLoanRequest } from '../../src/use-cases/reject-loan-request/reject-loan-request.use-case.js';
import { ScheduleHistory } from '../../src/use-cases/schedule-history.js';
import { WithdrawLoanRequest } from '../../src/use-cases/withdraw-loan-request/withdraw-loan-request.use-case.js';
import { BorrowerExposures } from '../../src/use-cases/borrower-exposures.js';
import { BorrowerCheck } from '../../src/use-cases/check-ledger/borrower-check.js';
import { CheckBatch } from '../../src/use-cases/check-ledger/check-batch.js';
import { CheckLedger } from '../../src/use-cases/check-ledger/check-ledger.use-case.js';
import { CheckSchedule } from '../../src/use-cases/check-ledger/check-schedule.js';
import { CheckSignal } from '../../src/use-cases/check-ledger/check-signal.js';
import { LoanCheck } from '../../src/use-cases/check-ledger/loan-check.js';
import { OpenCheck } from '../../src/use-cases/check-ledger/open-check.js';
import { CheckDisbursement } from '../../src/use-cases/check-disbursement/check-disbursement.use-case.js';
import { ClosePeriod } from '../../src/use-cases/close-period/close-period.use-case.js';
import { FinishPeriod } from '../../src/use-cases/close-period/finish-period.js';
import { PeriodFacts } from '../../src/use-cases/close-period/period-facts.js';
import { CountPortfolio } from '../../src/use-cases/count-portfolio/count-portfolio.js';
import { ConfirmDisbursementReversal } from '../../src/use-cases/confirm-disbursement-reversal/confirm-disbursement-reversal.use-case.js';
import { ProposeDisbursementReversal } from '../../src/use-cases/propose-disbursement-reversal/propose-disbursement-reversal.use-case.js';
import { RejectDisbursementReversal } from '../../src/use-cases/reject-disbursement-reversal/reject-disbursement-reversal.use-case.js';
import { GateSeven } from '../../src/use-cases/gate-seven.js';
import { GroupMembers } from '../../src/use-cases/group-members.js';
import { IssueCostSheet } from '../../src/use-cases/issue-cost-sheet/issue-cost-sheet.use-case.js';
import { IssueQuotes } from '../../src/use-cases/issue-quotes/issue-quotes.use-case.js';
import { LendingPolicies } from '../../src/persistence/lending-policies.js';
import { BatchOrders } from '../../src/use-cases/release-payment-batch/batch-orders.js';
import { DissolvePaymentBatch } from '../../src/use-cases/dissolve-payment-batch/dissolve-payment-batch.use-case.js';
import { ExportPaymentBatch } from '../../src/use-cases/export-payment-batch/export-payment-batch.use-case.js';
import { OpenPaymentBatch } from '../../src/use-cases/open-payment-batch/open-payment-batch.use-case.js';
import { PaymentRelease } from '../../src/use-cases/payment-release.js';
import { ReleasePaymentBatch } from '../../src/use-cases/release-payment-batch/release-payment-batch.use-case.js';
import { OpenBonusPayment } from '../../src/use-cases/open-bonus-payment/open-bonus-payment.use-case.js';
import { RegisterSalaryAccount } from '../../src/use-cases/register-salary-account/register-salary-account.use-case.js';
import { ReleaseBonusPayment } from '../../src/use-cases/release-bonus-payment/release-bonus-payment.use-case.js';
import { BonusSteps } from '../../src/use-cases/settle-bonus/bonus-steps.js';
import { LoanBooks } from '../../src/use-cases/loan-books.js';
import { LoanRepayments } from '../../src/use-cases/loan-repayments.js';
import { MakeDisbursement } from '../../src/use-cases/make-disbursement/make-disbursement.use-case.js';
import { NoteApproval } from '../../src/use-cases/note-approval/note-approval.use-case.js';
import { OpenDisbursement } from '../../src/use-cases/open-disbursement/open-disbursement.use-case.js';
import { OrderEnd } from '../../src/use-cases/order-end.js';
import { AddGroupMember } from '../../src/use-cases/add-group-member/add-group-member.use-case.js';
import { OpenBorrowerGroup } from '../../src/use-cases/open-borrower-group/open-borrower-group.use-case.js';
import { RemoveGroupMember } from '../../src/use-cases/remove-group-member/remove-group-member.use-case.js';
import { PublishProduct } from '../../src/use-cases/publish-product/publish-product.use-case.js';
import { RecordRepayment } from '../../src/use-cases/record-repayment/record-repayment.use-case.js';
import { RegisterPayeeAccount } from '../../src/use-cases/register-payee-account/register-payee-account.use-case.js';
import { RejectDisbursement } from '../../src/use-cases/reject-disbursement/reject-disbursement.use-case.js';
import type { PaymentChannel } from '../../src/use-cases/settle-payment/payment-channel.port.js';
import { PaymentSignal } from '../../src/use-cases/settle-payment/payment-signal.js';
import { PaymentSteps } from '../../src/use-cases/settle-payment/payment-steps.js';
import { PostDisbursement } from '../../src/use-cases/settle-payment/post-disbursement.js';
import { ReverseRepayment } from '../../src/use-cases/reverse-repayment/reverse-repayment.use-case.js';
import { CloseBatch } from '../../src/use-cases/run-day-end/close-batch.js';
import { DayEndBooks } from '../../src/use-cases/run-day-end/day-end-books.js';
import { CloseRunningDay } from '../../src/use-cases/run-day-end/close-running-day.js';
import { DayEndSignal } from '../../src/use-cases/run-day-end/day-end-signal.js';
import { StartDayEnd } from '../../src/use-cases/run-day-end/start-day-end.use-case.js';
import { SettlePayment } from '../../src/use-cases/settle-payment/settle-payment.use-case.js';
import { StopDisbursement } from '../../src/use-cases/stop-disbursement/stop-disbursement.use-case.js';

export const financeParts = {
  errors: financeErrors,
  collections: [...financeCollections, ...filesCollections, bankRequestCollection],
  migrations: [
    createLedger,
    scheduleRules,
    loanServicing,
    limits,
    receiptNumbers,
    closingsAndLateLoans,
    collectionsAndServicing,
    scheduleVersions,
  ],
};

/** Everything of finance built by hand on a database of its own. */
export async function financeKit() {
  const p = await testPlatform('finance', financeParts);
  const repos = repositories(p);
  const exposures = new BorrowerExposures(repos.exposures, repos.groups, new LendingPolicies(p.parameters, p.clock));
  const release = new PaymentRelease(repos.orders, repos.facts, exposures);
  const end = new OrderEnd(repos.facts, repos.orders, exposures, p.handoffs, p.outbox);
  const gate = new GateSeven(repos.sheets, repos.accounts, exposures);
  const books = new LoanBooks(repos.loans, repos.ledger, exposures, p.clock);
  const history = new ScheduleHistory(repos.schedules, repos.repayments, repos.requests, p.clock);
  const repayments = new LoanRepayments(repos.repayments, history, p.clock);
  const post = new PostDisbursement(repos.orders, repos.sheets, repos.products, books, p.handoffs, p.outbox);
  const steps = new PaymentSteps(p.database, repos.orders, repos.accounts, post, end, p.clock);
  const noteApproval = new NoteApproval(repos.facts, repos.orders, end);
  const stop = new StopDisbursement(repos.facts, repos.orders, end, p.outbox);
  const bank: PaymentChannel = new SimulatedBankChannel(p.database);
  const consumers: AnyConsumer[] = [
    new IssueQuotesWhenAsked(new IssueQuotes(repos.products, repos.quotes, p.parameters, p.handoffs, p.outbox, p.clock)),
    new IssueCostSheetWhenDrafted(new IssueCostSheet(repos.products, repos.sheets, p.parameters, p.handoffs, p.outbox, p.clock)),
    new OpenOrderWhenContractSigned(new OpenDisbursement(repos.facts, repos.orders, gate, end, p.handoffs, p.clock)),
    new NoteDecisionWhenMade(noteApproval),
    new NoteConditionsWhenConfirmed(noteApproval),
    new GiveBackWhenDecisionLapses(noteApproval),
    new StopWhenApplicationWithdrawn(stop),
    new StopWhenCancellationRequested(stop),
    new OpenBonusWhenSettled(new OpenBonusPayment(repos.bonuses, p.clock)),
  ];
  return {
    p,
    repos,
    bank,
    inbox: inboxOf(p, consumers),
    publishProduct: new PublishProduct(p.work, repos.products, p.parameters, p.outbox, p.clock),
    registerPayeeAccount: new RegisterPayeeAccount(p.work, repos.accounts, p.cipher, p.clock),
    makeDisbursement: new MakeDisbursement(p.work, repos.orders, repos.facts),
    checkDisbursement: new CheckDisbursement(p.work, p.database, repos.orders, release, new PaymentSignal()),
    rejectDisbursement: new RejectDisbursement(p.work, repos.orders, end),
    ...groupsOf(p, repos),
    ...batchesOf(p, repos, release),
    ...reversalsOf(p, repos, books),
    recordRepayment: new RecordRepayment(p.work, repos.loans, repayments, books, p.outbox),
    reverseRepayment: new ReverseRepayment(p.work, repos.loans, repayments, books, p.outbox),
    ...loanChangesOf(p, repos, books, history),
    ...dayEndOf(p, repos, exposures),
    ...ledgerCheckOf(p, repos),
    ...periodsOf(p, repos),
    countPortfolio: new CountPortfolio(p.work, repos.dayEnds, repos.portfolios, p.parameters, p.clock),
    ...bonusesOf(p, repos),
    settleWith: (channel: PaymentChannel): SettlePayment => new SettlePayment(p.work, p.leases, steps, bonusStepsOf(p, repos), channel),
    stop: async () => {
      const { connection } = p.database;
      await connection.getClient().db(ledgerDatabaseOf(connection.name)).dropDatabase();
      await p.stop();
    },
  };
}
export type FinanceKit = Awaited<ReturnType<typeof financeKit>>;

type Repos = ReturnType<typeof repositories>;

function loanChangesOf(p: PlatformUnderTest, repos: Repos, books: LoanBooks, history: ScheduleHistory) {
  const policies = new LoanPolicies(p.parameters);
  const judgements = new LoanJudgements(books, repos.classes, p.outbox, p.clock);
  const changes = new ApplyLoanChange(policies, history, judgements, books, p.clock);
  return {
    proposeLoanRequest: new ProposeLoanRequest(p.work, repos.loans, repos.requests, policies, p.clock),
    approveLoanRequest: new ApproveLoanRequest(p.work, repos.requests, repos.loans, changes, new LoanRequestNews(p.outbox), p.clock),
    rejectLoanRequest: new RejectLoanRequest(p.work, repos.requests, p.clock),
    withdrawLoanRequest: new WithdrawLoanRequest(p.work, repos.requests, p.clock),
    judgeLoanClass: new JudgeLoanClass(p.work, repos.loans, policies, judgements, p.clock),
  };
}

function groupsOf(p: PlatformUnderTest, { groups, exposures }: Repos) {
  const members = new GroupMembers(groups, exposures, p.clock);
  return {
    openBorrowerGroup: new OpenBorrowerGroup(p.work, members),
    addGroupMember: new AddGroupMember(p.work, groups, members),
    removeGroupMember: new RemoveGroupMember(p.work, groups, members),
  };
}

function batchesOf(p: PlatformUnderTest, { batches, orders, accounts }: Repos, release: PaymentRelease) {
  const ofBatch = new BatchOrders(orders, release);
  return {
    openBatch: new OpenPaymentBatch(p.work, orders, batches, p.clock),
    releaseBatch: new ReleasePaymentBatch(p.work, p.database, batches, ofBatch, new PaymentSignal(), p.clock),
    dissolveBatch: new DissolvePaymentBatch(p.work, p.database, batches, ofBatch),
    exportBatch: new ExportPaymentBatch(p.work, batches, orders, accounts, new CsvPaymentFile(), p.clock),
  };
}

const bonusStepsOf = (p: PlatformUnderTest, { bonuses, salaryAccounts, ledger }: Repos): BonusSteps =>
  new BonusSteps(p.database, bonuses, salaryAccounts, ledger, p.handoffs, p.clock);

function bonusesOf(p: PlatformUnderTest, { bonuses, salaryAccounts }: Repos) {
  return {
    registerSalaryAccount: new RegisterSalaryAccount(p.work, salaryAccounts, p.cipher, p.clock),
    releaseBonus: new ReleaseBonusPayment(p.work, p.database, bonuses, salaryAccounts, p.handoffs, new PaymentSignal()),
  };
}

function reversalsOf(p: PlatformUnderTest, { orders, loans }: Repos, books: LoanBooks) {
  return {
    proposeReversal: new ProposeDisbursementReversal(p.work, orders, loans, p.clock),
    confirmReversal: new ConfirmDisbursementReversal(p.work, orders, loans, books, p.outbox, p.clock),
    rejectReversal: new RejectDisbursementReversal(p.work, orders),
  };
}

function dayEndOf(
  p: PlatformUnderTest,
  { loans, ledger, dayEnds, classes }: ReturnType<typeof repositories>,
  exposures: BorrowerExposures,
) {
  /** Each worker of a day end holds its leases under a name of its own, as processes do. */
  const dayEndWorker = (holder: string): CloseRunningDay => {
    const leases = new Leases(p.database, holder);
    const dayEndBooks = new DayEndBooks(ledger, p.outbox, dayEnds, exposures, classes, new LateLoans(p.database));
    const batch = new CloseBatch(p.work, leases, loans, dayEndBooks, p.clock);
    return new CloseRunningDay(p.work, leases, dayEnds, loans, new LoanPolicies(p.parameters), batch);
  };
  return { startDayEnd: new StartDayEnd(p.work, dayEnds, p.clock, new DayEndSignal()), dayEndWorker };
}

function ledgerCheckOf(p: PlatformUnderTest, repos: Repos) {
  const { loans, ledger, checks, exposures, orders, dayEnds } = repos;
  const open = new OpenCheck(p.database, checks, dayEnds, p.clock);
  const [loanCheck, borrowerCheck] = [new LoanCheck(loans, ledger), new BorrowerCheck(exposures, loans, orders)];
  return {
    checkLedger: new CheckLedger(p.work, open, new CheckSignal()),
    checkSchedule: new CheckSchedule(p.work, dayEnds, checks, open),
    checkBatch: new CheckBatch(p.work, p.leases, checks, loanCheck, borrowerCheck, ledger),
  };
}

function periodsOf(p: PlatformUnderTest, { closings, ledger, dayEnds, checks }: Repos) {
  const facts = new PeriodFacts(closings, ledger, dayEnds, checks, p.clock);
  return {
    closePeriod: new ClosePeriod(p.work, p.database, closings, facts, p.clock),
    finishPeriod: (settleMs = 0) => new FinishPeriod(p.work, p.database, closings, ledger, p.clock, { PERIOD_SETTLE_MS: settleMs }),
  };
}

function repositories({ database, cipher, clock, parameters }: PlatformUnderTest) {
  return {
    products: new Products(database),
    quotes: new Quotes(database),
    sheets: new CostSheets(database),
    accounts: new PayeeAccounts(database, cipher),
    facts: new FactsOfApplications(database),
    orders: new DisbursementOrders(database),
    exposures: new Exposures(database),
    groups: new BorrowerGroups(database),
    batches: new PaymentBatches(database),
    bonuses: new BonusPayments(database),
    salaryAccounts: new SalaryAccounts(database, cipher),
    loans: new Loans(database),
    repayments: new Repayments(database),
    ledger: new Ledger(database),
    dayEnds: new DayEnds(database, clock),
    schedules: new LoanSchedules(database),
    requests: new LoanRequests(database),
    classes: new ClassChanges(database, clock),
    cases: new CollectionCases(database),
    contacts: new CollectionContacts(database, cipher),
    promises: new PaymentPromises(database),
    collectionDays: new CollectionDays(database, clock),
    collectionRules: new CollectionRules(parameters),
    portfolios: new Portfolios(database),
    closings: new PeriodClosings(database),
    checks: new LedgerChecks(database, clock),
  };
}

export const people = {
  salesperson: person('sales', 'salesperson'),
  maker: person('finance', 'finance-officer'),
  checker: person('finance', 'finance-manager'),
  both: person('finance', 'finance-officer', 'finance-manager'),
};
