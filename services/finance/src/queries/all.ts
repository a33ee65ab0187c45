import { BankStatementQueries } from './bank-statement.queries.js';
import { DayEndQueries } from './day-end.queries.js';
import { DisbursementQueries } from './disbursement.queries.js';
import { DuePayments } from './due-payments.queries.js';
import { LedgerQueries } from './ledger.queries.js';
import { LoanStandings } from './loan-standing.queries.js';
import { LoanQueries } from './loan.queries.js';
import { OpinionRequestQueries } from './opinion-request.queries.js';
import { PayeeAccountQueries } from './payee-account.queries.js';
import { PriceQueries } from './price.queries.js';
import { ProductQueries } from './product.queries.js';
import { QuoteCalculator } from './quote-calculator.queries.js';
import { ReceiptQueries } from './receipt.queries.js';

/** The read side of finance, for the module. */
export const queries = [
  ...[ProductQueries, QuoteCalculator, PriceQueries, PayeeAccountQueries, BankStatementQueries, ReceiptQueries],
  ...[DisbursementQueries, LoanQueries, LoanStandings, DayEndQueries, LedgerQueries, DuePayments, OpinionRequestQueries],
];
