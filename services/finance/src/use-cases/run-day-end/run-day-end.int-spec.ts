import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { addDays, newId, parseLocalDate } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { sentMessages } from '@weilend/testing';
import { ACCOUNTS, credit, debit, EMPTY_CHAIN, firstBreak, makeEntry } from '../../domain/ledger/journal.js';
import { aLoan } from '../../domain/loan/loan.builder.js';
import { bookOf } from '../../domain/loan/loan-book.js';
import type { Loan } from '../../domain/loan/loan.js';
import { partOf } from '../../domain/loan/loan.js';
import { financeKit, people } from '../../../test/builders/finance-kit.builder.js';
import type { FinanceKit } from '../../../test/builders/finance-kit.builder.js';

let kit: FinanceKit;
beforeAll(async () => void (kit = await financeKit()));
afterAll(() => kit.stop());

const ACTOR = { kind: 'service', service: 'finance' } as const;
const on = parseLocalDate;
const rows = <T>(collection: string, filter: object = {}) =>
  kit.p.database.collection(collection).find(filter).toArray() as unknown as Promise<T[]>;
const start = (businessDate: LocalDate, requestKey: string | null = null) =>
  kit.startDayEnd.execute(people.checker, { businessDate, requestKey });
const runOut = async (holder = 'one') => {
  const worker = kit.dayEndWorker(holder);
  while (await worker.execute(() => false));
};

/** A loan of 15 January 2026 that pays nothing; loans that look alike have ids of their own. */
async function lend(change: Partial<Loan> = {}): Promise<Loan> {
  const id = newId('lon');
  const ids = {
    id,
    contractId: newId('con'),
    applicationId: newId('app'),
    customerId: newId('cus'),
    salespersonId: newId('emp'),
    part: partOf(id),
  };
  return kit.p.work.run({ actor: ACTOR, operation: 'test' }, (tx) => kit.repos.loans.insert({ ...aLoan(), ...ids, ...change }, tx));
}
const loanOf = async ({ id }: Loan): Promise<Loan> => {
  const [row] = await rows<Loan & { _id: string }>('loans', { _id: id });
  return { ...row!, id };
};

beforeEach(async () => {
  for (const name of ['day_ends', 'day_end_parts', 'day_end_set_aside', 'loans']) await kit.p.database.collection(name).deleteMany({});
});

describe('[7.4] the end of a business day', () => {
  test('bills, counts days, classifies, provides, books and tells, and then has nothing left to do', async () => {
    const loan = await lend();
    await start(on('2026-03-20'));
    await runOut();
    const closed = await loanOf(loan);
    expect(closed).toMatchObject({ bucket: 'M2_M3', loanClass: 'SPECIAL_MENTION', overdueSince: '2026-02-15', provisionFen: 2_000_00 });
    expect(closed.nextChangeOn).toBe('2026-04-15');
    const entries = await kit.repos.ledger.entriesOf(loan.id);
    expect(entries).toMatchObject([{ kind: 'DAY_END', idemKey: `day-end:${loan.id}:2026-03-20:1`, businessDate: '2026-03-20', no: 1 }]);
    expect(firstBreak(entries)).toBeNull();
    const told = (await sentMessages(kit.p)).filter((message) => message.subject === loan.id);
    expect(told.map(({ type, data }) => [type, data['bucket'], data['daysPastDue']])).toEqual([
      ['finance.loan-status-changed.v1', 'M2_M3', 33],
    ]);
    expect(await rows('day_ends')).toMatchObject([{ _id: '2026-03-20', state: 'CLOSED' }]);
    const types = (await sentMessages(kit.p)).map(({ type }) => type);
    expect(types.lastIndexOf('finance.day-ended.v1')).toBeGreaterThan(types.lastIndexOf('finance.loan-status-changed.v1'));
    const parts = await rows<{ loans: number; entries: number; events: number; closed: boolean }>('day_end_parts');
    expect(parts.every((part) => part.closed)).toBe(true);
    expect([parts.reduce((sum, part) => sum + part.loans, 0), parts.reduce((sum, part) => sum + part.events, 0)]).toEqual([1, 1]);
    expect(await kit.dayEndWorker('one').execute(() => false)).toBe(false);
  });

  test('[1.2] the day on which other provisions take effect looks at every running loan, once', async () => {
    const paid = await lend({ nextChangeOn: on('2026-04-15'), agedOn: on('2026-03-16'), provisionFen: 1 });
    const parameter = { _id: newId('par'), key: 'provision.pass' as const, value: '0.03', effectiveFrom: on('2026-03-18') };
    await kit.p.work.run({ actor: ACTOR, operation: 'test' }, (tx) => kit.p.parameters.apply(parameter, tx));
    await start(on('2026-03-17'));
    await runOut();
    expect(await loanOf(paid)).toMatchObject({ provisionFen: 1, version: 1 });
    await start(on('2026-03-18'));
    await runOut();
    expect(await loanOf(paid)).toMatchObject({ agedOn: '2026-03-18', version: 2 });
    expect((await rows<{ loans: number }>('day_end_parts', { on: '2026-03-18' })).reduce((sum, { loans }) => sum + loans, 0)).toBe(1);
    await kit.p.database.collection('parameters').deleteMany({ _id: parameter._id } as never);
  });

  test('keeps the history of the class, with its cause', async () => {
    const loan = await lend();
    await start(on('2026-06-01'));
    await runOut();
    expect(await rows('class_changes', { loanId: loan.id })).toMatchObject([
      { on: '2026-06-01', from: 'PASS', to: 'SUBSTANDARD', daysPastDue: 106, cause: 'DAY_END', by: 'service:finance' },
    ]);
  });

  test('the ledger says what the loan says, day after day', async () => {
    const loan = await lend();
    for (const date of ['2026-01-15', '2026-02-15', '2026-02-16', '2026-05-16', '2026-05-31']) {
      await start(on(date));
      await runOut();
    }
    const sums = new Map<string, number>();
    for (const { lines } of await kit.repos.ledger.entriesOf(loan.id))
      for (const line of lines) sums.set(line.account, (sums.get(line.account) ?? 0) + line.debitFen - line.creditFen);
    const opened = bookOf(aLoan());
    for (const [account, balance] of Object.entries(bookOf(await loanOf(loan)))) {
      expect([account, sums.get(account) ?? 0]).toEqual([account, balance - opened[account as keyof typeof opened]]);
    }
  });

  test('days that were missed are closed one after the other', async () => {
    const loan = await lend();
    const ended = async () =>
      (await sentMessages(kit.p)).flatMap(({ type, data }) => (type === 'finance.day-ended.v1' ? [data['businessDate']] : []));
    const before = (await ended()).length;
    await start(on('2026-02-14'));
    await runOut();
    await start(on('2026-02-17'));
    // Whoever comes to the end of a day at the same time, it is told once.
    await Promise.all([runOut('one'), runOut('two')]);
    await runOut();
    expect((await ended()).slice(before)).toEqual(['2026-02-14', '2026-02-15', '2026-02-16', '2026-02-17']);
    expect((await rows<{ _id: string }>('day_ends')).map(({ _id }) => _id).sort()).toEqual([
      '2026-02-14',
      '2026-02-15',
      '2026-02-16',
      '2026-02-17',
    ]);
    expect((await kit.repos.ledger.entriesOf(loan.id)).map((entry) => entry.businessDate)).toEqual([
      '2026-02-14',
      '2026-02-15',
      '2026-02-16',
    ]);
  });

  test('of two that are started at once one runs and the other says so', async () => {
    await lend();
    const tries = await Promise.allSettled([start(on('2026-03-01')), start(on('2026-03-01'))]);
    expect(tries.map((tried) => tried.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(tries.find((tried) => tried.status === 'rejected')).toMatchObject({ reason: { code: 'DAY_END_RUNNING' } });
    await expect(start(on('2026-03-02'))).rejects.toMatchObject({ code: 'DAY_END_RUNNING' });
    await runOut();
    expect(await rows('day_ends')).toHaveLength(1);
  });

  test.each([
    ['2199-01-01', 'DAY_END_IN_FUTURE'],
    ['2026-03-01', 'DAY_ALREADY_CLOSED'],
    ['2026-02-28', 'DAY_ALREADY_CLOSED'],
  ])('%s is refused with %s once 2026-03-01 is closed', async (date, code) => {
    await start(on('2026-03-01'));
    await runOut();
    await expect(start(on(date))).rejects.toMatchObject({ code });
  });

  test('the same request key begins it once', async () => {
    const key = newId('key');
    expect([await start(on('2026-03-01'), key), await start(on('2026-03-01'), key)]).toEqual(['2026-03-01', '2026-03-01']);
    await runOut();
  });

  test('a loan that cannot be closed is set aside with its reason, tried again the next day, and stops nobody', async () => {
    const [good, bad] = [await lend(), await lend()];
    await kit.p.database.collection<{ _id: string }>('loans').updateOne({ _id: bad.id }, { $set: { outstandingFen: 0.5 } });
    await start(on('2026-02-16'));
    await runOut();
    expect(await loanOf(good)).toMatchObject({ bucket: 'M1' });
    expect(await rows('day_end_set_aside')).toMatchObject([
      { _id: `2026-02-16:${bad.id}`, reason: expect.stringMatching(/whole number of fen/) },
    ]);
    expect((await rows<{ setAside: number }>('day_end_parts')).reduce((sum, part) => sum + part.setAside, 0)).toBe(1);
    expect(await loanOf(bad)).toMatchObject({ nextChangeOn: '2026-02-17' });
    await kit.p.database.collection<{ _id: string }>('loans').updateOne({ _id: bad.id }, { $set: { outstandingFen: bad.outstandingFen } });
    await start(on('2026-02-17'));
    await runOut();
    expect(await loanOf(bad)).toMatchObject({ bucket: 'M1' });
  });

  test('a loan that is paid after it was closed, while its day is still being closed, is closed once more', async () => {
    const loan = await lend();
    await start(on('2026-02-16'));
    let asked = 0;
    // The part of the loan is closed in the first batches; then it is paid, and the part is looked at again as by a worker that came late.
    await kit.dayEndWorker('one').execute(() => (asked += 1) > 1_000);
    await kit.p.database
      .collection<{ _id: string }>('loans')
      .updateOne({ _id: loan.id }, { $set: { nextChangeOn: '2026-02-16', outstandingFen: 50_000_00 } });
    await kit.p.database.collection('day_end_parts').updateMany({}, { $set: { closed: false } });
    await kit.p.database.collection('day_ends').updateMany({}, { $set: { state: 'RUNNING' } });
    await runOut('two');
    expect((await kit.repos.ledger.entriesOf(loan.id)).map((entry) => entry.no)).toEqual([1, 2]);
    expect(await rows('day_ends', { state: 'CLOSED' })).toHaveLength(1);
  });

  test('a loan whose entry cannot be written is set aside, and those behind it are closed', async () => {
    const [bad, ...good] = await Promise.all(Array.from({ length: 6 }, () => lend({ part: 3 })));
    const taken = { idemKey: `day-end:${bad!.id}:2026-02-16:1`, stream: newId('lon') };
    await inTheWay(taken);
    await start(on('2026-02-16'));
    await runOut();
    expect(await rows('day_end_set_aside')).toMatchObject([{ loanId: bad!.id, reason: expect.stringMatching(/E11000/) }]);
    for (const loan of good) expect(await loanOf(loan)).toMatchObject({ bucket: 'M1' });
    expect(await rows('day_ends', { state: 'CLOSED' })).toHaveLength(1);
  });

  test('credit is spent on the instalment of its due day, in loan, books and balance', async () => {
    const paidFirst = aLoan().rows.map((row, place) =>
      place === 0 ? { ...row, principalPaidFen: row.principalFen, interestPaidFen: row.interestFen } : row,
    );
    const state = { rows: paidFirst, outstandingFen: 92_115_12, creditFen: 8884_88, receivedFen: 17_769_76, agedOn: on('2026-02-10') };
    const loan = await lend(state);
    await kit.p.database.collection<{ _id: string }>('exposures').insertOne({ _id: loan.customerId, ...exposure(loan) } as never);
    await start(on('2026-03-16'));
    await runOut();
    expect(await loanOf(loan)).toMatchObject({ creditFen: 0, outstandingFen: 84_151_39, bucket: 'CURRENT', nextChangeOn: '2026-04-15' });
    expect(await rows('exposures', { _id: loan.customerId })).toMatchObject([{ outstandingFen: 84_151_39 }]);
    const [entry] = await kit.repos.ledger.entriesOf(loan.id);
    expect(entry?.lines).toContainEqual({ account: ACCOUNTS.CUSTOMER_CREDIT, debitFen: 8884_88, creditFen: 0 });
  });

  test('several workers share one day end and close each loan once', async () => {
    const loans = await Promise.all(Array.from({ length: 40 }, () => lend()));
    await start(on('2026-02-16'));
    await Promise.all([runOut('one'), runOut('two'), runOut('three')]);
    await runOut();
    for (const loan of loans) {
      expect((await kit.repos.ledger.entriesOf(loan.id)).map((entry) => entry.idemKey)).toEqual([`day-end:${loan.id}:2026-02-16:1`]);
    }
  });

  test('a worker that stops in the middle leaves the rest to the next', async () => {
    await Promise.all(Array.from({ length: 30 }, () => lend()));
    await start(on('2026-02-16'));
    let batches = 0;
    await kit.dayEndWorker('one').execute(() => (batches += 1) > 6);
    expect(await rows('day_ends', { state: 'RUNNING' })).toHaveLength(1);
    await runOut();
    expect(await rows('day_ends', { state: 'CLOSED' })).toHaveLength(1);
    expect(await rows('loans', { bucket: 'M1' })).toHaveLength(30);
  });

  test('a repayment that comes in between is not lost', async () => {
    const loan = await lend({ customerId: newId('cus') });
    await kit.p.database.collection<{ _id: string }>('exposures').insertOne({ _id: loan.customerId, ...exposure(loan) } as never);
    await start(on('2026-02-16'));
    const repay = kit.recordRepayment.execute(people.maker, {
      ...{
        requestKey: newId('key'),
        loanId: loan.id,
        amountFen: 100_00,
        paidOn: on('2026-02-16'),
        channel: 'BANK',
        channelTransactionId: newId('txn'),
      },
    });
    await Promise.all([repay, runOut()]);
    await runOut();
    await start(addDays(on('2026-02-16'), 1));
    await runOut();
    expect(await loanOf(loan)).toMatchObject({ receivedFen: 100_00, bucket: 'M1', overdueSince: '2026-02-15' });
  });
});

/** An entry that takes the key of another. */
async function inTheWay({ idemKey, stream }: { idemKey: string; stream: string }): Promise<void> {
  const lines = [debit(ACCOUNTS.LOANS, 1), credit(ACCOUNTS.FUNDS, 1)];
  const draft = { id: newId('jnl'), idemKey, kind: 'DAY_END', businessDate: on('2026-02-16'), stream, lines } as const;
  await kit.p.work.run({ actor: ACTOR, operation: 'test' }, (tx) => kit.repos.ledger.append(makeEntry(EMPTY_CHAIN, draft), new Date(), tx));
}

const exposure = ({ customerId, outstandingFen }: Loan) => {
  const free = { groupId: null, reservedFen: 0, consumerFen: 0 };
  return { version: 1, customerId, outstandingFen, ...free, loans: 1 };
};
