import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addDays, newId } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { MessageSource, seedParameters, sentMessages } from '@weilend/testing';
import { at, collectionsKit, collector } from '../../../test/builders/collections-kit.builder.js';
import type { CollectionsKit } from '../../../test/builders/collections-kit.builder.js';
import { people } from '../../../test/builders/finance-kit.builder.js';
import type { Loan } from '../../domain/loan/loan.js';

let kit: CollectionsKit;
let today: LocalDate;
const sales = new MessageSource();
beforeAll(async () => {
  kit = await collectionsKit();
  today = kit.p.clock.today();
});
afterAll(() => kit.stop());
beforeEach(() => emptied(['collection_days', 'loans', 'collection_cases']));

async function emptied(names: readonly string[]): Promise<void> {
  for (const name of names) await kit.p.database.collection(name).deleteMany({});
}
const days = (count: number): LocalDate => addDays(today, -count);
const again = async (): Promise<void> => {
  await emptied(['collection_days']);
  await kit.collectionDay.execute();
};
const asked = async ({ id }: Loan) =>
  (await sentMessages(kit.p)).filter(({ subject, type }) => subject === id && type === 'handoff.work-arrears.v1').map(({ data }) => data);
const caseOf = async ({ id: loanId }: Loan) =>
  (await kit.rows<{ _id: string; arrearsStep: number }>('collection_cases', { loanId })).at(-1);
/** As if the case had been opened so long ago. */
const stepped = ({ id: loanId }: Loan, arrearsStep: number) =>
  kit.p.database.collection('collection_cases').updateOne({ loanId }, { $set: { arrearsStep } });
const repay = (loan: Loan, amountFen: number, paidOn: LocalDate) =>
  kit.recordRepayment.execute(people.maker, {
    ...{ requestKey: newId('key'), loanId: loan.id, amountFen, paidOn, channel: 'BANK', channelTransactionId: newId('txn') },
  });

describe('[7.4] sales is asked to speak with a late customer', () => {
  it('on the first day that he is late, with what is late and whose customer he is', async () => {
    const loan = await kit.lend(days(1));
    const current = await kit.lend(addDays(today, 3));
    await kit.collectionDay.execute();
    const { applicationId, customerId, salespersonId } = loan;
    const one = await caseOf(loan);
    expect(await asked(loan)).toMatchObject([
      { loanId: loan.id, applicationId, customerId, salespersonId, caseId: one?._id, step: 1, overdueSince: days(1), daysPastDue: 1 },
    ]);
    expect(Number((await asked(loan))[0]?.['overdueFen'])).toBeGreaterThan(0);
    expect(await asked(current)).toEqual([]);
    expect(await kit.rows('collection_days')).toMatchObject([{ asked: 1 }]);
  });

  it('once, however often the day is run and by however many', async () => {
    const loan = await kit.lend(days(1));
    await Promise.all([kit.collectionDay.execute(), kit.collectionDay.execute(), kit.collectionDay.execute()]);
    await again();
    await again();
    expect(await asked(loan)).toHaveLength(1);
  });

  it.each([
    [8, 1, 2],
    [31, 1, 3],
    [400, 0, 5],
  ])('again when he is %i days late: of step %i, step %i, and no step between', async (late, before, step) => {
    const loan = await kit.lend(days(late));
    await kit.contact(loan.id);
    await stepped(loan, before);
    await kit.collectionDay.execute();
    expect((await asked(loan)).map((data) => data['step'])).toEqual([step]);
  });

  it.each([
    [7, 1],
    [30, 2],
    [500, 5],
  ])('not again %i days late, after step %i', async (late, before) => {
    const loan = await kit.lend(days(late));
    await kit.contact(loan.id);
    await stepped(loan, before);
    await kit.collectionDay.execute();
    expect(await asked(loan)).toEqual([]);
  });

  it('by the ladder in force on that day', async () => {
    await seedParameters(kit.p, { 'collection.arrears-steps': '[3]' });
    const loans = [await kit.lend(days(2)), await kit.lend(days(3))];
    await kit.collectionDay.execute();
    expect([await asked(loans[0]!), (await asked(loans[1]!)).length]).toEqual([[], 1]);
    await seedParameters(kit.p, { 'collection.arrears-steps': '[1,8,31,61,91]' });
  });

  it('from step 1 when he is late another time', async () => {
    const loan = await kit.lend(days(1));
    await kit.collectionDay.execute();
    await repay(loan, 300_000_00, days(0));
    await again();
    const [repayment] = await kit.rows<{ _id: string }>('repayments', { loanId: loan.id });
    const taking = { requestKey: newId('key'), loanId: loan.id, repaymentId: repayment!._id, reason: '退票' };
    await kit.reverseRepayment.execute(people.checker, taking);
    await again();
    expect((await asked(loan)).map((data) => data['step'])).toEqual([1, 1]);
  });

  it('of a case of before the ladder, at the step that it has reached', async () => {
    const loan = await kit.lend(days(40));
    await kit.contact(loan.id);
    await kit.p.database.collection('collection_cases').updateMany({}, { $unset: { arrearsStep: '' } });
    await kit.collectionDay.execute();
    expect((await asked(loan)).map((data) => data['step'])).toEqual([3]);
  });
});

describe('[7.4] what is late after a repayment is told with it', () => {
  const told = async ({ id }: Loan) =>
    (await sentMessages(kit.p)).find(({ subject, type }) => subject === id && type === 'finance.repayment-recorded.v1')?.data['overdueFen'];

  it.each([
    ['nothing when all is paid', 300_000_00, 0],
    ['the rest when a part is paid', 1_00, 'rest'],
  ])('%s', async (_title, amountFen, left) => {
    const loan = await kit.lend(days(5));
    await repay(loan, amountFen, today);
    if (left === 0) expect(await told(loan)).toBe(0);
    else expect(Number(await told(loan))).toBeGreaterThan(0);
  });
});

describe('[7.4] a conversation of sales is one of his contacts', () => {
  const spoke = async (loan: Loan, change: Record<string, string> = {}) => {
    const one = await caseOf(loan);
    const result = {
      ...{ interactionId: newId('int'), caseId: one?._id ?? '', way: 'PHONE', result: 'CALL_BACK' },
      ...{ heldAt: at(today, '00:30').toISOString(), by: people.salesperson.employeeId, ...change },
    };
    const data = { handoffId: newId('hof'), handoff: 'work-arrears', at: new Date().toISOString(), result };
    await kit.inbox.receive(sales.event('sales.handoff-completed.v1', loan.id, data));
    return result;
  };

  it('written down once, and counted on its day', async () => {
    const loan = await kit.lend(days(40));
    await kit.collectionDay.execute();
    const said = await spoke(loan);
    await spoke(loan, said);
    expect(await kit.rows('collection_contacts', { loanId: loan.id })).toMatchObject([
      {
        channel: 'CALL',
        whom: 'DEBTOR',
        result: 'CALL_BACK',
        effectiveVoice: true,
        recordedBy: `employee:${people.salesperson.employeeId}`,
      },
    ]);
    expect(await caseOf(loan)).toMatchObject({ contacts: 1 });
    const allowance = await kit.allowances.of(loan.id, collector);
    expect(allowance?.conversationsToday).toBe(1);
  });

  it('other work of sales is none', async () => {
    const loan = await kit.lend(days(40));
    await kit.collectionDay.execute();
    const data = {
      handoffId: newId('hof'),
      handoff: 'care-for-loan',
      at: new Date().toISOString(),
      result: { interactionId: newId('int') },
    };
    await kit.inbox.receive(sales.event('sales.handoff-completed.v1', loan.id, data));
    expect(await kit.rows('collection_contacts', { loanId: loan.id })).toEqual([]);
  });
});
