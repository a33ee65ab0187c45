import { bankRequestCollection, SimulatedBankChannel } from '../../src/adapters/simulated-bank.channel.js';
import { FollowWhenCustomersMerged } from '../../src/consumers/follow-when-customers-merged.consumer.js';
import { GiveBackWhenDecisionLapses } from '../../src/consumers/give-back-when-decision-lapses.consumer.js';
import { IssueCostSheetWhenDrafted } from '../../src/consumers/issue-cost-sheet-when-drafted.consumer.js';
import { IssueQuotesWhenAsked } from '../../src/consumers/issue-quotes-when-asked.consumer.js';
import { NoteConditionsWhenConfirmed } from '../../src/consumers/note-conditions-when-confirmed.consumer.js';
import { NoteDecisionWhenMade } from '../../src/consumers/note-decision-when-made.consumer.js';
import { NoteContactWhenSalesSpoke } from '../../src/consumers/note-contact-when-sales-spoke.consumer.js';
import { OpenBonusWhenSettled } from '../../src/consumers/open-bonus-when-settled.consumer.js';
import { OpenOrderWhenContractSigned } from '../../src/consumers/open-order-when-contract-signed.consumer.js';
import { StopWhenApplicationWithdrawn } from '../../src/consumers/stop-when-application-withdrawn.consumer.js';
import { StopWhenCancellationRequested } from '../../src/consumers/stop-when-cancellation-requested.consumer.js';
import { financeErrors } from '../../src/domain/finance.errors.js';
import { financeCollections } from '../../src/persistence/finance-collections.js';
import { ledgerDatabaseOf } from '../../src/persistence/ledger.schema.js';
import { LendingPolicies } from '../../src/persistence/lending-policies.js';
import { migrations } from '../../src/persistence/migrations/all.js';
import { BorrowerExposures } from '../../src/use-cases/borrower-exposures.js';
import { CheckDisbursement } from '../../src/use-cases/check-disbursement/check-disbursement.use-case.js';
import { CountPortfolio } from '../../src/use-cases/count-portfolio/count-portfolio.js';
import { LiftFreezeWhenLifted } from '../../src/consumers/lift-freeze-when-lifted.consumer.js';
import { TakeMeasureWhenDecided } from '../../src/consumers/take-measure-when-decided.consumer.js';
import { FreezeBook } from '../../src/use-cases/freeze-book.js';
import { NoteSalesContact } from '../../src/use-cases/note-sales-contact/note-sales-contact.use-case.js';
import { OpenCollectionCases } from '../../src/use-cases/open-collection-cases.js';
import { TakeMeasure } from '../../src/use-cases/take-measure/take-measure.use-case.js';
import { FollowMergedCustomer } from '../../src/use-cases/follow-merged-customer/follow-merged-customer.use-case.js';
import { GateSeven } from '../../src/use-cases/gate-seven.js';
import { GroupMembers } from '../../src/use-cases/group-members.js';
import { IssueCostSheet } from '../../src/use-cases/issue-cost-sheet/issue-cost-sheet.use-case.js';
import { IssueQuotes } from '../../src/use-cases/issue-quotes/issue-quotes.use-case.js';
import { LoanBooks } from '../../src/use-cases/loan-books.js';
import { LoanRepayments } from '../../src/use-cases/loan-repayments.js';
import { MakeDisbursement } from '../../src/use-cases/make-disbursement/make-disbursement.use-case.js';
import { NoteApproval } from '../../src/use-cases/note-approval/note-approval.use-case.js';
import { OpenBonusPayment } from '../../src/use-cases/open-bonus-payment/open-bonus-payment.use-case.js';
import { OpenDisbursement } from '../../src/use-cases/open-disbursement/open-disbursement.use-case.js';
import { OrderEnd } from '../../src/use-cases/order-end.js';
import { PaymentRelease } from '../../src/use-cases/payment-release.js';
import { PublishProduct } from '../../src/use-cases/publish-product/publish-product.use-case.js';
import { RecordRepayment } from '../../src/use-cases/record-repayment/record-repayment.use-case.js';
import { RegisterPayeeAccount } from '../../src/use-cases/register-payee-account/register-payee-account.use-case.js';
import { RejectDisbursement } from '../../src/use-cases/reject-disbursement/reject-disbursement.use-case.js';
import { ReverseRepayment } from '../../src/use-cases/reverse-repayment/reverse-repayment.use-case.js';
import { ScheduleHistory } from '../../src/use-cases/schedule-history.js';
import type { PaymentChannel } from '../../src/use-cases/settle-payment/payment-channel.port.js';
import { PaymentSignal } from '../../src/use-cases/settle-payment/payment-signal.js';
import { PaymentSending } from '../../src/use-cases/settle-payment/payment-sending.js';
import { PaymentSteps } from '../../src/use-cases/settle-payment/payment-steps.js';
import { PostDisbursement } from '../../src/use-cases/settle-payment/post-disbursement.js';
import { SettlePayment } from '../../src/use-cases/settle-payment/settle-payment.use-case.js';
import { StopDisbursement } from '../../src/use-cases/stop-disbursement/stop-disbursement.use-case.js';
import { filesCollections } from '@weilend/files';
import type { AnyConsumer } from '@weilend/messaging';
import { inboxOf, person, testPlatform } from '@weilend/testing';
import type { PlatformUnderTest } from '@weilend/testing';
import { dayEndOf, ledgerCheckOf, loanChangesOf, periodsOf } from './book-acts.builder.js';
import { batchesOf, bonusStepsOf, bonusesOf, groupsOf, reversalsOf } from './money-out-acts.builder.js';
import { repositories } from './repositories.builder.js';
import type { Repos } from './repositories.builder.js';

export const financeParts = {
  errors: financeErrors,
  collections: [...financeCollections, ...filesCollections, bankRequestCollection],
  migrations,
};

/** Everything of finance built by hand on a database of its own. */
export async function financeKit() {
  const p = await testPlatform('finance', financeParts);
  const repos = repositories(p);
  const exposures = new BorrowerExposures(repos.exposures, repos.groups, new LendingPolicies(p.parameters, p.clock));
  const freezes = new FreezeBook(repos.freezes, repos.merged, repos.exposures, p.clock);
  const release = new PaymentRelease(repos.orders, repos.facts, exposures, freezes);
  const end = new OrderEnd(repos.facts, repos.orders, exposures, p.handoffs, p.outbox);
  const gate = new GateSeven(repos.sheets, repos.accounts, exposures, repos.merged);
  const books = new LoanBooks(repos.loans, repos.ledger, exposures, repos.lateLoans, p.clock);
  const history = new ScheduleHistory(repos.schedules, repos.repayments, repos.requests, p.clock);
  const repayments = new LoanRepayments(repos.repayments, history, repos.orders, p.clock);
  const post = new PostDisbursement(repos.orders, repos.sheets, repos.products, books, p.handoffs, p.outbox);
  const sending = new PaymentSending(p.database, repos.orders, repos.accounts, freezes, p.clock);
  const steps = new PaymentSteps(p.database, repos.orders, sending, post, end);
  const bank: PaymentChannel = new SimulatedBankChannel(p.database);
  return {
    p,
    repos,
    bank,
    inbox: inboxOf(p, [...consumersOf(p, repos, end, gate), ...measureConsumersOf(p, repos, freezes)]),
    publishProduct: new PublishProduct(p.work, repos.products, p.parameters, p.outbox, p.clock),
    registerPayeeAccount: new RegisterPayeeAccount(p.work, repos.accounts, p.cipher, p.clock, repos.merged, p.outbox),
    makeDisbursement: new MakeDisbursement(p.work, repos.orders, repos.facts, freezes),
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

function consumersOf(p: PlatformUnderTest, repos: Repos, end: OrderEnd, gate: GateSeven): AnyConsumer[] {
  const noteApproval = new NoteApproval(repos.facts, repos.orders, end);
  const members = new GroupMembers(repos.groups, repos.exposures, p.clock, repos.merged, p.outbox);
  const stop = new StopDisbursement(repos.facts, repos.orders, end, p.outbox);
  return [
    new IssueQuotesWhenAsked(new IssueQuotes(repos.products, repos.quotes, p.parameters, p.handoffs, p.outbox, p.clock)),
    new IssueCostSheetWhenDrafted(new IssueCostSheet(repos.products, repos.sheets, p.parameters, p.handoffs, p.outbox, p.clock)),
    new OpenOrderWhenContractSigned(new OpenDisbursement(repos.facts, repos.orders, gate, end, p.handoffs, p.clock)),
    new NoteDecisionWhenMade(noteApproval),
    new NoteConditionsWhenConfirmed(noteApproval),
    new GiveBackWhenDecisionLapses(noteApproval),
    new StopWhenApplicationWithdrawn(stop),
    new StopWhenCancellationRequested(stop),
    new FollowWhenCustomersMerged(new FollowMergedCustomer(repos.merged, repos.exposures, repos.groups, repos.borrowerRows, members)),
    new OpenBonusWhenSettled(new OpenBonusPayment(repos.bonuses, p.clock)),
  ];
}

function measureConsumersOf(p: PlatformUnderTest, repos: Repos, freezes: FreezeBook): AnyConsumer[] {
  const cases = new OpenCollectionCases(repos.loans, repos.cases, p.clock);
  const take = new TakeMeasure(repos.loans, repos.measureWorks, freezes, cases, p.handoffs, p.clock);
  const spoke = new NoteSalesContact(repos.contacts, repos.cases, repos.loans, p.clock);
  return [new TakeMeasureWhenDecided(take), new LiftFreezeWhenLifted(take), new NoteContactWhenSalesSpoke(spoke)];
}

export const people = {
  salesperson: person('sales', 'salesperson'),
  maker: person('finance', 'finance-officer'),
  checker: person('finance', 'finance-manager'),
  both: person('finance', 'finance-officer', 'finance-manager'),
};
