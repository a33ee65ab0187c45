import { AccountLines } from './account-lines.repository.js';
import { BonusPayments } from './bonus-payment.repository.js';
import { bonusPaymentCollection } from './bonus-payment.schema.js';
import { SalaryAccounts } from './salary-account.repository.js';
import { salaryAccountCollection } from './salary-account.schema.js';
import { BorrowerGroups } from './borrower-group.repository.js';
import { borrowerGroupCollection } from './borrower-group.schema.js';
import { FactsOfApplications } from './application-facts.repository.js';
import { applicationFactsCollection } from './application-facts.schema.js';
import { ClassChanges } from './class-change.repository.js';
import { classChangeCollection } from './class-change.schema.js';
import { CollectionCases } from './collection-case.repository.js';
import { CollectionContacts } from './collection-contact.repository.js';
import { CollectionDays } from './collection-day.repository.js';
import { CollectionRules } from './collection-rules.js';
import {
  collectionCaseCollection,
  collectionContactCollection,
  collectionDayCollection,
  collectionDebtorCollection,
  paymentPromiseCollection,
} from './collection.schema.js';
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
import { LateLoans } from './late-loan.repository.js';
import { LedgerChecks } from './ledger-check.repository.js';
import { ledgerCheckCollection, ledgerFindingCollection } from './ledger-check.schema.js';
import { Ledger } from './ledger.repository.js';
import { Loans } from './loan.repository.js';
import { LoanPolicies } from './loan-policies.repository.js';
import { LoanRequests } from './loan-request.repository.js';
import { loanRequestCollection } from './loan-request.schema.js';
import { LoanSchedules } from './loan-schedule.repository.js';
import { loanScheduleCollection } from './loan-schedule.schema.js';
import { loanCollection } from './loan.schema.js';
import { BorrowerFreezes, MeasureWorks } from './measure.repository.js';
import { borrowerFreezeCollection, measureWorkCollection } from './measure.schema.js';
import { BorrowerRows } from './borrower-rows.repository.js';
import { MergedCustomers } from './merged-customer.repository.js';
import { mergedCustomerCollection } from './merged-customer.schema.js';
import { PayeeAccounts } from './payee-account.repository.js';
import { payeeAccountCollection } from './payee-account.schema.js';
import { PaymentPromises } from './payment-promise.repository.js';
import { PeriodClosings } from './period-closing.repository.js';
import { Portfolios } from './portfolio.repository.js';
import { lateLoanCollection, portfolioDayCollection } from './portfolio.schema.js';
import { PaymentBatches } from './payment-batch.repository.js';
import { paymentBatchCollection } from './payment-batch.schema.js';
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
  borrowerGroupCollection,
  paymentBatchCollection,
  bonusPaymentCollection,
  salaryAccountCollection,
  loanCollection,
  repaymentCollection,
  loanScheduleCollection,
  loanRequestCollection,
  classChangeCollection,
  dayEndCollection,
  dayEndPartCollection,
  setAsideCollection,
  collectionCaseCollection,
  collectionContactCollection,
  collectionDebtorCollection,
  paymentPromiseCollection,
  collectionDayCollection,
  ledgerCheckCollection,
  ledgerFindingCollection,
  lateLoanCollection,
  portfolioDayCollection,
  bankStatementCollection,
  bankLineCollection,
  mergedCustomerCollection,
  measureWorkCollection,
  borrowerFreezeCollection,
];

export const financeRepositories = [
  ...[Products, Quotes, CostSheets, PayeeAccounts, FactsOfApplications],
  ...[DisbursementOrders, Exposures, BorrowerGroups, PaymentBatches, BonusPayments, SalaryAccounts, Loans, Repayments, Ledger, DayEnds],
  ...[LoanSchedules, LoanRequests, ClassChanges, LoanPolicies],
  ...[CollectionCases, CollectionContacts, PaymentPromises, CollectionDays, CollectionRules],
  ...[LedgerChecks, PeriodClosings, AccountLines, LateLoans, Portfolios],
  ...[BankStatements, BankLines],
  ...[MergedCustomers, BorrowerRows, MeasureWorks, BorrowerFreezes],
];
