import { FactsOfApplications } from '../../src/persistence/application-facts.repository.js';
import { BonusPayments } from '../../src/persistence/bonus-payment.repository.js';
import { BorrowerRows } from '../../src/persistence/borrower-rows.repository.js';
import { MergedCustomers } from '../../src/persistence/merged-customer.repository.js';
import { BorrowerFreezes, MeasureWorks } from '../../src/persistence/measure.repository.js';
import { BorrowerGroups } from '../../src/persistence/borrower-group.repository.js';
import { ClassChanges } from '../../src/persistence/class-change.repository.js';
import { CollectionCases } from '../../src/persistence/collection-case.repository.js';
import { CollectionContacts } from '../../src/persistence/collection-contact.repository.js';
import { CollectionDays } from '../../src/persistence/collection-day.repository.js';
import { CollectionRules } from '../../src/persistence/collection-rules.js';
import { CostSheets } from '../../src/persistence/cost-sheet.repository.js';
import { DayEnds } from '../../src/persistence/day-end.repository.js';
import { DisbursementOrders } from '../../src/persistence/disbursement-order.repository.js';
import { Exposures } from '../../src/persistence/exposure.repository.js';
import { LedgerChecks } from '../../src/persistence/ledger-check.repository.js';
import { LateLoans } from '../../src/persistence/late-loan.repository.js';
import { Ledger } from '../../src/persistence/ledger.repository.js';
import { LoanRequests } from '../../src/persistence/loan-request.repository.js';
import { LoanSchedules } from '../../src/persistence/loan-schedule.repository.js';
import { Loans } from '../../src/persistence/loan.repository.js';
import { PayeeAccounts } from '../../src/persistence/payee-account.repository.js';
import { PaymentBatches } from '../../src/persistence/payment-batch.repository.js';
import { PaymentPromises } from '../../src/persistence/payment-promise.repository.js';
import { PeriodClosings } from '../../src/persistence/period-closing.repository.js';
import { Portfolios } from '../../src/persistence/portfolio.repository.js';
import { Products } from '../../src/persistence/product.repository.js';
import { Quotes } from '../../src/persistence/quote.repository.js';
import { Repayments } from '../../src/persistence/repayment.repository.js';
import { SalaryAccounts } from '../../src/persistence/salary-account.repository.js';
import type { PlatformUnderTest } from '@weilend/testing';

/** Every repository of finance on one database. */
export function repositories({ database, cipher, clock, parameters }: PlatformUnderTest) {
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
    lateLoans: new LateLoans(database),
    closings: new PeriodClosings(database),
    checks: new LedgerChecks(database, clock),
    merged: new MergedCustomers(database),
    borrowerRows: new BorrowerRows(database),
    measureWorks: new MeasureWorks(database),
    freezes: new BorrowerFreezes(database),
  };
}

export type Repos = ReturnType<typeof repositories>;
