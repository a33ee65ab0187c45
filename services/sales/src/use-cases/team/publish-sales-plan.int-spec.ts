import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, newId, quarterOf, quarterRange } from '@weilend/kernel';
import type { EventData } from '@weilend/contracts';
import { person, seedPeople } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { Story } from '../../../test/builders/story.builder.js';
import { loanResults } from '../../persistence/migrations/0008-loan-results.js';
import { customerResultsCollection } from '../../persistence/team/team.schema.js';
import type { SalesPlan } from '../../domain/team/sales-plan.js';
import { PlanOrphanQueries } from '../../queries/team/plan-orphan.queries.js';
import { PlanQueries } from '../../queries/team/plan.queries.js';
import { ChangeSalesPlan } from './change-sales-plan.use-case.js';
import { CreateSalesPlan } from './create-sales-plan.use-case.js';
import { PublishSalesPlan } from './publish-sales-plan.use-case.js';

let desk: SalesDesk;
let story: Story;
let plans: PlanQueries;
const colleague = person('sales', 'salesperson');
const strategy = '以社区小店为主，老客户转介绍为辅';
const figures = (disbursed: number, loans: number, newCustomers: number) => ({ disbursed, loans, newCustomers });

beforeAll(async () => {
  desk = await salesDesk();
  story = new Story(desk);
  plans = new PlanQueries(desk.platform.database);
  await seedPeople(desk.platform, [desk.seller, desk.manager, colleague]);
});
afterAll(() => desk.stop());

const quarter = () => quarterOf(desk.platform.clock.today());
/** The quarter that comes `ahead` quarters later: each test has its own. */
const later = (ahead: number): string => {
  let day = quarterRange(quarter()).to;
  for (let step = 1; step < ahead; step++) day = quarterRange(quarterOf(addDays(day, 1))).to;
  return quarterOf(addDays(day, 1));
};
const asked = () => ({
  strategy,
  department: figures(3_000_000, 3, 2),
  targets: [
    { employeeId: desk.seller.employeeId, ...figures(2_000_000, 2, 1) },
    { employeeId: colleague.employeeId, ...figures(1_000_000, 1, 1) },
  ],
});
const create = (forQuarter: string, change: object = {}) =>
  desk.get(CreateSalesPlan).execute(desk.manager, { quarter: forQuarter, ...asked(), ...change });
const publish = (planId: string) => desk.get(PublishSalesPlan).execute(desk.manager, { planId });

/** A loan of an application as finance tells that it is paid out. */
async function paidOut(applicationId: string, amountFen: number): Promise<string> {
  const { customerId } = await story.application(applicationId);
  const loanId = newId('lon');
  const data = { loanId, contractId: newId('con'), applicationId, customerId, amountFen, disbursedOn: desk.platform.clock.today() };
  await desk.inbox.receive(desk.source.event('finance.loan-disbursed.v1', applicationId, disbursed(data)));
  return loanId;
}

function disbursed(data: object): EventData<'finance.loan-disbursed.v1'> {
  const terms = { productId: newId('prd'), termMonths: 12, annualRate: '0.12', method: 'EQUAL_INSTALMENT' };
  const paid = { disbursementId: newId('dis'), salespersonId: newId('emp'), firstDueOn: '2026-12-25', firstLoanOfCustomer: true };
  return { ...terms, ...paid, ...data } as never;
}

describe('[2.3] the sales plan of a quarter', () => {
  test('is a draft for the manager alone until it is published', async () => {
    const next = later(1);
    const planId = await create(next);
    expect(await plans.ofQuarter(next, desk.seller)).toBeNull();
    expect(await plans.ofQuarter(next, desk.manager)).toMatchObject({ id: planId, state: 'draft' });
    await publish(planId);
    expect(await plans.ofQuarter(next, desk.seller)).toMatchObject({ id: planId, state: 'published', strategy });
  });

  test('stands beside what was reached: the loans that stand, and each customer new once', async () => {
    const planId = await create(quarter());
    await publish(planId);
    const [first, second] = [await story.given({ desk: 'signed' }), await story.given({ desk: 'signed' })];
    await paidOut(first, 600_000);
    const taken = await paidOut(second, 900_000);
    const again = await story.given({ desk: 'signed', customerId: (await story.application(first)).customerId });
    await paidOut(again, 500_000);
    const reversal = {
      loanId: taken,
      contractId: newId('con'),
      applicationId: second,
      disbursementId: newId('dis'),
      salespersonId: newId('emp'),
      cause: 'PAID_IN_ERROR',
      reversedOn: '2026-11-25',
    };
    await desk.inbox.receive(
      desk.source.event('finance.disbursement-reversed.v1', second, { customerId: newId('cus'), amountFen: 900_000, ...reversal } as never),
    );
    const plan = (await plans.ofQuarter(quarter(), desk.manager)) as SalesPlan;
    const progress = await plans.progressOf(plan, desk.manager);
    const reached = progress.department.map(({ measure, achieved, share }) => [measure, achieved, share]);
    expect(reached).toEqual([
      ['disbursedFen', 1_100_000, '0.3666'],
      ['loans', 2, '0.6666'],
      ['newCustomers', 1, '0.5'],
    ]);
    expect(progress.people.map((one) => one.achievements[1]?.achieved)).toEqual([2, 0]);
    const own = await plans.progressOf(plan, colleague);
    expect(own.people.map(({ employeeId }) => employeeId)).toEqual([colleague.employeeId]);
  });

  test('counts loans from before results were kept like those of after', async () => {
    const rows = desk.platform.database.collection(customerResultsCollection.name);
    const kept = await rows.find().sort({ _id: 1 }).toArray();
    expect(kept.length).toBeGreaterThan(0);
    await rows.deleteMany({});
    await loanResults.up(desk.platform.database);
    await loanResults.up(desk.platform.database);
    const refilled = await rows.find().sort({ _id: 1 }).toArray();
    const loans = (found: typeof kept) => found.map((row) => JSON.stringify([row._id, row['loans']], (_key, value) => keysInOrder(value)));
    expect(loans(refilled)).toEqual(loans(kept));
  });

  test('is revised with a reason once it is published, and keeps what it said', async () => {
    const planId = await create(later(2));
    await publish(planId);
    const input = { planId, ...asked(), strategy: '以经营贷为主，放缓消费贷', reason: '监管要求调整' };
    await desk.get(ChangeSalesPlan).execute(desk.manager, input);
    expect(await plans.ofQuarter(later(2), desk.seller)).toMatchObject({
      strategy: input.strategy,
      revisions: [{ reason: '监管要求调整', before: { strategy } }],
    });
  });

  test('is made once, whoever makes it first', async () => {
    const racing = await Promise.allSettled([create(later(3)), create(later(3))]);
    const refused = racing.filter((one) => one.status === 'rejected').map((one) => (one.reason as { code: string }).code);
    expect(refused).toEqual(['PLAN_EXISTS']);
  });

  test.each<[string, () => Promise<unknown>, string[]]>([
    ['for a quarter that is over', () => create('2026-Q1'), ['PLAN_QUARTER_OVER']],
    ['twice', () => create(quarter()), ['PLAN_EXISTS']],
    [
      'with a target for a stranger',
      () => create(later(4), { targets: [{ employeeId: newId('emp'), ...figures(1, 1, 1) }] }),
      ['NOT_A_SALESPERSON'],
    ],
    ['on a report that is not there', () => create(later(4), { reportIds: [newId('mrp')] }), ['REPORT_UNKNOWN']],
    ['that is not there', () => publish(newId('pln')), ['NOT_FOUND']],
  ])('is refused %s and changes nothing', async (_title, act, codes) => {
    const before = await desk.snapshot();
    expect(await codesOf(act())).toEqual(codes);
    expect(await desk.snapshot()).toBe(before);
  });

  test('is not published while somebody has no target or the sum falls short', async () => {
    const [mine] = asked().targets;
    const planId = await create(later(5), { targets: [mine] });
    const before = await desk.snapshot();
    expect(await codesOf(publish(planId))).toEqual(['TARGET_MISSING', 'TARGETS_TOO_LOW', 'TARGETS_TOO_LOW', 'TARGETS_TOO_LOW']);
    expect(await desk.snapshot()).toBe(before);
  });
});

describe('[2.13] what plans still ask of people who left', () => {
  test('is on the manager’s list until the plan asks it of nobody any more', async () => {
    const leaver = person('sales', 'salesperson');
    await seedPeople(desk.platform, [leaver]);
    const [mine, theirs] = asked().targets;
    const initiatives = [{ title: '走访商圈', ownerId: leaver.employeeId, dueOn: quarterRange(later(6)).to }];
    const targets = [mine, theirs, { employeeId: leaver.employeeId, ...figures(1, 1, 1) }];
    const planId = await create(later(6), { targets, initiatives });
    const { database, directory, clock } = desk.platform;
    const orphans = async () => (await new PlanOrphanQueries(database, directory, clock).list()).filter((one) => one.planId === planId);
    expect(await orphans()).toEqual([]);
    await desk.platform.work.run({ actor: desk.manager, operation: 'leave' }, (tx) =>
      desk.platform.directory.deactivate(leaver.employeeId, tx),
    );
    expect(await orphans()).toMatchObject([
      { employeeId: leaver.employeeId, quarter: later(6), target: { loans: 1 }, initiatives: [{ title: '走访商圈' }] },
    ]);
    await desk.get(ChangeSalesPlan).execute(desk.manager, { planId, ...asked(), reason: '人员离职' });
    expect(await orphans()).toEqual([]);
  });
});

function keysInOrder(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
