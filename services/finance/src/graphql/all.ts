import { ApplicationFinanceResolver, OrderLoanResolver } from './application.resolver.js';
import { bankLineResolvers } from './bank-line.resolver.js';
import { bankLoaders } from './bank-statement.loader.js';
import { bankStatementResolvers } from './bank-statement.resolver.js';
import { BatchActResolver } from './batch-act.resolver.js';
import { BonusById } from './bonus-payment.loader.js';
import { BonusPaymentResolver } from './bonus-payment.resolver.js';
import { BorrowerGroupResolver } from './borrower-group.resolver.js';
import { CollectionWorklistResolver } from './collection-worklist.resolver.js';
import { CollectionResolver } from './collection.resolver.js';
import { DayEndResolver } from './day-end.resolver.js';
import { DisbursementReversalResolver } from './disbursement-reversal.resolver.js';
import { DisbursementOrderLoader, OrdersOfApplication } from './disbursement.loader.js';
import { DisbursementResolver } from './disbursement.resolver.js';
import { ExposureOfCustomer, GroupById } from './exposure.loader.js';
import { ExposureResolver } from './exposure.resolver.js';
import { LedgerCheckResolver } from './ledger-check.resolver.js';
import { LedgerResolver } from './ledger.resolver.js';
import { ClassChangesOfLoan, RequestsOfLoan, SchedulesOfLoan } from './loan-change/loan-change.loader.js';
import { LoanChangeResolver } from './loan-change/loan-change.resolver.js';
import { LoanClassResolver } from './loan-change/loan-class.resolver.js';
import { LoanPreviewResolver } from './loan-change/loan-preview.resolver.js';
import { LoanProposalResolver } from './loan-change/loan-proposal.resolver.js';
import { LoansToReckon } from './loan-standing.loader.js';
import { LoanLoader, LoanOfApplication, RepaymentsOfLoan } from './loan.loader.js';
import { LoanResolver } from './loan.resolver.js';
import { MeasureWorkResolver } from './measure-work.resolver.js';
import { FinanceOpinionResolver } from './opinion.resolver.js';
import { PayeeAccountLoader } from './payee-account.loader.js';
import { PayeeAccountResolver } from './payee-account.resolver.js';
import { BatchById, ProgressOfBatch } from './payment-batch.loader.js';
import { BatchLineResolver, PaymentBatchResolver } from './payment-batch.resolver.js';
import { PaymentResolver } from './payment.resolver.js';
import { PeriodResolver } from './period.resolver.js';
import { PortfolioResolver } from './portfolio.resolver.js';
import { CostSheetLoader, CostSheetsOfContract, CostSheetTexts, QuotesOfProposal } from './price.loader.js';
import { ContractCostSheetResolver, CostSheetPaperResolver, LoanQuoteResolver, ProposalQuotesResolver } from './price.resolver.js';
import { ProductLoader } from './product.loader.js';
import { ProductResolver } from './product.resolver.js';
import { QuoteCalculatorResolver } from './quote-calculator.resolver.js';
import { ReceiptsOfRepayment } from './receipt.loader.js';
import { ReceiptPaperResolver, RepaymentReceiptResolver } from './receipt.resolver.js';
import { RepaymentResolver } from './repayment.resolver.js';

/** The graph of finance, for the module: what answers, what is looked up by id, and lists that belong to something. */
export const resolvers = [
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
  RepaymentReceiptResolver,
  ReceiptPaperResolver,
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
  MeasureWorkResolver,
  ...bankLineResolvers,
  ...bankStatementResolvers,
];

export const entityLoaders = [ProductLoader, CostSheetLoader, PayeeAccountLoader, DisbursementOrderLoader, LoanLoader];

export const listLoaders = [
  QuotesOfProposal,
  CostSheetsOfContract,
  OrdersOfApplication,
  LoanOfApplication,
  RepaymentsOfLoan,
  LoansToReckon,
  RequestsOfLoan,
  SchedulesOfLoan,
  ClassChangesOfLoan,
  ExposureOfCustomer,
  GroupById,
  BatchById,
  ProgressOfBatch,
  BonusById,
  ReceiptsOfRepayment,
  CostSheetTexts,
  ...bankLoaders,
];
