import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { newId, parseLocalDate } from '@weilend/kernel';
import type { Fen } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { ACCOUNTS, credit, debit, EMPTY_CHAIN, makeEntry } from '../../domain/ledger/journal.js';
import { AccountLines } from '../../persistence/account-lines.repository.js';
import { CLOSINGS, JOURNAL, ledgerDatabaseOf } from '../../persistence/ledger.schema.js';
import { AccountStatements } from '../../queries/account-statement.queries.js';
import { financeKit, people } from '../../../test/builders/finance-kit.builder.js';
import type { FinanceKit } from '../../../test/builders/finance-kit.builder.js';

let kit: FinanceKit;
beforeAll(async () => void (kit = await financeKit()));
afterAll(() => kit.stop());

const on = parseLocalDate;
const own = (name: string) => kit.p.database.collection<{ _id: string }>(name);
/** As an administrator of the database, who may do what the service may not. */
const ledger = (name: string) => {
  const { connection } = kit.p.database;
  return connection.getClient().db(ledgerDatabaseOf(connection.name)).collection<{ _id: string }>(name);
};

/** Every day through the second of March is closed, and the books were checked then. */
beforeEach(async () => {
  for (const name of ['day_ends', 'day_end_set_aside', 'ledger_checks']) await own(name).deleteMany({});
  for (const name of [CLOSINGS, JOURNAL]) await ledger(name).deleteMany({});
  await own('day_ends').insertOne({ _id: '2026-03-02', state: 'CLOSED' } as never);
  await own('ledger_checks').insertOne({ _id: newId('lck'), on: '2026-03-02', scope: 'ALL', state: 'DONE', differences: 0 } as never);
});

/** An entry of a hundred fen, or so many. */
const append = (date: string, tx: Tx, amountFen: Fen = 100) => {
  const lines = [debit(ACCOUNTS.LOANS, amountFen), credit(ACCOUNTS.FUNDS, amountFen)];
  const draft = {
    id: newId('jnl'),
    idemKey: newId('idm'),
    kind: 'DISBURSEMENT',
    businessDate: on(date),
    stream: newId('lon'),
    lines,
  } as const;
  return kit.repos.ledger.append(makeEntry(EMPTY_CHAIN, draft), new Date(), tx);
};
const book = (date: string, amountFen?: Fen) =>
  kit.p.work.run({ actor: people.checker, operation: 'test' }, (tx) => append(date, tx, amountFen));
const close = (month = '2026-02', requestKey: string | null = null) => kit.closePeriod.execute(people.checker, { month, requestKey });
const closings = () => ledger(CLOSINGS).find().sort({ _id: 1 }).toArray() as Promise<object[]>;
const balances = (debitFen: Fen) => [
  { account: ACCOUNTS.FUNDS, debitFen: 0, creditFen: debitFen },
  { account: ACCOUNTS.LOANS, debitFen, creditFen: 0 },
];

describe('[7.3] closing a month', () => {
  test('fixes its balances and lets no entry be dated into it or before it', async () => {
    await book('2026-02-01');
    await book('2026-02-28', 50);
    await book('2026-03-01', 7);
    await close();
    expect(await closings()).toMatchObject([{ _id: '2026-02:1', state: 'CLOSING', accounts: [] }]);
    expect(await kit.finishPeriod().execute()).toBe('2026-02');
    expect(await closings()).toMatchObject([
      { _id: '2026-02:1' },
      { _id: '2026-02:2', state: 'CLOSED', through: '2026-02-28', accounts: balances(150), by: `employee:${people.checker.employeeId}` },
    ]);
    expect(await kit.finishPeriod().execute()).toBeNull();
    for (const date of ['2026-02-28', '2026-02-01', '2020-01-01']) {
      await expect(book(date)).rejects.toMatchObject({ code: 'PERIOD_CLOSED', data: { date, month: '2026-02' } });
    }
    await book('2026-03-01');
    expect(await ledger(JOURNAL).countDocuments()).toBe(4);
  });

  test('makes later trial balances begin with it, and says the same as all entries', async () => {
    await book('2026-02-03');
    await close();
    await kit.finishPeriod().execute();
    await book('2026-03-02', 11);
    expect(await kit.repos.ledger.trialBalance(on('2026-03-31'))).toEqual(balances(111));
    expect(await kit.repos.ledger.trialBalance(on('2026-02-28'))).toEqual(balances(100));
    expect(await kit.repos.ledger.trialBalance(on('2026-02-02'))).toEqual([]);
    await ledger(JOURNAL).deleteMany({ businessDate: '2026-02-03' });
    expect(await kit.repos.ledger.trialBalance(on('2026-03-31'))).toEqual(balances(111));
    expect(await kit.repos.ledger.turnover(on('2026-03-31'))).toEqual(balances(11));
  });

  test('goes month by month, each bound to the one before by its hash', async () => {
    await book('2026-01-10');
    await expect(close()).rejects.toMatchObject({ code: 'PERIOD_EARLIER_OPEN', data: { earlier: '2026-01' } });
    await close('2026-01');
    await expect(close()).rejects.toMatchObject({ code: 'PERIOD_EARLIER_OPEN' });
    await kit.finishPeriod().execute();
    await close();
    await kit.finishPeriod().execute();
    const rows = (await closings()) as { prevHash: string | null; hash: string }[];
    expect(rows.map((row) => row.prevHash)).toEqual([null, ...rows.slice(0, -1).map((row) => row.hash)]);
    await expect(close()).rejects.toMatchObject({ code: 'PERIOD_ALREADY_CLOSED' });
  });

  test.each<[string, () => Promise<unknown>, string, string?]>([
    ['its last day is open', () => own('day_ends').updateOne({}, { $set: { state: 'RUNNING' } }), 'PERIOD_DAY_OPEN'],
    ['a loan is set aside', () => own('day_end_set_aside').insertOne({ _id: 'x', on: '2026-03-02' } as never), 'PERIOD_LOANS_SET_ASIDE'],
    ['the books differ', () => own('ledger_checks').updateOne({}, { $set: { differences: 1 } }), 'PERIOD_BOOKS_DIFFER'],
    ['the books were not checked', () => own('ledger_checks').deleteMany({}), 'PERIOD_NOT_CHECKED'],
    ['it is not over', () => Promise.resolve(), 'PERIOD_NOT_OVER', '2199-01'],
    ['it is no month', () => Promise.resolve(), 'PERIOD_INVALID', '2026-2'],
  ])('is refused while %s, and nothing is closed', async (...[_title, spoil, code, month]) => {
    await spoil();
    await expect(close(month)).rejects.toMatchObject({ code });
    expect(await closings()).toEqual([]);
    await book('2026-02-01');
  });

  test('a loan that was set aside on an earlier day has been closed since', async () => {
    await own('day_end_set_aside').insertOne({ _id: 'x', on: '2026-03-01' } as never);
    await close();
  });

  test('the same request key closes once, and of many at the same moment one', async () => {
    const key = newId('key');
    expect([await close('2026-02', key), await close('2026-02', key)]).toEqual(['2026-02', '2026-02']);
    await ledger(CLOSINGS).deleteMany({});
    const tries = await Promise.allSettled(Array.from({ length: 4 }, () => close()));
    expect(tries.filter((tried) => tried.status === 'fulfilled')).toHaveLength(1);
    expect(await closings()).toHaveLength(1);
  });
});

describe('[7.3, 4.19] a booking and a closing at the same moment', () => {
  test('what had begun before the closing is in its balances, and they are not taken before it can have ended', async () => {
    await kit.p.work.run({ actor: people.checker, operation: 'test' }, async (tx) => {
      await append('2026-02-28', tx, 33);
      await close();
      expect(await kit.finishPeriod(60_000).execute()).toBeNull();
    });
    expect(await kit.finishPeriod(60_000).execute()).toBeNull();
    await kit.finishPeriod().execute();
    expect((await closings()).at(-1)).toMatchObject({ state: 'CLOSED', accounts: balances(33) });
  });

  test('whatever order they come in, every entry is in the balances or was refused', async () => {
    const bookings = Array.from({ length: 30 }, (_, n) => () => book('2026-02-28', n + 1));
    const acts = [...bookings.slice(0, 15), close, ...bookings.slice(15)];
    const outcomes = await Promise.allSettled(acts.map((act) => act()));
    const refused = outcomes.filter((one) => one.status === 'rejected').map((one) => (one.reason as { code: string }).code);
    expect(refused.every((code) => code === 'PERIOD_CLOSED')).toBe(true);
    await kit.finishPeriod().execute();
    const [{ accounts }] = (await closings()).slice(-1) as [{ accounts: unknown }];
    expect(accounts).toEqual(await kit.repos.ledger.turnover(on('2026-12-31')));
    expect(await ledger(JOURNAL).countDocuments()).toBe(30 - refused.length);
  });

  test('two processes take the balances once', async () => {
    await book('2026-02-01');
    await close();
    const ends = await Promise.allSettled([kit.finishPeriod().execute(), kit.finishPeriod().execute()]);
    expect(ends.some((end) => end.status === 'fulfilled' && end.value === '2026-02')).toBe(true);
    expect(await closings()).toHaveLength(2);
  });
});

test('the database refuses a closing that does not balance', async () => {
  const period = { month: '2026-02', from: on('2026-02-01'), through: on('2026-02-28') };
  const draft = { ...period, state: 'CLOSED', accounts: [{ account: 'a', debitFen: 1, creditFen: 0 }], prevHash: null, by: 'x' } as const;
  const act = kit.p.work.run({ actor: people.checker, operation: 'test' }, (tx) =>
    kit.repos.closings.append({ ...draft, at: new Date(), begunAt: new Date() }, tx),
  );
  await expect(act).rejects.toMatchObject({ code: 121 });
});

describe('[4.19] the statement of an account', () => {
  const statements = () => new AccountStatements(kit.repos.ledger, new AccountLines(kit.p.database));
  const of = (change: object = {}) =>
    statements().of({ account: ACCOUNTS.LOANS, from: on('2026-02-01'), to: on('2026-02-28'), first: 2, ...change });

  test('opens with what was before, goes on page by page, and closes with the balance of its last day', async () => {
    await book('2026-01-31', 1_000);
    for (const [date, amountFen] of [
      ['2026-02-10', 3],
      ['2026-02-02', 1],
      ['2026-02-02', 2],
      ['2026-02-28', 4],
      ['2026-03-01', 500],
    ] as const)
      await book(date, amountFen);
    const pages = [await of()];
    for (let page = pages[0]!; page.lines.pageInfo.hasNextPage; page = pages.at(-1)!)
      pages.push(await of({ after: page.lines.pageInfo.endCursor }));
    expect(pages).toHaveLength(2);
    expect(pages[0]).toMatchObject({ openingFen: 1_000, closingFen: 1_010 });
    expect(pages.flatMap((page) => page.lines.nodes).map((line) => [line.businessDate, line.debitFen, line.balanceFen])).toEqual([
      ['2026-02-02', 1, 1_001],
      ['2026-02-02', 2, 1_003],
      ['2026-02-10', 3, 1_006],
      ['2026-02-28', 4, 1_010],
    ]);
    expect(await pages[0]!.lines.totalCount).toBe(4);
    expect((await of({ account: ACCOUNTS.FUNDS })).lines.nodes).toMatchObject([
      { creditFen: 1, balanceFen: -1_001 },
      { balanceFen: -1_003 },
    ]);
    expect(await of({ account: ACCOUNTS.FEE_INCOME })).toMatchObject({ openingFen: 0, closingFen: 0, lines: { nodes: [] } });
  });

  test.each<[string, object]>([
    ['backwards', { from: on('2026-03-01') }],
    ['of more than a quarter', { to: on('2026-05-05') }],
    ['of no lines', { first: 0 }],
    ['of too many lines', { first: 101 }],
    ['behind a cursor of somebody else', { after: 'eA' }],
  ])('%s is refused', async (_title, change) => {
    await expect(of(change)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });
});
