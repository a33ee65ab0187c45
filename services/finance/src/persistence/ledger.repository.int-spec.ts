import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, parseLocalDate } from '@weilend/kernel';
import mongoose from 'mongoose';
import { ACCOUNTS, credit, debit, EMPTY_CHAIN, makeEntry } from '../domain/ledger/journal.js';
import type { JournalEntry } from '../domain/ledger/journal.js';
import { financeKit } from '../../test/builders/finance-kit.builder.js';
import type { FinanceKit } from '../../test/builders/finance-kit.builder.js';
import { JOURNAL, ledgerDatabaseOf } from './ledger.schema.js';
import { createLedger } from './migrations/0001-create-ledger.js';

const { Long } = mongoose.mongo.BSON;
let kit: FinanceKit;
beforeAll(async () => void (kit = await financeKit()));
afterAll(() => kit.stop());

const rows = () =>
  kit.p.database.connection.getClient().db(ledgerDatabaseOf(kit.p.database.connection.name)).collection<{ _id: string }>(JOURNAL);
const entry = (change: Partial<JournalEntry> = {}): JournalEntry => ({
  ...makeEntry(EMPTY_CHAIN, {
    id: newId('jnl'),
    idemKey: newId('idm'),
    kind: 'DISBURSEMENT',
    businessDate: parseLocalDate('2026-11-23'),
    stream: newId('lon'),
    lines: [debit(ACCOUNTS.LOANS, 100), credit(ACCOUNTS.FUNDS, 100)],
  }),
  ...change,
});
const append = (one: JournalEntry) =>
  kit.p.work.run({ actor: { kind: 'service', service: 'finance' }, operation: 'append' }, (tx) =>
    kit.repos.ledger.append(one, new Date(), tx),
  );

describe('[4.19] the ledger in its own database', () => {
  it('keeps entries in BSON longs, beside the service database', async () => {
    const one = entry();
    await append(one);
    expect(await kit.repos.ledger.entriesOf(one.stream)).toEqual([one]);
    const raw = await rows().findOne({ _id: one.id }, { promoteLongs: false });
    expect(raw).toMatchObject({ lines: [{ debitFen: Long.fromNumber(100) }, {}] });
    expect(await kit.p.database.collection(JOURNAL).countDocuments()).toBe(0);
  });

  it('stands or falls with the transaction of the service', async () => {
    const one = entry();
    const act = kit.p.work.run({ actor: { kind: 'service', service: 'finance' }, operation: 'append' }, async (tx) => {
      await kit.repos.ledger.append(one, new Date(), tx);
      throw new Error('the transaction fails');
    });
    await expect(act).rejects.toThrow('the transaction fails');
    expect(await kit.repos.ledger.entriesOf(one.stream)).toEqual([]);
  });

  it('refuses a second entry of one act, and a second at one place of a chain', async () => {
    const one = entry();
    await append(one);
    await expect(append(entry({ idemKey: one.idemKey }))).rejects.toMatchObject({ code: 11_000 });
    await expect(append(entry({ stream: one.stream }))).rejects.toMatchObject({ code: 11_000 });
  });

  it.each<[string, JournalEntry['lines']]>([
    ['does not balance', [debit(ACCOUNTS.LOANS, 100), credit(ACCOUNTS.FUNDS, 99)]],
    ['has one side', [debit(ACCOUNTS.LOANS, 100)]],
    ['moves nothing', [debit(ACCOUNTS.LOANS, 0), credit(ACCOUNTS.FUNDS, 0)]],
    ['has no lines', []],
    ['is negative', [debit(ACCOUNTS.LOANS, -5), credit(ACCOUNTS.FUNDS, -5)]],
  ])('refuses, by the database itself, an entry that %s', async (_title, lines) => {
    await expect(append(entry({ lines }))).rejects.toMatchObject({ code: 121 });
  });

  it('refuses doubles, which cannot hold every fen', async () => {
    const { id, lines: _lines, ...rest } = entry();
    const lines = [
      { account: 'a', debitFen: 0.5, creditFen: 0 },
      { account: 'b', debitFen: 0, creditFen: 0.5 },
    ];
    await expect(rows().insertOne({ _id: id, ...rest, lines, postedAt: new Date() } as never)).rejects.toMatchObject({ code: 121 });
  });

  it('gives the trial balance of a day', async () => {
    await append(entry({ businessDate: parseLocalDate('2020-01-01') }));
    await append(entry({ businessDate: parseLocalDate('2020-01-02') }));
    expect(await kit.repos.ledger.trialBalance(parseLocalDate('2020-01-01'))).toEqual([
      { account: ACCOUNTS.FUNDS, debitFen: 0, creditFen: 100 },
      { account: ACCOUNTS.LOANS, debitFen: 100, creditFen: 0 },
    ]);
    expect(await kit.repos.ledger.trialBalance(parseLocalDate('2019-12-31'))).toEqual([]);
  });

  it('can be made again after a crash half way', async () => {
    await createLedger.up(kit.p.database);
    expect((await rows().indexes()).map((index) => index.name)).toEqual(['_id_', 'idemKey', 'chain', 'businessDate']);
  });
});
