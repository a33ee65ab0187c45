import { filesCollections } from '@weilend/files';
import type { AnyConsumer } from '@weilend/messaging';
import { Leases } from '@weilend/mongo';
import { inboxOf, person, testPlatform } from '@weilend/testing';
import type { PlatformUnderTest } from '@weilend/testing';
import { SimulatedBankChannel, bankRequestCollection } from '../../src/adapters/simulated-bank.channel.js';
import { GiveBackWhenDecisionLapses } from '../../src/consumers/give-back-when-decision-lapses.consumer.js';
import { IssueCostSheetWhenDrafted } from '../../src/consumers/issue-cost-sheet-when-drafted.consumer.js';
import { IssueQuotesWhenAsked } from '../../src/consumers/issue-quotes-when-asked.consumer.js';
import { NoteConditionsWhenConfirmed } from '../../src/consumers/note-conditions-when-confirmed.consumer.js';
import { NoteDecisionWhenMade } from '../../src/consumers/note-decision-when-made.consumer.js';
import { OpenOrderWhenContractSigned } from '../../src/consumers/open-order-when-contract-signed.consumer.js';
import { StopWhenApplicationWithdrawn } from '../../src/consumers/stop-when-application-withdrawn.consumer.js';
import { StopWhenCancellationRequested } from '../../src/consumers/stop-when-cancellation-requested.consumer.js';
import { financeErrors } from '../../src/domain/finance.errors.js';
import { FactsOfApplications } from '../../src/persistence/application-facts.repository.js';
import { CostSheets } from '../../src/persistence/cost-sheet.repository.js';
import { DayEnds } from '../../src/persistence/day-end.repository.js';
import { DisbursementOrders } from '../../src/persistence/disbursement-order.repository.js';
import { Exposures } from '../../src/persistence/exposure.repository.js';
import { Ledger } from '../../src/persistence/ledger.repository.js';
import { financeCollections } from '../../src/persistence/finance-collections.js';
import { ledgerDatabaseOf } from '../../src/persistence/ledger.schema.js';
import { Loans } from '../../src/persistence/loan.repository.js';
import { scheduleRules } from '../../src/persistence/migrations/0002-schedule-rules.js';
import { loanServicing } from '../../src/persistence/migrations/0003-loan-servicing.js';
import { receiptNumbers } from '../../src/persistence/migrations/0005-receipt-numbers.js';
import { createLedger } from '../../src/persistence/migrations/0001-create-ledger.js';
import { PayeeAccounts } from '../../src/persistence/payee-account.repository.js';
import { Products } from '../../src/persistence/product.repository.js';
import { Quotes } from '../../src/persistence/quote.repository.js';
import { Repayments } from '../../src/persistence/repayment.repository.js';
import { BorrowerExposures } from '../../src/use-cases/borrower-exposures.js';
import { CheckDisbursement } from '../../src/use-cases/check-disbursement/check-disbursement.use-case.js';
import { GateSeven } from '../../src/use-cases/gate-seven.js';
import { IssueCostSheet } from '../../src/use-cases/issue-cost-sheet/issue-cost-sheet.use-case.js';
import { IssueQuotes } from '../../src/use-cases/issue-quotes/issue-quotes.use-case.js';
import { LoanBooks } from '../../src/use-cases/loan-books.js';
import { LoanRepayments } from '../../src/use-cases/loan-repayments.js';
import { MakeDisbursement } from '../../src/use-cases/make-disbursement/make-disbursement.use-case.js';
import { NoteApproval } from '../../src/use-cases/note-approval/note-approval.use-case.js';
import { OpenDisbursement } from '../../src/use-cases/open-disbursement/open-disbursement.use-case.js';
import { OrderEnd } from '../../src/use-cases/order-end.js';
import { PublishProduct } from '../../src/use-cases/publish-product/publish-product.use-case.js';
import { RecordRepayment } from '../../src/use-cases/record-repayment/record-repayment.use-case.js';
import { RegisterPayeeAccount } from '../../src/use-cases/register-payee-account/register-payee-account.use-case.js';
import { RejectDisbursement } from '../../src/use-cases/reject-disbursement/reject-disbursement.use-case.js';
import type { PaymentChannel } from '../../src/use-cases/settle-payment/payment-channel.port.js';
import { PaymentSignal } from '../../src/use-cases/settle-payment/payment-signal.js';
import { PaymentSteps } from '../../src/use-cases/settle-payment/payment-steps.js';
import { PostDisbursement } from '../../src/use-cases/settle-payment/post-disbursement.js';
import { ReverseRepayment } from '../../src/use-cases/reverse-repayment/reverse-repayment.use-case.js';
import { ClassPolicies } from '../../src/use-cases/run-day-end/class-policies.js';
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
  migrations: [createLedger, scheduleRules, loanServicing, receiptNumbers],
};

/** Everything of finance built by hand on a database of its own. */
export async function financeKit() {
  const p = await testPlatform('finance', financeParts);
  const repos = repositories(p);
  const exposures = new BorrowerExposures(repos.exposures, p.parameters, p.clock);
  const end = new OrderEnd(repos.facts, repos.orders, exposures, p.handoffs, p.outbox);
  const gate = new GateSeven(repos.sheets, repos.accounts, exposures);
  const books = new LoanBooks(repos.loans, repos.ledger, exposures, p.clock);
  const repayments = new LoanRepayments(repos.repayments, p.clock);
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
  ];
  return {
    p,
    repos,
    bank,
    inbox: inboxOf(p, consumers),
    publishProduct: new PublishProduct(p.work, repos.products, p.parameters, p.outbox, p.clock),
    registerPayeeAccount: new RegisterPayeeAccount(p.work, repos.accounts, p.cipher, p.clock),
    makeDisbursement: new MakeDisbursement(p.work, repos.orders, repos.facts),
    checkDisbursement: new CheckDisbursement(p.work, p.database, repos.orders, repos.facts, exposures, new PaymentSignal()),
    rejectDisbursement: new RejectDisbursement(p.work, repos.orders, end),
    recordRepayment: new RecordRepayment(p.work, repos.loans, repayments, books, p.outbox),
    reverseRepayment: new ReverseRepayment(p.work, repos.loans, repayments, books, p.outbox),
    ...dayEndOf(p, repos, exposures),
    settleWith: (channel: PaymentChannel): SettlePayment => new SettlePayment(p.work, p.leases, steps, channel),
    stop: async () => {
      const { connection } = p.database;
      await connection.getClient().db(ledgerDatabaseOf(connection.name)).dropDatabase();
      await p.stop();
    },
  };
}
export type FinanceKit = Awaited<ReturnType<typeof financeKit>>;

function dayEndOf(p: PlatformUnderTest, { loans, ledger, dayEnds }: ReturnType<typeof repositories>, exposures: BorrowerExposures) {
  /** Each worker of a day end holds its leases under a name of its own, as processes do. */
  const dayEndWorker = (holder: string): CloseRunningDay => {
    const leases = new Leases(p.database, holder);
    const batch = new CloseBatch(p.work, leases, loans, new DayEndBooks(ledger, p.outbox, dayEnds, exposures), p.clock);
    return new CloseRunningDay(p.work, leases, dayEnds, loans, new ClassPolicies(p.parameters), batch);
  };
  return { startDayEnd: new StartDayEnd(p.work, dayEnds, p.clock, new DayEndSignal()), dayEndWorker };
}

function repositories({ database, cipher, clock }: PlatformUnderTest) {
  return {
    products: new Products(database),
    quotes: new Quotes(database),
    sheets: new CostSheets(database),
    accounts: new PayeeAccounts(database, cipher),
    facts: new FactsOfApplications(database),
    orders: new DisbursementOrders(database),
    exposures: new Exposures(database),
    loans: new Loans(database),
    repayments: new Repayments(database),
    ledger: new Ledger(database),
    dayEnds: new DayEnds(database, clock),
  };
}

export const people = {
  salesperson: person('sales', 'salesperson'),
  maker: person('finance', 'finance-officer'),
  checker: person('finance', 'finance-manager'),
  both: person('finance', 'finance-officer', 'finance-manager'),
};
