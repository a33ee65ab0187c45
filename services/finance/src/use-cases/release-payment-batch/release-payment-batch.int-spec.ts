import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, sumFen } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { seedParameters } from '@weilend/testing';
import { financeKit, people } from '../../../test/builders/finance-kit.builder.js';
import type { FinanceKit } from '../../../test/builders/finance-kit.builder.js';
import { Case } from '../../../test/builders/signed-case.builder.js';
import type { PaymentBatch } from '../../domain/disbursement/payment-batch.js';
import { PaymentBatchQueries } from '../../queries/payment-batch.queries.js';

let kit: FinanceKit;
let queries: PaymentBatchQueries;
beforeAll(async () => {
  kit = await financeKit();
  queries = new PaymentBatchQueries(kit.p.database);
});
afterAll(() => kit.stop());

const key = (): string => newId('key');
const LENT = 50_000_00;
const openBy = (who: EmployeeActor, orderIds: readonly string[]) => kit.openBatch.execute(who, { orderIds });
const open = async (cases: readonly Case[]) => openBy(people.maker, await idsOf(cases));
const idsOf = (cases: readonly Case[]) => Promise.all(cases.map(async (one) => (await one.order()).id));
const release = (batchId: string, sums: { count?: number; totalFen?: number } = {}, who = people.checker, requestKey = key()) =>
  kit.releaseBatch.execute(who, { requestKey, batchId, count: 2, totalFen: 2 * LENT, ...sums });
const batchOf = async (id: string): Promise<PaymentBatch> => {
  const [batch] = await queries.byIds([id]);
  if (!batch) throw new Error('there is no batch');
  return batch;
};
const progressOf = async (id: string) => (await queries.progressOf([id]))[0];
const states = (cases: readonly Case[]) => Promise.all(cases.map(async (one) => (await one.order()).state));

async function made(options: Parameters<typeof Case.begin>[1] = {}, who: EmployeeActor = people.maker): Promise<Case> {
  const one = await (await Case.begin(kit, options)).opened();
  await kit.makeDisbursement.execute(who, { requestKey: key(), orderId: (await one.order()).id, amountFen: one.terms.amountFen });
  return one;
}

async function expectRefused(cases: readonly Case[], act: () => Promise<unknown>, code: string): Promise<void> {
  const state = async () => [
    await Promise.all(cases.map((one) => one.order())),
    await kit.p.database.collection('payment_batches').find().toArray(),
    await kit.p.database.collection('exposures').find().toArray(),
  ];
  const before = await state();
  await expect(act()).rejects.toMatchObject({ code });
  expect(await state()).toEqual(before);
}

describe('[7.3, 4.19] payments that are released together', () => {
  it('against their number and sum, each reserved and carried on to the bank; the progress adds up', async () => {
    const cases = [await made(), await made({ suffix: '999002' })];
    const batchId = await open(cases);
    expect(await progressOf(batchId)).toMatchObject({ waiting: { count: 2, totalFen: 2 * LENT }, paid: { count: 0 } });
    await release(batchId);
    expect(await states(cases)).toEqual(['RESERVED', 'RESERVED']);
    for (const one of cases) await one.settle();
    expect(await states(cases)).toEqual(['PAID', 'RETURNED']);
    const share = { count: 1, totalFen: LENT };
    expect(await progressOf(batchId)).toMatchObject({ waiting: { count: 0 }, unknown: { count: 0 }, paid: share, returned: share });
    expect(await batchOf(batchId)).toMatchObject({
      state: 'RELEASED',
      releasedBy: people.checker.employeeId,
      lines: [{ leftOut: null }, { leftOut: null }],
    });
  });

  it('an answer that is open shows as unknown', async () => {
    const cases = [await made({ suffix: '999001' })];
    const batchId = await open(cases);
    await release(batchId, { count: 1, totalFen: LENT });
    await cases[0]?.settle();
    expect(await progressOf(batchId)).toMatchObject({ unknown: { count: 1, totalFen: LENT } });
  });

  it.each([
    ['a payment more', { count: 3 }],
    ['a payment less', { count: 1 }],
    ['a fen more', { totalFen: 2 * LENT + 1 }],
    ['a fen less', { totalFen: 2 * LENT - 1 }],
  ])('never by who counts %s', async (_title, sums) => {
    const cases = [await made(), await made()];
    const batchId = await open(cases);
    await expectRefused(cases, () => release(batchId, sums), 'BATCH_TOTALS_DIFFER');
    await release(batchId);
  });

  it('what fails the check stays out with its reason, and goes its own way', async () => {
    const lapsed = await made();
    const own = await made({}, people.both);
    const tooMuch = await made({ amountFen: 60_000_00 });
    const good = await made();
    const rejected = await made();
    const cases = [lapsed, own, tooMuch, good, rejected];
    const batchId = await open(cases);
    await kit.inbox.receive(lapsed.decisionLapsed());
    await kit.rejectDisbursement.execute(people.checker, { orderId: (await rejected.order()).id, reason: '账户待核实' });
    await seedParameters(kit.p, { 'concentration.net-assets': String(LENT * 10) });
    const totalFen = sumFen(cases.map((one) => one.terms.amountFen));
    await release(batchId, { count: 5, totalFen }, people.both);
    await seedParameters(kit.p);
    const { lines } = await batchOf(batchId);
    expect(lines.map((line) => line.leftOut?.code ?? null)).toEqual([
      ...['ILLEGAL_TRANSITION', 'SEGREGATION_OF_DUTIES', 'CONCENTRATION_EXCEEDED', null, 'ILLEGAL_TRANSITION'],
    ]);
    expect(await states(cases)).toEqual(['RETURNED', 'MADE', 'MADE', 'RESERVED', 'RETURNED']);
    expect(await progressOf(batchId)).toMatchObject({ waiting: { count: 1, totalFen: LENT }, returned: { count: 0 } });
    await kit.checkDisbursement.execute(people.checker, { requestKey: key(), orderId: (await tooMuch.order()).id });
    expect((await tooMuch.order()).state).toBe('RESERVED');
  });

  it('a payment that was released before waits in the batch, and is not sent by itself', async () => {
    const one = await made();
    const { id } = await one.order();
    await kit.checkDisbursement.execute(people.checker, { requestKey: key(), orderId: id });
    const batchId = await open([one]);
    expect(await kit.repos.orders.dueIds(1_000)).not.toContain(id);
    await expect(one.settle()).rejects.toMatchObject({ code: 'ORDER_IN_BATCH' });
    await release(batchId, { count: 1, totalFen: LENT });
    expect(await kit.repos.orders.dueIds(1_000)).toContain(id);
    expect(await kit.p.database.collection<{ _id: string }>('exposures').findOne({ _id: one.customerId })).toMatchObject({
      reservedFen: LENT,
    });
  });

  it('one key releases once, and many at the same moment release once', async () => {
    const cases = [await made(), await made()];
    const batchId = await open(cases);
    const requestKey = key();
    const tries = await Promise.allSettled([release(batchId), release(batchId), release(batchId, {}, people.checker, requestKey)]);
    expect(tries.filter((tried) => tried.status === 'fulfilled')).toHaveLength(1);
    for (const one of cases)
      expect(await kit.p.database.collection<{ _id: string }>('exposures').findOne({ _id: one.customerId })).toMatchObject({
        reservedFen: LENT,
      });
  });

  it('a batch that is taken apart sets its orders free', async () => {
    const cases = [await made(), await made()];
    await kit.checkDisbursement.execute(people.checker, { requestKey: key(), orderId: (await cases[1]?.order())?.id ?? '' });
    const batchId = await open(cases);
    await kit.dissolveBatch.execute(people.maker, { batchId });
    expect(await batchOf(batchId)).toMatchObject({ state: 'DISSOLVED' });
    expect(await kit.repos.orders.dueIds(1_000)).toContain((await cases[1]?.order())?.id);
    await expectRefused(cases, () => release(batchId), 'ILLEGAL_TRANSITION');
    await open(cases);
  });
});

describe('[7.3, 7.12] what is refused changes nothing', () => {
  it.each<[string, (one: Case, batchId: string) => Promise<unknown>, string]>([
    ['a batch of nothing', () => openBy(people.maker, []), 'BATCH_SIZE_INVALID'],
    ['an order twice', async (one) => openBy(people.maker, [(await one.order()).id, (await one.order()).id]), 'BATCH_SIZE_INVALID'],
    ['an order that is none', () => openBy(people.maker, [newId('dis')]), 'NOT_FOUND'],
    ['an order in two batches', async (one) => openBy(people.maker, [(await one.order()).id]), 'ORDER_IN_BATCH'],
    [
      'the single release of an order in a batch',
      async (one) => kit.checkDisbursement.execute(people.checker, { requestKey: key(), orderId: (await one.order()).id }),
      'ORDER_IN_BATCH',
    ],
    [
      'the release by who opened it',
      (_one, batchId) => release(batchId, { count: 1, totalFen: LENT }, people.maker),
      'SEGREGATION_OF_DUTIES',
    ],
    ['a batch that is none', () => release(newId('bat')), 'NOT_FOUND'],
    ['a file before the release', (_one, batchId) => kit.exportBatch.execute(people.checker, { batchId }), 'BATCH_NOT_RELEASED'],
  ])('%s', async (_title, act, code) => {
    const one = await made();
    const batchId = await open([one]);
    await expectRefused([one], () => act(one, batchId), code);
  });

  it('an order that is not made yet', async () => {
    const one = await (await Case.begin(kit)).opened();
    await expectRefused([one], () => open([one]), 'ORDER_NOT_FOR_BATCH');
  });
});

describe('[3.7, 1.4] the file of a batch', () => {
  it('lists what was released with number and sum, and is written down', async () => {
    const cases = [await made(), await made()];
    const batchId = await open(cases);
    await kit.inbox.receive(cases[1]?.decisionLapsed() as never);
    await release(batchId);
    const file = await kit.exportBatch.execute(people.checker, { batchId });
    const rows = file.content.replace('\uFEFF', '').trimEnd().split('\r\n');
    const order = await cases[0]?.order();
    expect(rows).toHaveLength(3);
    expect(rows[1]).toMatch(
      new RegExp(`^"1","${order?.id}","张三","\\d{16,19}","102100099996","50000.00","贷款发放 ${order?.contractId}"$`),
    );
    expect(rows[2]).toBe('"合计","1","","","","50000.00",""');
    expect(file).toMatchObject({ mediaType: 'text/csv; charset=utf-8', sha256: createHash('sha256').update(file.content).digest('hex') });
    expect((await batchOf(batchId)).exports).toEqual([{ by: people.checker.employeeId, on: cases[0]?.today, sha256: file.sha256 }]);
    expect(await kit.p.database.collection('audit_rows').countDocuments({ operation: 'export-payment-batch', outcome: 'accepted' })).toBe(
      1,
    );
  });
});
