// The limit: what the database alone takes for the same day. The same loans are read by the same index and the same updates, entries and events are written,
// prepared beforehand, in the same batches, two at a time; without transactions, leases, counts, lanes and thought.
import { closeDay } from '@weilend/finance-service/domain/loan/close-day.js';
import { headOf, makeEntry } from '@weilend/finance-service/domain/ledger/journal.js';
import type { JournalEntry } from '@weilend/finance-service/domain/ledger/journal.js';
import { linesBetween } from '@weilend/finance-service/domain/loan/loan-book.js';
import type { Loan } from '@weilend/finance-service/domain/loan/loan.js';
import { PARTS } from '@weilend/finance-service/domain/loan/loan.js';
import { JOURNAL } from '@weilend/finance-service/persistence/ledger.schema.js';
import { newId } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import mongoose from 'mongoose';
import { ledgerOf } from '../../lib/finance-books.ts';
import type { FinanceBooks } from '../../lib/finance-books.ts';

const { Long } = mongoose.mongo.BSON;
const BATCH = 500;
const AT_A_TIME = 2;

interface Batch {
  readonly part: number;
  readonly updates: readonly object[];
  readonly entries: readonly object[];
  readonly events: readonly object[];
}

export async function barePass(books: FinanceBooks, on: LocalDate): Promise<{ loans: number; seconds: number }> {
  const batches = await prepare(books, on);
  const { database } = books.platform;
  const [loans, outbox, journal] = [database.collection('loans'), database.collection('outbox'), ledgerOf(books).collection(JOURNAL)];
  const startedAt = performance.now();
  const queue = [...batches];
  const next = async (): Promise<void> => {
    for (let batch = queue.shift(); batch; batch = queue.shift()) {
      await loans.find({ part: batch.part, nextChangeOn: { $lte: on } } as never, { limit: BATCH }).toArray();
      await loans.bulkWrite(batch.updates as never, { ordered: false });
      if (batch.entries.length > 0) await journal.insertMany(batch.entries as never);
      if (batch.events.length > 0) await outbox.insertMany(batch.events as never);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, next));
  return { loans: batches.reduce((sum, { updates }) => sum + updates.length, 0), seconds: (performance.now() - startedAt) / 1_000 };
}

async function prepare({ platform, policies }: FinanceBooks, on: LocalDate): Promise<Batch[]> {
  const policy = await policies.dayOn(on);
  const rows = platform.database.collection<Loan & { _id: string }>('loans');
  const batches: Batch[] = [];
  for (let part = 0; part < PARTS; part += 1) {
    let batch = { part, updates: [] as object[], entries: [] as object[], events: [] as object[] };
    for await (const { _id: id, ...rest } of rows.find({ part, nextChangeOn: { $lte: on } } as never)) {
      const before = { ...rest, id } as unknown as Loan;
      const { loan: after, change } = closeDay(before, on, policy);
      const entry = entryOf(before, after, on);
      batch.updates.push({ updateOne: { filter: { _id: id, version: before.version }, update: updateOf(before, after, entry) } });
      if (entry) batch.entries.push(storedEntry(entry));
      if (change)
        batch.events.push({
          _id: newId('msg'),
          destination: 'coordination',
          queue: 'events',
          status: 'acked',
          envelope: { ...change, loanId: id },
        });
      if (batch.updates.length === BATCH) {
        batches.push(batch);
        batch = { part, updates: [], entries: [], events: [] };
      }
    }
    if (batch.updates.length > 0) batches.push(batch);
  }
  return batches;
}

function entryOf(before: Loan, after: Loan, on: LocalDate): JournalEntry | null {
  const lines = linesBetween(before, after);
  const draft = { id: newId('jnl'), kind: 'DAY_END', idemKey: `day-end:${before.id}:${on}`, businessDate: on, stream: before.id } as const;
  return lines.length === 0 ? null : makeEntry(before.chain, { ...draft, lines });
}

function updateOf(before: Loan, after: Loan, entry: JournalEntry | null): object {
  const { agedOn, overdueSince, bucket, loanClass, nextChangeOn } = after;
  const billed = after.rows.flatMap((row, place) => (row.billed && !before.rows[place]?.billed ? [[`rows.${place}.billed`, true]] : []));
  const longs = { overdueFenDays: Long.fromNumber(after.overdueFenDays), provisionFen: Long.fromNumber(after.provisionFen) };
  const chain = entry ? headOf(entry) : before.chain;
  return {
    $set: { agedOn, overdueSince, bucket, loanClass, nextChangeOn, chain, ...longs, ...Object.fromEntries(billed) },
    $inc: { version: 1 },
  };
}

function storedEntry({ id, lines, ...rest }: JournalEntry): object {
  const longs = lines.map((line) => ({ ...line, debitFen: Long.fromNumber(line.debitFen), creditFen: Long.fromNumber(line.creditFen) }));
  return { _id: id, ...rest, lines: longs, postedAt: new Date() };
}
