// The product's own check of the books and its closing of months, as finance's own database user: the check finds nothing, every whole month is closed, the
// trial balance that begins with the last of them is the one of all entries, and nothing can be dated into a closed month any more.
import { ACCOUNTS, credit, debit, EMPTY_CHAIN, makeEntry } from '@weilend/finance-service/domain/ledger/journal.js';
import { monthOf } from '@weilend/finance-service/domain/ledger/period.js';
import { DayEnds } from '@weilend/finance-service/persistence/day-end.repository.js';
import { DisbursementOrders } from '@weilend/finance-service/persistence/disbursement-order.repository.js';
import { Exposures } from '@weilend/finance-service/persistence/exposure.repository.js';
import { LedgerChecks } from '@weilend/finance-service/persistence/ledger-check.repository.js';
import { Ledger } from '@weilend/finance-service/persistence/ledger.repository.js';
import { PeriodClosings } from '@weilend/finance-service/persistence/period-closing.repository.js';
import { BorrowerCheck } from '@weilend/finance-service/use-cases/check-ledger/borrower-check.js';
import { CheckBatch } from '@weilend/finance-service/use-cases/check-ledger/check-batch.js';
import { LoanCheck } from '@weilend/finance-service/use-cases/check-ledger/loan-check.js';
import { OpenCheck } from '@weilend/finance-service/use-cases/check-ledger/open-check.js';
import { ClosePeriod } from '@weilend/finance-service/use-cases/close-period/close-period.use-case.js';
import { FinishPeriod } from '@weilend/finance-service/use-cases/close-period/finish-period.js';
import { PeriodFacts } from '@weilend/finance-service/use-cases/close-period/period-facts.js';
import { addMonths, canonicalHash, DomainError, newId } from '@weilend/kernel';
import type { BusinessClock, LocalDate } from '@weilend/kernel';
import { FINANCE } from '../../lib/finance-books.ts';
import type { FinanceBooks } from '../../lib/finance-books.ts';

const LEASE_MS = 60_000;

export interface CheckedAndClosed {
  readonly checkedByProduct: number;
  readonly monthsClosed: number;
}

export async function checkAndClose(books: FinanceBooks, clock: BusinessClock): Promise<CheckedAndClosed> {
  const checkedByProduct = await check(books, clock);
  const months = await closeMonths(books, clock);
  const last = months.at(-1);
  if (last !== undefined) await nothingCanBeDatedInto(books, `${last}-01` as LocalDate);
  const ledger = new Ledger(books.platform.database);
  const [short, long] = [await ledger.trialBalance(clock.today()), await ledger.turnover(clock.today())];
  if (canonicalHash(short) !== canonicalHash(long)) throw new Error('the trial balance that begins with a closed month is another one');
  return { checkedByProduct, monthsClosed: months.length };
}

/** Loans that the product's check has looked at; throws when it finds a difference. */
async function check({ platform, loans }: FinanceBooks, clock: BusinessClock): Promise<number> {
  const { database, work, leases } = platform;
  const [checks, ledger, dayEnds] = [new LedgerChecks(database, clock), new Ledger(database), new DayEnds(database, clock)];
  const borrowers = new BorrowerCheck(new Exposures(database), loans, new DisbursementOrders(database));
  const batch = new CheckBatch(work, leases, checks, new LoanCheck(loans, ledger), borrowers, ledger);
  const open = new OpenCheck(database, checks, dayEnds, clock);
  await work.run({ actor: FINANCE, operation: 'check-ledger' }, (tx) => open.full(FINANCE, tx));
  for (;;) {
    const lease = await leases.take('ledger-check', LEASE_MS);
    const found = lease && (await batch.execute(lease));
    if (!found) break;
    if (found.length > 0) throw new Error(`the product's check found ${JSON.stringify(found)}`);
  }
  return (await checks.newest())?.loans ?? 0;
}

/** Every month that is over, in order. */
async function closeMonths({ platform }: FinanceBooks, clock: BusinessClock): Promise<string[]> {
  const { database, work } = platform;
  const [ledger, closings] = [new Ledger(database), new PeriodClosings(database)];
  const facts = new PeriodFacts(closings, ledger, new DayEnds(database, clock), new LedgerChecks(database, clock), clock);
  const close = new ClosePeriod(work, database, closings, facts, clock);
  const finish = new FinishPeriod(work, database, closings, ledger, clock, { PERIOD_SETTLE_MS: 0 });
  const first = await work.run({ actor: FINANCE, operation: 'first' }, (tx) => ledger.firstBusinessDate(tx));
  const months: string[] = [];
  for (let day = first ?? clock.today(); monthOf(day) < monthOf(clock.today()); day = addMonths(day, 1)) {
    months.push(await close.execute(FINANCE, { month: monthOf(day) }));
    if ((await finish.execute()) !== monthOf(day)) throw new Error(`${monthOf(day)} was not closed`);
  }
  return months;
}

async function nothingCanBeDatedInto({ platform: { database, work } }: FinanceBooks, businessDate: LocalDate): Promise<void> {
  const lines = [debit(ACCOUNTS.LOANS, 1), credit(ACCOUNTS.FUNDS, 1)];
  const draft = { id: newId('jnl'), idemKey: newId('idm'), kind: 'REPAYMENT', businessDate, stream: newId('lon'), lines } as const;
  const book = work.run({ actor: FINANCE, operation: 'book' }, (tx) =>
    new Ledger(database).append(makeEntry(EMPTY_CHAIN, draft), new Date(), tx),
  );
  const answer: unknown = await book.catch((error: unknown) => error);
  if (!(answer instanceof DomainError && answer.code === 'PERIOD_CLOSED')) throw new Error(`${businessDate} was booked: ${String(answer)}`);
}
