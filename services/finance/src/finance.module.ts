import { filesCollections, MadeFiles } from '@weilend/files';
import { Database } from '@weilend/mongo';
import { defineService, fileProviders, FileSweeper, ServiceConfig } from '@weilend/service';
import { choosePaymentChannel } from './adapters/choose-channel.js';
import { CsvPaymentFile } from './adapters/csv-payment-file.adapter.js';
import { bankRequestCollection } from './adapters/simulated-bank.channel.js';
import { GiveBackWhenDecisionLapses } from './consumers/give-back-when-decision-lapses.consumer.js';
import { EndOpinionWhenWithdrawn } from './consumers/end-opinion-when-withdrawn.consumer.js';
import { IssueCostSheetWhenDrafted } from './consumers/issue-cost-sheet-when-drafted.consumer.js';
import { IssueQuotesWhenAsked } from './consumers/issue-quotes-when-asked.consumer.js';
import { NoteConditionsWhenConfirmed } from './consumers/note-conditions-when-confirmed.consumer.js';
import { NoteDecisionWhenMade } from './consumers/note-decision-when-made.consumer.js';
import { OpenBonusWhenSettled } from './consumers/open-bonus-when-settled.consumer.js';
import { OpenOrderWhenContractSigned } from './consumers/open-order-when-contract-signed.consumer.js';
import { ReceiveQuestionWhenCommitteeAsked } from './consumers/receive-question-when-committee-asked.consumer.js';
import { StopWhenApplicationWithdrawn } from './consumers/stop-when-application-withdrawn.consumer.js';
import { StopWhenCancellationRequested } from './consumers/stop-when-cancellation-requested.consumer.js';
import { financeErrors } from './domain/finance.errors.js';
import { financeConfig } from './finance.config.js';
import { ApplicationFinanceResolver, OrderLoanResolver } from './graphql/application.resolver.js';
import { CollectionWorklistResolver } from './graphql/collection-worklist.resolver.js';
import { CollectionResolver } from './graphql/collection.resolver.js';
import { bankLineResolvers } from './graphql/bank-line.resolver.js';
import { BankLinesById, BankStatementsById, ProgressOfStatement } from './graphql/bank-statement.loader.js';
import { BankStatementActsResolver, BankStatementResolver } from './graphql/bank-statement.resolver.js';
import { DayEndResolver } from './graphql/day-end.resolver.js';
import { DisbursementOrderLoader, OrdersOfApplication } from './graphql/disbursement.loader.js';
import { DisbursementReversalResolver } from './graphql/disbursement-reversal.resolver.js';
import { DisbursementResolver } from './graphql/disbursement.resolver.js';
import { LedgerCheckResolver } from './graphql/ledger-check.resolver.js';
import { BorrowerGroupResolver } from './graphql/borrower-group.resolver.js';
import { ExposureOfCustomer, GroupById } from './graphql/exposure.loader.js';
import { ExposureResolver } from './graphql/exposure.resolver.js';
import { BatchById, ProgressOfBatch } from './graphql/payment-batch.loader.js';
import { BatchLineResolver, PaymentBatchResolver } from './graphql/payment-batch.resolver.js';
import { BatchActResolver } from './graphql/batch-act.resolver.js';
import { BonusById } from './graphql/bonus-payment.loader.js';
import { BonusPaymentResolver } from './graphql/bonus-payment.resolver.js';
import { LedgerResolver } from './graphql/ledger.resolver.js';
import { LoanLoader, LoanOfApplication, RepaymentsOfLoan } from './graphql/loan.loader.js';
import { ClassChangesOfLoan, RequestsOfLoan, SchedulesOfLoan } from './graphql/loan-change/loan-change.loader.js';
import { LoanChangeResolver } from './graphql/loan-change/loan-change.resolver.js';
import { LoanClassResolver } from './graphql/loan-change/loan-class.resolver.js';
import { LoanPreviewResolver } from './graphql/loan-change/loan-preview.resolver.js';
import { LoanProposalResolver } from './graphql/loan-change/loan-proposal.resolver.js';
import { LoansToReckon } from './graphql/loan-standing.loader.js';
import { LoanResolver } from './graphql/loan.resolver.js';
import { FinanceOpinionResolver } from './graphql/opinion.resolver.js';
import { PaymentResolver } from './graphql/payment.resolver.js';
import { PayeeAccountLoader } from './graphql/payee-account.loader.js';
import { PayeeAccountResolver } from './graphql/payee-account.resolver.js';
import { CostSheetLoader, CostSheetsOfContract, CostSheetTexts, QuotesOfProposal } from './graphql/price.loader.js';
import { ContractCostSheetResolver, CostSheetPaperResolver, LoanQuoteResolver, ProposalQuotesResolver } from './graphql/price.resolver.js';
import { PortfolioResolver } from './graphql/portfolio.resolver.js';
import { QuoteCalculatorResolver } from './graphql/quote-calculator.resolver.js';
import { PeriodResolver } from './graphql/period.resolver.js';
import { RepaymentResolver } from './graphql/repayment.resolver.js';
import { ReceiptsOfRepayment } from './graphql/receipt.loader.js';
import { RepaymentReceiptResolver, ReceiptPaperResolver } from './graphql/receipt.resolver.js';
import { ProductLoader } from './graphql/product.loader.js';
import { ProductResolver } from './graphql/product.resolver.js';
import { CollectionsJob } from './jobs/collections.processor.js';
import { ClosePeriodJob } from './jobs/close-period.processor.js';
import { BankLinesJob } from './jobs/bank-lines.processor.js';
import { DayEndJob } from './jobs/day-end.processor.js';
import { LedgerCheckJob } from './jobs/ledger-check.processor.js';
import { PortfolioJob } from './jobs/portfolio.processor.js';
import { SettlePaymentsJob } from './jobs/settle-payments.processor.js';
import { scheduleVersions } from './persistence/migrations/0008-schedule-versions.js';
import { scheduleRules } from './persistence/migrations/0002-schedule-rules.js';
import { loanServicing } from './persistence/migrations/0003-loan-servicing.js';
import { collectionsAndServicing } from './persistence/migrations/0007-collections-and-servicing.js';
import { limits } from './persistence/migrations/0004-limits.js';
import { receiptNumbers } from './persistence/migrations/0005-receipt-numbers.js';
import { createLedger } from './persistence/migrations/0001-create-ledger.js';
import { closingsAndLateLoans } from './persistence/migrations/0006-closings-and-late-loans.js';
import { financeCollections, financeRepositories } from './persistence/finance-collections.js';
import { queries } from './queries/all.js';
import { FinancePapers } from './queries/papers/finance-papers.queries.js';
import { useCases } from './use-cases/all.js';
import { PaymentFileFormat } from './use-cases/export-payment-batch/payment-file.port.js';
import { PaymentChannel } from './use-cases/settle-payment/payment-channel.port.js';

export const financeService = defineService({
  department: 'finance',
  config: financeConfig,
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
  providers: [
    ...financeRepositories,
    ...queries,
    ...useCases,
    ...[QuotesOfProposal, CostSheetsOfContract, OrdersOfApplication, LoanOfApplication, RepaymentsOfLoan],
    ...[LoansToReckon, RequestsOfLoan, SchedulesOfLoan, ClassChangesOfLoan],
    ...[ExposureOfCustomer, GroupById, BatchById, ProgressOfBatch, BonusById],
    { provide: PaymentFileFormat, useClass: CsvPaymentFile },
    ...fileProviders('finance'),
    ...[BankStatementsById, ProgressOfStatement, BankLinesById, ReceiptsOfRepayment],
    ...[CostSheetTexts, { provide: MadeFiles, useClass: FinancePapers }],
    { provide: PaymentChannel, useFactory: choosePaymentChannel, inject: [ServiceConfig, Database] },
  ],
  resolvers: [
    ProductResolver,
    LoanQuoteResolver,
    QuoteCalculatorResolver,
    ProposalQuotesResolver,
    ContractCostSheetResolver,
    CostSheetPaperResolver,
    PayeeAccountResolver,
    DisbursementResolver,
    PaymentResolver,
    DisbursementReversalResolver,
    PaymentBatchResolver,
    BatchLineResolver,
    BatchActResolver,
    BonusPaymentResolver,
    LoanResolver,
    RepaymentResolver,
    LoanProposalResolver,
    LoanPreviewResolver,
    LoanChangeResolver,
    LoanClassResolver,
    ...[RepaymentReceiptResolver, ReceiptPaperResolver],
    ApplicationFinanceResolver,
    OrderLoanResolver,
    LedgerResolver,
    LedgerCheckResolver,
    PeriodResolver,
    PortfolioResolver,
    DayEndResolver,
    FinanceOpinionResolver,
    CollectionResolver,
    CollectionWorklistResolver,
    ExposureResolver,
    BorrowerGroupResolver,
    ...[BankStatementActsResolver, BankStatementResolver, ...bankLineResolvers],
  ],
  loaders: [ProductLoader, CostSheetLoader, PayeeAccountLoader, DisbursementOrderLoader, LoanLoader],
  consumers: [
    IssueQuotesWhenAsked,
    IssueCostSheetWhenDrafted,
    OpenOrderWhenContractSigned,
    NoteDecisionWhenMade,
    NoteConditionsWhenConfirmed,
    GiveBackWhenDecisionLapses,
    StopWhenApplicationWithdrawn,
    StopWhenCancellationRequested,
    ReceiveQuestionWhenCommitteeAsked,
    EndOpinionWhenWithdrawn,
    OpenBonusWhenSettled,
  ],
  jobs: [SettlePaymentsJob, DayEndJob, CollectionsJob, LedgerCheckJob, ClosePeriodJob, PortfolioJob, FileSweeper, BankLinesJob],
});

export default financeService;
