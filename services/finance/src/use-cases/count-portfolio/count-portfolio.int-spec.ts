import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { newId, parseLocalDate } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { aLoan } from '../../domain/loan/loan.builder.js';
import type { Loan } from '../../domain/loan/loan.js';
import { partOf } from '../../domain/loan/loan.js';
import { PortfolioQueries } from '../../queries/portfolio.queries.js';
import { financeKit, people } from '../../../test/builders/finance-kit.builder.js';
import type { FinanceKit } from '../../../test/builders/finance-kit.builder.js';

let kit: FinanceKit;
beforeAll(async () => void (kit = await financeKit()));
afterAll(() => kit.stop());

const ACTOR = { kind: 'service', service: 'finance' } as const;
const on = parseLocalDate;
const own = (name: string) => kit.p.database.collection<{ _id: string }>(name);
const queries = () => new PortfolioQueries(kit.p.database);
const late = (loan: Loan) => own('late_loans').findOne({ _id: loan.id });

beforeEach(async () => {
  for (const name of ['day_ends', 'day_end_parts', 'loans', 'late_loans', 'portfolio_days', 'exposures']) await own(name).deleteMany({});
});

/** A loan of 100,000 yuan from 15 January 2026 over twelve months, of which nothing is paid. */
async function lend(change: Partial<Loan> = {}): Promise<Loan> {
  const id = newId('lon');
  const people = { customerId: newId('cus'), salespersonId: newId('emp') };
  const ids = { id, contractId: newId('con'), applicationId: newId('app'), ...people, part: partOf(id) };
  return kit.p.work.run({ actor: ACTOR, operation: 'test' }, (tx) => kit.repos.loans.insert({ ...aLoan(), ...ids, ...change }, tx));
}

/** With the first instalments paid on their days. */
function paid(count: number): Partial<Loan> {
  const rows = aLoan().rows.map((row, place) =>
    place < count ? { ...row, principalPaidFen: row.principalFen, interestPaidFen: row.interestFen } : row,
  );
  return { rows, outstandingFen: rows.reduce((sum, row) => sum + row.principalFen - row.principalPaidFen, 0) };
}

async function closeDay(...dates: string[]): Promise<void> {
  const worker = kit.dayEndWorker('one');
  for (const date of dates) {
    await kit.startDayEnd.execute(people.checker, { businessDate: on(date), requestKey: null });
    while (await worker.execute(() => false));
  }
}
const count = () => kit.countPortfolio.execute();

describe('[5.3] the figures of a day', () => {
  test('are counted once after its end: balances, rates, first-payment default, vintages, the largest borrowers', async () => {
    const sound = await lend(paid(2));
    const young = await lend({
      disbursedOn: on('2026-03-01'),
      firstDueOn: on('2026-04-15'),
      rows: aLoan().rows.slice(2),
      agedOn: on('2026-03-01'),
    });
    const defaulted = await lend();
    const settled = { state: 'SETTLED' as const, outstandingFen: 0, nextChangeOn: null, rows: paid(12).rows! };
    await lend(settled);
    for (const [customerId, outstandingFen] of [
      ['cus_a', 700_000_00],
      ['cus_b', 800_000_00],
      ['cus_c', 0],
    ] as const)
      await own('exposures').insertOne({ _id: customerId, version: 1, customerId, outstandingFen, reservedFen: 0, loans: 1 } as never);
    await closeDay('2026-03-20');
    expect(await count()).toBe('2026-03-20');
    const balance = sound.outstandingFen + young.outstandingFen + defaulted.outstandingFen;
    const portfolio = (await queries().of(null))!;
    expect(portfolio).toMatchObject({ _id: '2026-03-20', countedAt: expect.any(Date), netAssetsFen: 500_000_000_00 });
    expect(portfolio.figures).toMatchObject({
      ...{ loans: 3, outstandingFen: balance },
      overdue: { numerator: defaulted.outstandingFen, denominator: balance },
      nonPerforming: { numerator: 0, denominator: balance, rate: '0.000000' },
      par30: { numerator: defaulted.outstandingFen },
      par90: { numerator: 0 },
    });
    expect(portfolio.figures.provisionFen).toBe(
      Math.round((sound.outstandingFen + young.outstandingFen) / 100) + defaulted.outstandingFen / 50,
    );
    // First instalments of 15 February are 33 days old; the one of 15 April is not due.
    expect(portfolio.firstPaymentDefault).toEqual({ numerator: 1, denominator: 3, rate: '0.333333' });
    expect(portfolio.vintages.map(({ month, loans, cells }) => [month, loans, cells.map((cell) => cell.ever30.byCount.numerator)])).toEqual(
      [
        ['2026-01', 3, [0, 0, 1]],
        ['2026-03', 1, [0]],
      ],
    );
    expect(portfolio.vintages[0]!.cells[2]!.ever30.byAmount).toEqual({ numerator: 100_000_00, denominator: 300_000_00, rate: '0.333333' });
    expect(portfolio.concentration).toMatchObject({
      borrowers: [{ customerId: 'cus_b', share: { rate: '0.001600' } }, { customerId: 'cus_a' }],
      together: { numerator: 1_500_000_00, rate: '0.003000' },
    });
  });

  test('never change, whatever happens to the loans afterwards', async () => {
    const loan = await lend();
    await closeDay('2026-03-20');
    await count();
    const before = await queries().of(on('2026-03-20'));
    await own('loans').updateOne({ _id: loan.id }, { $set: { outstandingFen: 1 } } as never);
    expect(await count()).toBeNull();
    expect(await queries().of(on('2026-03-20'))).toEqual(before);
  });

  test('wait while a day is being closed, and are those of the last of several days', async () => {
    await lend();
    expect(await count()).toBeNull();
    await closeDay('2026-03-18');
    await kit.startDayEnd.execute(people.checker, { businessDate: on('2026-03-20'), requestKey: null });
    expect(await count()).toBeNull();
    expect(await kit.repos.portfolios.count(on('2026-03-18'))).toBeNull();
    const worker = kit.dayEndWorker('one');
    while (await worker.execute(() => false));
    expect(await count()).toBe('2026-03-20');
    expect(await own('portfolio_days').countDocuments()).toBe(1);
  });

  test('are counted once by several processes', async () => {
    await closeDay('2026-03-20');
    const counts = await Promise.allSettled([count(), count(), count()]);
    expect(counts.some((one) => one.status === 'fulfilled' && one.value === '2026-03-20')).toBe(true);
    expect(await own('portfolio_days').countDocuments()).toBe(1);
  });

  test('of an empty book have no rates', async () => {
    await closeDay('2026-03-20');
    await count();
    expect(await queries().of(null)).toMatchObject({
      figures: { loans: 0, overdue: { rate: null }, nonPerforming: { rate: null } },
      firstPaymentDefault: { rate: null },
      vintages: [],
      concentration: { borrowers: [] },
    });
  });

  test('are shown as a series, oldest first, without days that were not counted', async () => {
    for (const day of ['2026-03-20', '2026-03-22', '2026-04-01']) {
      await closeDay(day);
      await count();
    }
    const days = async (from: string, to: string) => (await queries().series(on(from), on(to))).map(({ _id }) => _id);
    expect(await days('2026-03-20', '2026-03-31')).toEqual(['2026-03-20', '2026-03-22']);
    expect(await queries().of(on('2026-03-21'))).toBeNull();
    for (const [from, to] of [
      ['2026-04-01', '2026-03-31'],
      ['2025-01-01', '2026-03-31'],
    ] as const)
      await expect(days(from, to)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  test('are counted from indexes alone', async () => {
    await lend();
    const sums = {
      _id: { loanClass: '$loanClass', bucket: '$bucket' },
      owed: { $sum: '$outstandingFen' },
      provided: { $sum: '$provisionFen' },
    };
    const plans = [
      own('loans').aggregate([{ $match: { state: 'ACTIVE' } }, { $group: sums }], { hint: 'portfolio' }),
      own('loans').aggregate(
        [{ $match: { disbursedOn: { $lte: '2026-12-31' } } }, { $group: { _id: '$disbursedOn', lent: { $sum: '$principalFen' } } }],
        { hint: 'cohort' },
      ),
      own('loans').aggregate([{ $match: { firstDueOn: { $lte: '2026-12-31' } } }, { $group: { _id: 1, n: { $sum: 1 } } }], {
        hint: 'firstDue',
      }),
    ];
    const read = await Promise.all(plans.map(async (plan) => docsRead(await plan.explain('executionStats'))));
    expect(read).toEqual([0, 0, 0]);
  });
});

/** Documents that a plan has read, wherever the server writes it. */
function docsRead(plan: object): number {
  const found = /"totalDocsExamined":(\d+)/.exec(JSON.stringify(plan));
  return Number(found?.[1]);
}

describe('[5.3] what a day end remembers of late loans', () => {
  test.each<[LocalDate[], object | null]>([
    [[on('2026-03-16')], null],
    [
      [on('2026-03-16'), on('2026-03-17')],
      { late30On: '2026-03-17', firstDefaultOn: '2026-03-17', disbursedOn: '2026-01-15', principalFen: 100_000_00 },
    ],
    [[on('2026-03-16'), on('2026-05-15')], { late30On: '2026-03-17' }],
    [[on('2026-03-16'), on('2026-05-16')], { late30On: '2026-03-17', late90On: '2026-05-16', firstDefaultOn: '2026-03-17' }],
  ])('after %j', async (days, expected) => {
    const loan = await lend();
    await closeDay(...days);
    if (expected) expect(await late(loan)).toMatchObject(expected);
    else expect(await late(loan)).toBeNull();
  });

  test('stays when the loan recovers, and keeps its first day when it is late again', async () => {
    const loan = await lend();
    await closeDay('2026-03-17');
    const first = await late(loan);
    await own('loans').updateOne({ _id: loan.id }, { $set: { ...paid(4), nextChangeOn: '2026-05-20' } } as never);
    await closeDay('2026-05-20');
    expect(await late(loan)).toEqual(first);
    await closeDay('2026-07-16');
    expect((await own('loans').findOne({ _id: loan.id })) as unknown).toMatchObject({ bucket: 'M2_M3' });
    expect(await late(loan)).toEqual(first);
  });

  test('is nothing of a loan that was late with a later instalment and not with its first', async () => {
    const loan = await lend(paid(1));
    await closeDay('2026-04-14');
    expect(await late(loan)).toMatchObject({ late30On: '2026-04-14' });
    expect(await late(loan)).not.toHaveProperty('firstDefaultOn');
  });
});
