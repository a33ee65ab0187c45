// Everything once more from the entries alone: each loan account by account, its chain, what was received, and the balance of each borrower.
import { firstBreak } from '@weilend/finance-service/domain/ledger/journal.js';
import { onBooksFen } from '@weilend/finance-service/domain/loan/write-off.js';
import { bookOf } from '@weilend/finance-service/domain/loan/loan-book.js';
import type { Loan } from '@weilend/finance-service/domain/loan/loan.js';
import { Ledger } from '@weilend/finance-service/persistence/ledger.repository.js';
import { JOURNAL } from '@weilend/finance-service/persistence/ledger.schema.js';
import { ledgerOf } from '../../lib/finance-books.ts';
import type { FinanceBooks } from '../../lib/finance-books.ts';

export interface Recomputed {
  readonly loans: number;
  readonly entries: number;
  readonly borrowers: number;
  /** What differs, in words. */
  readonly differences: readonly string[];
}

export async function recompute(books: FinanceBooks): Promise<Recomputed> {
  const { database } = books.platform;
  const sums = await sumsOfEntries(books);
  const received = await receivedOf(books);
  const owed = new Map<string, { outstandingFen: number; loans: number }>();
  const ledger = new Ledger(database);
  const differences: string[] = [];
  let [loans, entries] = [0, 0];
  for await (const { _id: id, ...rest } of database.collection<Loan & { _id: string }>('loans').find()) {
    const loan = { ...rest, id } as unknown as Loan;
    const chain = await ledger.entriesOf(id);
    differences.push(...bookDifferences(loan, sums.get(id) ?? {}), ...chainDifferences(loan, chain));
    if ((received.get(id) ?? 0) !== loan.receivedFen)
      differences.push(`${id}: received ${loan.receivedFen}, repayments ${received.get(id) ?? 0}`);
    const of = owed.get(loan.customerId) ?? { outstandingFen: 0, loans: 0 };
    owed.set(loan.customerId, { outstandingFen: of.outstandingFen + onBooksFen(loan), loans: of.loans + 1 });
    loans += 1;
    entries += chain.length;
    sums.delete(id);
  }
  differences.push(...[...sums.keys()].map((stream) => `${stream}: entries without a loan`), ...(await exposureDifferences(books, owed)));
  return { loans, entries, borrowers: owed.size, differences };
}

export function bookDifferences(loan: Loan, found: Readonly<Record<string, number>>): string[] {
  const expected: Readonly<Record<string, number>> = bookOf(loan);
  return [...new Set([...Object.keys(expected), ...Object.keys(found)])]
    .filter((account) => (expected[account] ?? 0) !== (found[account] ?? 0))
    .map((account) => `${loan.id} ${account}: expected ${expected[account] ?? 0}, found ${found[account] ?? 0}`);
}

function chainDifferences(loan: Loan, chain: Awaited<ReturnType<Ledger['entriesOf']>>): string[] {
  const broken = firstBreak(chain);
  const last = chain.at(-1);
  const isEnd = loan.chain.no === chain.length && loan.chain.hash === (last?.hash ?? null);
  return [
    ...(broken === null ? [] : [`${loan.id}: the chain breaks at ${broken}`]),
    ...(isEnd ? [] : [`${loan.id}: the chain ends elsewhere`]),
  ];
}

async function exposureDifferences(
  books: FinanceBooks,
  owed: ReadonlyMap<string, { outstandingFen: number; loans: number }>,
): Promise<string[]> {
  const rows = books.platform.database.collection<{ _id: string; outstandingFen: number; reservedFen: number; loans: number }>('exposures');
  const left = new Map(owed);
  const differences: string[] = [];
  for await (const { _id, outstandingFen, reservedFen, loans } of rows.find()) {
    const of = left.get(_id);
    left.delete(_id);
    if (of?.outstandingFen !== outstandingFen || of.loans !== loans || reservedFen !== 0)
      differences.push(
        `${_id}: balance ${outstandingFen} of ${loans} loans, reserved ${reservedFen}, expected ${of?.outstandingFen} of ${of?.loans}`,
      );
  }
  return [...differences, ...[...left.keys()].map((customerId) => `${customerId}: no balance`)];
}

async function sumsOfEntries(books: FinanceBooks): Promise<Map<string, Record<string, number>>> {
  const moved = { $subtract: ['$lines.debitFen', '$lines.creditFen'] };
  const group = { _id: { stream: '$stream', account: '$lines.account' }, fen: { $sum: moved } };
  const rows = ledgerOf(books)
    .collection(JOURNAL)
    .aggregate<{ _id: { stream: string; account: string }; fen: number }>([{ $unwind: '$lines' }, { $group: group }], {
      allowDiskUse: true,
    });
  const sums = new Map<string, Record<string, number>>();
  for await (const {
    _id: { stream, account },
    fen,
  } of rows)
    sums.set(stream, { ...sums.get(stream), [account]: fen });
  return sums;
}

async function receivedOf(books: FinanceBooks): Promise<Map<string, number>> {
  const rows = books.platform.database
    .collection('repayments')
    .aggregate<{ _id: string; fen: number }>([{ $match: { reversal: null } }, { $group: { _id: '$loanId', fen: { $sum: '$amountFen' } } }]);
  const sums = new Map<string, number>();
  for await (const { _id, fen } of rows) sums.set(_id, fen);
  return sums;
}
