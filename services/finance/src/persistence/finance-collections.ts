import { FactsOfApplications } from './application-facts.repository.js';
import { applicationFactsCollection } from './application-facts.schema.js';
import { BankLines } from './bank-line.repository.js';
import { BankStatements } from './bank-statement.repository.js';
import { bankLineCollection, bankStatementCollection } from './bank-statement.schema.js';
import { CostSheets } from './cost-sheet.repository.js';
import { costSheetCollection } from './cost-sheet.schema.js';
import { DayEnds } from './day-end.repository.js';
import { dayEndCollection, dayEndPartCollection, setAsideCollection } from './day-end.schema.js';
import { DisbursementOrders } from './disbursement-order.repository.js';
import { disbursementOrderCollection } from './disbursement-order.schema.js';
import { Exposures } from './exposure.repository.js';
import { exposureCollection } from './exposure.schema.js';
import { Ledger } from './ledger.repository.js';
import { Loans } from './loan.repository.js';
import { loanCollection } from './loan.schema.js';
import { PayeeAccounts } from './payee-account.repository.js';
import { payeeAccountCollection } from './payee-account.schema.js';
import { Products } from './product.repository.js';
import { productCollection } from './product.schema.js';
import { Quotes } from './quote.repository.js';
import { quoteCollection } from './quote.schema.js';
import { Repayments } from './repayment.repository.js';
import { repaymentCollection } from './repayment.schema.js';

/** Collections of the service's own database; the ledger has its own (migration 0001). */
export const financeCollections = [
  productCollection,
  quoteCollection,
  costSheetCollection,
  payeeAccountCollection,
  applicationFactsCollection,
  disbursementOrderCollection,
  exposureCollection,
  loanCollection,
  repaymentCollection,
  dayEndCollection,
  dayEndPartCollection,
  setAsideCollection,
  bankStatementCollection,
  bankLineCollection,
];

export const financeRepositories = [
  ...[Products, Quotes, CostSheets, PayeeAccounts, FactsOfApplications],
  ...[DisbursementOrders, Exposures, Loans, Repayments, Ledger, DayEnds],
  ...[BankStatements, BankLines],
];
