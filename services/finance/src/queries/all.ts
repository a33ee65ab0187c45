import { CallAllowances } from './call-allowance.queries.js';
import { CollectionHistory } from './collection-history.queries.js';
import { CollectionItems } from './collection-items.queries.js';
import { CollectionWorklist } from './collection-worklist.queries.js';
import { AccountStatements } from './account-statement.queries.js';
import { BankStatementQueries } from './bank-statement.queries.js';
import { DayEndQueries } from './day-end.queries.js';
import { DisbursementQueries } from './disbursement.queries.js';
import { DuePayments } from './due-payments.queries.js';
import { LedgerCheckQueries } from './ledger-check.queries.js';
import { BonusPaymentQueries } from './bonus-payment.queries.js';
import { ExposureQueries } from './exposure.queries.js';
import { LedgerQueries } from './ledger.queries.js';
import { MeasureWorkQueries } from './measure-work.queries.js';
import { LoanPreviews } from './loan-preview.queries.js';
import { LoanRequestQueries } from './loan-request.queries.js';
import { LoanQueries } from './loan.queries.js';
import { OpinionRequestQueries } from './opinion-request.queries.js';
import { PaymentBatchQueries } from './payment-batch.queries.js';
import { PayeeAccountQueries } from './payee-account.queries.js';
import { PeriodQueries } from './period.queries.js';
import { PortfolioQueries } from './portfolio.queries.js';
import { PriceQueries } from './price.queries.js';
import { ProductQueries } from './product.queries.js';
import { QuoteCalculator } from './quote-calculator.queries.js';
import { ReceiptQueries } from './receipt.queries.js';

/** The read side of finance, for the module. */
export const queries = [
  ...[ProductQueries, QuoteCalculator, PriceQueries, PayeeAccountQueries, BankStatementQueries, ReceiptQueries],
  ...[DisbursementQueries, LoanQueries, DayEndQueries, LedgerQueries, DuePayments, OpinionRequestQueries],
  ...[LoanRequestQueries, LoanPreviews],
  ...[CollectionWorklist, CollectionItems, CollectionHistory, CallAllowances],
  ...[LedgerCheckQueries, AccountStatements, PeriodQueries, PortfolioQueries],
  ...[ExposureQueries, PaymentBatchQueries, BonusPaymentQueries],
  MeasureWorkQueries,
];
