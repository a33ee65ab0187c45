import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addDays, newId } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { sentMessages } from '@weilend/testing';
import { at, collectionsKit } from '../../../test/builders/collections-kit.builder.js';
import type { CollectionsKit } from '../../../test/builders/collections-kit.builder.js';
import { people } from '../../../test/builders/finance-kit.builder.js';
import type { Loan } from '../../domain/loan/loan.js';

let kit: CollectionsKit;
let today: LocalDate;
beforeAll(async () => {
  kit = await collectionsKit();
  today = kit.p.clock.today();
});
afterAll(() => kit.stop());
beforeEach(() => emptied(['collection_days', 'loans', 'collection_cases', 'payment_promises']));

async function emptied(names: readonly string[]): Promise<void> {
  for (const name of names) await kit.p.database.collection(name).deleteMany({});
}
const again = async (): Promise<boolean> => {
  await emptied(['collection_days']);
  return kit.collectionDay.execute();
};
const days = (count: number): LocalDate => addDays(today, -count);
const cases = (filter: object = {}) => kit.rows('collection_cases', filter);
const repay = (loan: Loan, amountFen: number, paidOn: LocalDate) =>
  kit.recordRepayment.execute(people.maker, {
    ...{ requestKey: newId('key'), loanId: loan.id, amountFen, paidOn, channel: 'BANK', channelTransactionId: newId('txn') },
  });
/** As if it had been written down on that day. */
const recordedOn = async (loan: Loan, on: LocalDate): Promise<void> => {
  await kit.p.database.collection('repayments').updateMany({ loanId: loan.id }, { $set: { recordedAt: at(on, '20:00') } });
};
const promised = async (by: LocalDate, madeOn: LocalDate = days(10), amountFen = 5_000_00): Promise<Loan> => {
  const loan = await kit.lend(days(40));
  await kit.contact(loan.id, { tookPlaceAt: at(madeOn), result: 'PROMISED', promise: { amountFen, byOn: by } });
  return loan;
};
const promiseOf = async ({ id: loanId }: Loan) => (await kit.rows('payment_promises', { loanId }))[0];
const told = async ({ id }: Loan) =>
  (await sentMessages(kit.p)).filter(({ subject, type }) => subject === id && type === 'finance.promise-broken.v1').map(({ data }) => data);

describe('[7.4] cases', () => {
  it('are opened for every late loan, before any day end, and for no other', async () => {
    const late = [await kit.lend(days(1)), await kit.lend(days(100))];
    for (const loan of [{ due: today }, { due: addDays(today, 3) }]) await kit.lend(loan.due);
    await kit.lend(days(40), { state: 'SETTLED' });
    await kit.lend(days(1), { creditFen: 8884_88 });
    expect(await kit.collectionDay.execute()).toBe(true);
    const opened = await cases();
    expect(opened.map((one) => one['loanId']).sort()).toEqual(late.map(({ id }) => id).sort());
    expect(opened).toMatchObject([{ state: 'OPEN', openedOn: today, contacts: 0 }, {}]);
    expect(await kit.rows('collection_days')).toMatchObject([{ _id: today, opened: 2, closed: 0, judged: 0 }]);
  });

  it('are opened once: the date is done, another pass finds nothing, and many at once neither double nor fail', async () => {
    for (let count = 0; count < 5; count++) await kit.lend(days(10 + count));
    const worked = await Promise.all([kit.collectionDay.execute(), kit.collectionDay.execute(), kit.collectionDay.execute()]);
    expect(worked).toContain(true);
    expect(await kit.collectionDay.execute()).toBe(false);
    expect(await again()).toBe(true);
    expect(await cases()).toHaveLength(5);
    expect(await kit.rows('collection_days')).toMatchObject([{ opened: 0 }]);
  });

  it('that somebody opened by working on them stay as they are', async () => {
    const loan = await kit.lend(days(40));
    await kit.contact(loan.id);
    await kit.collectionDay.execute();
    expect(await cases()).toMatchObject([{ loanId: loan.id, contacts: 1 }]);
  });

  it.each([
    ['current', 30_000_00, 'CURRENT', 'ACTIVE'],
    ['repaid', 300_000_00, 'LOAN_ENDED', 'SETTLED'],
  ])('are closed when the loan is %s, and late again is a new case', async (_title, amountFen, closedBy, state) => {
    const loan = await kit.lend(days(40));
    await kit.collectionDay.execute();
    await repay(loan, amountFen, days(1));
    expect(await cases()).toMatchObject([{ state: 'OPEN' }]);
    await again();
    expect(await cases()).toMatchObject([{ state: 'CLOSED', closedBy, closedOn: today }]);
    expect(await kit.rows('loans')).toMatchObject([{ state }]);
    const [repayment] = await kit.rows<{ _id: string }>('repayments', { loanId: loan.id });
    const taking = { requestKey: newId('key'), loanId: loan.id, repaymentId: repayment!._id, reason: '退票' };
    await kit.reverseRepayment.execute(people.checker, taking);
    await again();
    expect(await cases({ loanId: loan.id })).toMatchObject([{ state: 'CLOSED' }, { state: 'OPEN', contacts: 0 }]);
  });

  it('stay open while the loan is paid in part', async () => {
    const loan = await kit.lend(days(40));
    await repay(loan, 1_000_00, days(1));
    await kit.collectionDay.execute();
    await again();
    expect(await cases()).toMatchObject([{ state: 'OPEN' }]);
  });

  it('are gone on with after a stop', async () => {
    await kit.lend(days(10));
    expect(await kit.collectionDay.execute(() => true)).toBe(false);
    expect([await cases(), await kit.rows('collection_days')]).toEqual([[], []]);
    expect(await kit.collectionDay.execute()).toBe(true);
    expect(await cases()).toHaveLength(1);
  });
});

describe('[7.4] promises', () => {
  it.each<[string, number, number, number, string]>([
    ['kept to the fen', 5_000_00, 2, 2, 'KEPT'],
    ['kept with more', 6_000_00, 5, 5, 'KEPT'],
    ['kept on the day of the promise', 5_000_00, 10, 10, 'KEPT'],
    ['kept on its last day, written down the day after', 5_000_00, 2, 1, 'KEPT'],
    ['broken by one fen', 4_999_99, 2, 2, 'BROKEN'],
    ['broken when it is paid a day late', 5_000_00, 1, 1, 'BROKEN'],
    ['broken when it was paid before', 5_000_00, 11, 11, 'BROKEN'],
    ['broken when it is written down too late', 5_000_00, 2, 0, 'BROKEN'],
  ])('%s', async (_title, amountFen, paidDaysAgo, recordedDaysAgo, state) => {
    const loan = await promised(days(2));
    await repay(loan, amountFen, days(paidDaysAgo));
    await recordedOn(loan, days(recordedDaysAgo));
    await kit.collectionDay.execute();
    const counts = state === 'KEPT' || amountFen < 5_000_00;
    expect(await promiseOf(loan)).toMatchObject({ state, endedOn: today, receivedFen: counts ? amountFen : 0 });
    expect(await cases({ loanId: loan.id })).toMatchObject([{ promiseState: state }]);
  });

  it('broken are told once, with what came in and how often it happened', async () => {
    const loan = await promised(days(2));
    await kit.collectionDay.execute();
    await again();
    expect(await told(loan)).toMatchObject([
      { loanId: loan.id, applicationId: loan.applicationId, amountFen: 5_000_00, receivedFen: 0, daysPastDue: 40, brokenPromises: 1 },
    ]);
    expect(await cases({ loanId: loan.id })).toMatchObject([{ promiseState: 'BROKEN', nextActionOn: today }]);
    await kit.contact(loan.id, { tookPlaceAt: at(days(5)), result: 'PROMISED', promise: { amountFen: 100, byOn: days(3) } });
    await again();
    expect((await told(loan)).map((data) => data['brokenPromises'])).toEqual([1, 2]);
  });

  it('kept tell nobody', async () => {
    const loan = await promised(days(2));
    await repay(loan, 5_000_00, days(3));
    await recordedOn(loan, days(3));
    await kit.collectionDay.execute();
    expect(await told(loan)).toEqual([]);
  });

  it('are judged once by many workers', async () => {
    const loan = await promised(days(2));
    await Promise.all([kit.collectionDay.execute(), kit.collectionDay.execute(), kit.collectionDay.execute()]);
    expect(await told(loan)).toHaveLength(1);
  });

  it.each([1, 0, -3])('whose day was %i days ago are not judged yet', async (ago) => {
    const loan = await promised(days(ago));
    await kit.collectionDay.execute();
    expect(await promiseOf(loan)).toMatchObject({ state: 'OPEN', receivedFen: null });
  });

  it('do not count what was taken back', async () => {
    const loan = await promised(days(2));
    await repay(loan, 5_000_00, days(3));
    await recordedOn(loan, days(3));
    const [repayment] = await kit.rows<{ _id: string }>('repayments', { loanId: loan.id });
    const taking = { requestKey: newId('key'), loanId: loan.id, repaymentId: repayment!._id, reason: '退票' };
    await kit.reverseRepayment.execute(people.checker, taking);
    await kit.collectionDay.execute();
    expect(await promiseOf(loan)).toMatchObject({ state: 'BROKEN', receivedFen: 0 });
  });

  it('that were cancelled are not judged; another may be made', async () => {
    const loan = await promised(days(2));
    const { _id: promiseId } = (await promiseOf(loan)) as { _id: string };
    for (const reason of ['', ' '])
      await expect(kit.cancelPromise.execute(people.maker, { promiseId, reason })).rejects.toMatchObject({
        code: 'COLLECTION_REASON_MISSING',
      });
    await kit.cancelPromise.execute(people.maker, { promiseId, reason: '客户改期' });
    await expect(kit.cancelPromise.execute(people.maker, { promiseId, reason: '再次' })).rejects.toMatchObject({
      code: 'ILLEGAL_TRANSITION',
    });
    await kit.contact(loan.id, { result: 'PROMISED', promise: { amountFen: 100, byOn: today } });
    await kit.collectionDay.execute();
    expect((await kit.rows('payment_promises', { loanId: loan.id })).map((one) => one['state'])).toEqual(['CANCELLED', 'OPEN']);
    expect(await told(loan)).toEqual([]);
  });
});
