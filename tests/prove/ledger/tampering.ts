// What finance's own user must not be able to do: change or remove an entry, or insert one that does not balance. The database refuses each.
import { CLOSINGS, JOURNAL } from '@weilend/finance-service/persistence/ledger.schema.js';
import { canonicalHash, newId } from '@weilend/kernel';
import mongoose from 'mongoose';
import { ledgerOf } from '../../lib/finance-books.ts';
import type { FinanceBooks } from '../../lib/finance-books.ts';

const { Long, Double, Decimal128 } = mongoose.mongo.BSON;
const [NOT_AUTHORIZED, VALIDATION_FAILED] = [13, 121];

type Attempts = Readonly<Record<string, () => Promise<unknown>>>;

/** How many attempts were refused; throws when one was not, or when the entries are not what they were. */
export async function refuseTampering(books: FinanceBooks): Promise<number> {
  const before = await contentOf(books);
  const { changes, inserts } = { changes: changesOf(books), inserts: insertsOf(books) };
  for (const [name, attempt] of Object.entries(changes)) await mustFail(name, NOT_AUTHORIZED, attempt);
  for (const [name, attempt] of Object.entries(inserts)) await mustFail(name, VALIDATION_FAILED, attempt);
  if ((await contentOf(books)) !== before) throw new Error('the entries are not what they were');
  return Object.keys(changes).length + Object.keys(inserts).length;
}

async function mustFail(name: string, code: number, attempt: () => Promise<unknown>): Promise<void> {
  const answer: unknown = await attempt().catch((error: unknown) => error);
  if (!(answer instanceof mongoose.mongo.MongoServerError && answer.code === code))
    throw new Error(`${name}: not refused with ${code} but ${String(answer)}`);
}

function changesOf(books: FinanceBooks): Attempts {
  const ledger = ledgerOf(books);
  const entries = ledger.collection<{ _id: string; kind: string }>(JOURNAL);
  const other = { $set: { kind: 'REVERSAL' } };
  return {
    'an update': () => entries.updateOne({}, other),
    'an update of all': () => entries.updateMany({}, other),
    'a replacement': () => entries.replaceOne({}, { kind: 'REVERSAL' } as never),
    'an update that reads': () => entries.findOneAndUpdate({}, other),
    'an update that inserts': () => entries.updateOne({ _id: newId('jnl') }, other, { upsert: true }),
    'a delete': () => entries.deleteOne({}),
    'a delete of all': () => entries.deleteMany({}),
    'a delete that reads': () => entries.findOneAndDelete({}),
    'a bulk delete': () => entries.bulkWrite([{ deleteOne: { filter: {} } }]),
    'an aggregation that merges': () =>
      entries.aggregate([{ $limit: 1 }, { $set: { kind: 'REVERSAL' } }, { $merge: { into: JOURNAL } }]).toArray(),
    'an aggregation that replaces': () => entries.aggregate([{ $limit: 1 }, { $out: JOURNAL }]).toArray(),
    'an update of a closed month': () => ledger.collection(CLOSINGS).updateOne({}, { $set: { through: '2020-01-31' } }),
    'a delete of a closed month': () => ledger.collection(CLOSINGS).deleteOne({}),
    'a drop of the closed months': () => ledger.collection(CLOSINGS).drop(),
    'a drop': () => entries.drop(),
    'a rename': () => entries.rename('other'),
    'a drop of the database': () => ledger.dropDatabase(),
    'a drop of an index': () => entries.dropIndex('idemKey'),
    'an entry that is not validated': () => entries.insertOne(entryOf([line('a', 1, 0)]), { bypassDocumentValidation: true }),
  };
}

function insertsOf(books: FinanceBooks): Attempts {
  const entries = ledgerOf(books).collection<{ _id: string; kind: string }>(JOURNAL);
  const insert = (lines: readonly object[]) => () => entries.insertOne(entryOf(lines));
  const raw = (debitFen: unknown, creditFen: unknown) => [
    { account: 'a', debitFen, creditFen: Long.ZERO },
    { account: 'b', debitFen: Long.ZERO, creditFen },
  ];
  return {
    'an unbalanced entry': insert([line('a', 100, 0), line('b', 0, 99)]),
    'an entry of one side': insert([line('a', 100, 0), line('b', 100, 0)]),
    'an entry of one line': insert([line('a', 100, 100)]),
    'an entry without lines': insert([]),
    'an entry that moves nothing': insert([line('a', 0, 0), line('b', 0, 0)]),
    'a negative entry': insert([line('a', -100, 0), line('b', 0, -100)]),
    'an entry of half a fen': insert(raw(new Double(0.5), new Double(0.5))),
    'an entry of a whole double': insert(raw(new Double(5), new Double(5))),
    'an entry of decimals': insert(raw(Decimal128.fromString('0.5'), Decimal128.fromString('0.5'))),
    'an entry of text': insert(raw('5', '5')),
  };
}

const line = (account: string, debitFen: number, creditFen: number) => ({
  account,
  debitFen: Long.fromNumber(debitFen),
  creditFen: Long.fromNumber(creditFen),
});

function entryOf(lines: readonly object[]): never {
  const ids = { _id: newId('jnl'), idemKey: newId('idm'), stream: newId('lon'), no: 1, prevHash: null, hash: 'h' };
  return { ...ids, kind: 'REPAYMENT', businessDate: '2025-01-06', postedAt: new Date(), lines } as never;
}

async function contentOf(books: FinanceBooks): Promise<string> {
  const rows = ledgerOf(books)
    .collection(JOURNAL)
    .find({}, { projection: { hash: 1 } })
    .sort({ _id: 1 });
  const hashes: unknown[] = [];
  for await (const row of rows) hashes.push(row);
  return canonicalHash(hashes);
}
