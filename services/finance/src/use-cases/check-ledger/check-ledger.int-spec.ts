import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { newId, parseLocalDate } from '@weilend/kernel';
import mongoose from 'mongoose';
import type { Difference } from '../../domain/ledger/check-books.js';
import { ACCOUNTS, credit, debit, EMPTY_CHAIN, makeEntry } from '../../domain/ledger/journal.js';
import { JOURNAL, ledgerDatabaseOf } from '../../persistence/ledger.schema.js';
import { LedgerCheckQueries } from '../../queries/ledger-check.queries.js';
import { financeKit, people } from '../../../test/builders/finance-kit.builder.js';
import type { FinanceKit } from '../../../test/builders/finance-kit.builder.js';
import { Case } from '../../../test/builders/signed-case.builder.js';

const { Long } = mongoose.mongo.BSON;
let kit: FinanceKit;
beforeAll(async () => void (kit = await financeKit()));
afterAll(() => kit.stop());
beforeEach(async () => {
  for (const name of ['ledger_checks', 'ledger_findings', 'day_ends']) await collection(name).deleteMany({});
});

const collection = (name: string) => kit.p.database.collection<{ _id: string }>(name);
/** As an administrator of the database, who may do what the service may not. */
const entries = () => {
  const { connection } = kit.p.database;
  return connection.getClient().db(ledgerDatabaseOf(connection.name)).collection<{ _id: string }>(JOURNAL);
};
const check = (requestKey: string | null = null) => kit.checkLedger.execute(people.checker, { requestKey });
const checks = () => collection('ledger_checks').find().sort({ _id: 1 }).toArray() as Promise<object[]>;
const closed = (on: string) => collection('day_ends').insertOne({ _id: on, state: 'CLOSED' } as never);

async function paidOut(): Promise<{ loanId: string; customerId: string }> {
  const one = await (await Case.begin(kit)).opened();
  await one.released();
  return { loanId: String((await one.settle()).loanId), customerId: one.customerId };
}
const repay = (loanId: string, amountFen: number) =>
  kit.recordRepayment.execute(people.maker, {
    ...{ requestKey: newId('key'), loanId, amountFen, paidOn: kit.p.clock.today(), channel: 'BANK', channelTransactionId: newId('txn') },
  });
const change = (name: string, _id: string, fields: object) => collection(name).updateOne({ _id }, { $inc: fields } as never);

/** Works like the job until the check is done; all that was told. */
async function runOut(): Promise<Difference[]> {
  const told: Difference[] = [];
  for (;;) {
    const lease = await kit.p.leases.take('ledger-check', 10_000);
    const found = await kit.checkBatch.execute(lease!);
    if (!found) return told;
    told.push(...found);
  }
}

describe('[7.3, 4.19] a check of the whole books', () => {
  test('finds nothing where loans, entries and balances agree, and can be asked for again', async () => {
    const { loanId } = await paidOut();
    await repay(loanId, 1000_00);
    const id = await check();
    expect(await runOut()).toEqual([]);
    expect(await checks()).toMatchObject([{ _id: id, scope: 'ALL', state: 'DONE', loans: expect.any(Number), differences: 0 }]);
    await check();
    expect(await runOut()).toEqual([]);
    expect(await checks()).toHaveLength(2);
  });

  test.each<[string, (of: { loanId: string; customerId: string }) => Promise<unknown>, object[]]>([
    [
      'a fen of principal',
      ({ loanId }) => change('loans', loanId, { outstandingFen: 1 }),
      [
        { subject: 'LOAN', account: ACCOUNTS.LOANS, unit: 'FEN', expected: 50_000_01, found: 50_000_00 },
        { subject: 'BORROWER', account: 'outstanding', expected: 50_000_00, found: 50_000_01 },
      ],
    ],
    [
      'a fen of provision',
      ({ loanId }) => change('loans', loanId, { provisionFen: 1 }),
      [{ account: ACCOUNTS.LOSS_ALLOWANCE }, { account: ACCOUNTS.IMPAIRMENT_LOSS }],
    ],
    [
      'an entry that was not counted',
      ({ loanId }) => change('loans', loanId, { 'chain.no': 1 }),
      [{ account: 'entries', unit: 'COUNT', expected: 2, found: 1 }],
    ],
    [
      'a balance',
      ({ customerId }) => change('exposures', customerId, { outstandingFen: -7 }),
      [{ subject: 'BORROWER', account: 'outstanding' }],
    ],
    [
      'a reservation that nobody freed',
      ({ customerId }) => change('exposures', customerId, { reservedFen: 5 }),
      [{ account: 'reserved', expected: 5, found: 0 }],
    ],
    [
      'a balance that is missing',
      ({ customerId }) => collection('exposures').deleteOne({ _id: customerId }),
      [{ account: 'outstanding' }, { account: 'loans' }],
    ],
  ])('tells %s once, with both figures', async (_title, spoil, expected) => {
    const of = await paidOut();
    const [loan, exposure] = [
      await collection('loans').findOne({ _id: of.loanId }),
      await collection('exposures').findOne({ _id: of.customerId }),
    ];
    await spoil(of);
    const checkId = await check();
    const told = (await runOut()).filter((one) => [of.loanId, of.customerId].includes(one.subjectId));
    expect(told).toMatchObject(expected);
    expect(told).toHaveLength(expected.length);
    const { nodes } = await new LedgerCheckQueries(kit.p.database).findingsOf({ checkId });
    expect(nodes).toMatchObject(expected.map((one, place) => ({ ...one, no: place + 1 })));
    await collection('loans').replaceOne({ _id: of.loanId }, loan as never);
    await collection('exposures').replaceOne({ _id: of.customerId }, exposure as never, { upsert: true });
  });

  test('tells a balance of a borrower without loans, and entries without a loan', async () => {
    const [customerId, stream] = [newId('cus'), newId('lon')];
    await collection('exposures').insertOne({
      _id: customerId,
      version: 1,
      customerId,
      outstandingFen: 9,
      reservedFen: 0,
      loans: 1,
    } as never);
    const draft = { id: newId('jnl'), idemKey: newId('idm'), kind: 'DAY_END', businessDate: parseLocalDate('2026-02-16'), stream } as const;
    const lines = [debit(ACCOUNTS.LOANS, 1), credit(ACCOUNTS.FUNDS, 1)];
    await kit.p.work.run({ actor: people.checker, operation: 'test' }, (tx) =>
      kit.repos.ledger.append(makeEntry(EMPTY_CHAIN, { ...draft, lines }), new Date(), tx),
    );
    await check();
    expect(await runOut()).toMatchObject([
      { subject: 'BORROWER', subjectId: customerId, account: 'outstanding', expected: 9, found: 0 },
      { subjectId: customerId, account: 'loans' },
      { subject: 'LOAN', subjectId: stream, account: ACCOUNTS.FUNDS, expected: 0, found: -1 },
      { subjectId: stream, account: ACCOUNTS.LOANS, expected: 0, found: 1 },
      { subjectId: stream, account: 'entries', found: 1 },
    ]);
    await collection('exposures').deleteOne({ _id: customerId });
    await entries().deleteOne({ _id: draft.id });
  });

  test('a ledger that does not balance is told', async () => {
    const _id = newId('jnl');
    const lines = [{ account: ACCOUNTS.LOANS, debitFen: Long.fromNumber(3), creditFen: Long.fromNumber(0) }];
    const row = {
      _id,
      idemKey: _id,
      stream: newId('lon'),
      kind: 'DAY_END',
      businessDate: '2026-02-16',
      postedAt: new Date(),
      no: 1,
      lines,
    };
    await entries().insertOne(row as never, { bypassDocumentValidation: true });
    await check();
    expect((await runOut()).at(-1)).toMatchObject({ subject: 'LEDGER', account: 'debits-and-credits', unit: 'FEN' });
    await entries().deleteOne({ _id });
  });

  test('one at a time: a second is refused with the one that runs, and the same request key begins it once', async () => {
    const key = newId('key');
    const id = await check(key);
    expect(await check(key)).toBe(id);
    await expect(check()).rejects.toMatchObject({ code: 'LEDGER_CHECK_RUNNING', data: { checkId: id } });
    await runOut();
    expect(await checks()).toHaveLength(1);
  });

  test('two that are asked for at the same moment are one', async () => {
    const tries = await Promise.allSettled([check(), check(), check()]);
    expect(tries.filter((tried) => tried.status === 'fulfilled')).toHaveLength(1);
    await runOut();
  });

  test('a worker that dies leaves the rest to the next, behind what was looked at', async () => {
    await paidOut();
    await check();
    const lease = await kit.p.leases.take('ledger-check', 10_000);
    await kit.checkBatch.execute(lease!);
    const [half] = (await checks()) as { stage: string; cursor: string; loans: number }[];
    expect(half).toMatchObject({ stage: 'LOANS', cursor: expect.stringMatching(/^lon_/) });
    await runOut();
    expect(await checks()).toMatchObject([{ state: 'DONE', loans: expect.any(Number) }]);
  });

  test('a worker that has lost its lease writes nothing', async () => {
    await check();
    const lost = await kit.p.leases.take('ledger-check', 10_000);
    await collection('leases').updateOne({ _id: 'ledger-check' }, { $inc: { fence: 1 } } as never);
    await expect(kit.checkBatch.execute(lost!)).rejects.toThrow(/lost/);
    expect(await checks()).toMatchObject([{ stage: 'LOANS', cursor: '' }]);
    await collection('leases').deleteOne({ _id: 'ledger-check' });
    await runOut();
  });
});

describe('[7.3] the check after a day end', () => {
  const begin = () => kit.checkSchedule.beginMissed();

  test('looks at everything first, then at what has moved, and at everything again after a week', async () => {
    await paidOut();
    const scopes: unknown[] = [];
    for (const on of ['2026-03-01', '2026-03-02', '2026-03-07', '2026-03-08', '2026-03-09']) {
      await closed(on);
      await begin();
      await begin();
      await runOut();
      await begin();
      scopes.push(((await checks()).at(-1) as { scope: string }).scope);
    }
    expect(scopes).toEqual(['ALL', 'CHANGED', 'CHANGED', 'ALL', 'CHANGED']);
    expect(await checks()).toHaveLength(5);
  });

  test('of what has moved finds a loan by its new entries, and not one that rests', async () => {
    const [moved, resting] = [await paidOut(), await paidOut()];
    await closed('2026-03-01');
    await begin();
    await runOut();
    // As if the first check had been long ago.
    await collection('ledger_checks').updateMany({}, { $set: { readAt: new Date(Date.now() + 3_600_000) } } as never);
    await repay(moved.loanId, 100_00);
    for (const { loanId } of [moved, resting]) await change('loans', loanId, { creditFen: 1 });
    await closed('2026-03-02');
    await begin();
    expect(await runOut()).toMatchObject([{ subject: 'LOAN', subjectId: moved.loanId, account: ACCOUNTS.CUSTOMER_CREDIT, found: -100_00 }]);
    for (const { loanId } of [moved, resting]) await change('loans', loanId, { creditFen: -1 });
  });

  test('waits while a day is being closed', async () => {
    await collection('day_ends').insertOne({ _id: '2026-03-01', state: 'RUNNING' } as never);
    await begin();
    expect(await checks()).toEqual([]);
  });

  test('is begun once by several processes', async () => {
    await closed('2026-03-01');
    await Promise.all([begin(), begin(), begin()]);
    await runOut();
    await begin();
    expect(await checks()).toHaveLength(1);
  });
});

test('the checks are paged with their findings, newest first', async () => {
  const of = await paidOut();
  await check();
  await runOut();
  await change('loans', of.loanId, { creditFen: 1 });
  await check();
  await runOut();
  const { nodes, pageInfo } = await new LedgerCheckQueries(kit.p.database).list({ first: 1 });
  expect(pageInfo.hasNextPage).toBe(true);
  expect(nodes).toMatchObject([{ differences: 1, findings: [{ subjectId: of.loanId, account: ACCOUNTS.CUSTOMER_CREDIT }] }]);
  await change('loans', of.loanId, { creditFen: -1 });
});
