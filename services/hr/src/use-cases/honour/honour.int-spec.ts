import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { quarterOf } from '@weilend/kernel';
import { handoffRows, sentMessages, snapshotOf } from '@weilend/testing';
import { CareerUnderTest } from '../../../test/builders/career.builder.js';
import { quarterBack } from '../../domain/promotion/eligibility.js';

let c: CareerUnderTest;
beforeAll(async () => {
  c = await CareerUnderTest.start();
});
afterAll(() => c.p.stop());

/** Each test has a quarter of its own, long past. */
let next = 27;
const ownQuarter = () => quarterBack(c.today, next--);
const champion = (period: string) => c.proposeHonour().execute(c.hr, { honour: 'SALES_CHAMPION', period });
const confirm = (honourId: string, by = c.hr) => c.confirmHonour().execute(by, { honourId });
const honours = (filter: object) => c.rows('honours', filter);
const sold = async (quarter: string, disbursedFen: number, total = 90, name = '李小雨') => {
  const { employeeId } = await c.hired({ name });
  const sheet = await c.closed(employeeId, { quarter, total, figures: { disbursedFen, satisfactionAverage: 5, satisfactionSample: 1 } });
  return { employeeId, sheet };
};

async function refused(act: () => Promise<unknown>, code: string): Promise<void> {
  const before = await snapshotOf(c.p, c.collections);
  await expect(act()).rejects.toMatchObject({ code });
  expect(await snapshotOf(c.p, c.collections)).toBe(before);
}

describe('[5.9] honours', () => {
  test('[5.8] the champion is confirmed with a certificate and a training as award', async () => {
    const quarter = ownQuarter();
    const [second, first] = [await sold(quarter, 1_000), await sold(quarter, 2_000, 90, '周一鸣')];
    const id = await champion(quarter);
    expect(await honours({ _id: id })).toMatchObject([
      {
        ...{ state: 'PROPOSED', proposedBy: `employee:${c.hr.employeeId}` },
        ranking: [
          { employeeId: first.employeeId, place: 1, receives: true, sheetIds: [first.sheet.id] },
          { employeeId: second.employeeId, place: 2, decidedBy: 'DISBURSED_AMOUNT', receives: false },
        ],
      },
    ]);
    await confirm(id);
    expect(await c.rows('honour_awards', { honourId: id })).toMatchObject([
      { employeeId: first.employeeId, recipientName: '周一鸣', place: 1, shared: false, period: quarter, confirmedOn: c.today },
    ]);
    const given = (await handoffRows(c.p)).filter(({ data }) => data['aboutId'] === id);
    expect(given).toMatchObject([{ type: 'plan-training', subject: first.employeeId, data: { reason: 'AWARD', topic: null } }]);
    const said = (await sentMessages(c.p)).filter(({ subject }) => subject === id);
    expect(said).toMatchObject([{ type: 'hr.honour-confirmed.v1', data: { employeeIds: [first.employeeId] } }]);
  });

  test('[5.4] a severe violation in the period keeps the best from it, with its reason on the list', async () => {
    const quarter = ownQuarter();
    const [best, other] = [await sold(quarter, 9_000), await sold(quarter, 1_000)];
    const violationId = await c.severe(best.employeeId, quarter);
    await c.severe(other.employeeId, quarterOf(c.today));
    const id = await champion(quarter);
    expect(await honours({ _id: id })).toMatchObject([
      {
        ranking: [
          { employeeId: other.employeeId, receives: true },
          { employeeId: best.employeeId, place: null, obstacles: ['SEVERE_VIOLATION'], because: [violationId], receives: false },
        ],
      },
    ]);
  });

  test('of a year goes by the four quarters; who lacks one has no place', async () => {
    const year = String(Number(c.today.slice(0, 4)) - 3);
    const [whole, part] = [await c.hired(), await c.hired()];
    for (const quarter of [1, 2, 3, 4])
      await c.closed(whole.employeeId, { quarter: `${year}-Q${quarter}`, total: 85, figures: { disbursedFen: 10 } });
    for (const quarter of [2, 3, 4])
      await c.closed(part.employeeId, { quarter: `${year}-Q${quarter}`, total: 99, figures: { disbursedFen: 99 } });
    const id = await champion(year);
    expect(await honours({ _id: id })).toMatchObject([
      {
        ...{ scope: 'YEAR', period: year },
        ranking: [
          { employeeId: whole.employeeId, receives: true, values: [{ value: '40' }, { value: '85' }, {}, {}] },
          { employeeId: part.employeeId, place: null, obstacles: ['QUARTERS_MISSING'], because: ['3 / 4'] },
        ],
      },
    ]);
  });

  test('are proposed by the machine when the last sheet of the quarter is closed, once, and not before', async () => {
    const quarter = ownQuarter();
    const [one, other] = [await sold(quarter, 1_000), await sold(quarter, 2_000)];
    const sheets = c.p.database.collection('appraisal_sheets');
    await sheets.updateOne({ _id: other.sheet.id as never }, { $set: { state: 'OPEN' } });
    await c.told(one.sheet);
    expect(await honours({ period: quarter })).toEqual([]);
    await sheets.updateOne({ _id: other.sheet.id as never }, { $set: { state: 'CLOSED' } });
    await Promise.all([c.told(one.sheet), c.told(other.sheet)]);
    const proposed = await honours({ period: quarter });
    expect(proposed.map(({ honour }) => honour).sort()).toEqual(['EXCELLENT_SALESPERSON', 'SALES_CHAMPION']);
    expect(proposed).toMatchObject([{ proposedBy: 'service:hr' }, { proposedBy: 'service:hr' }]);
  });

  test('are once for each honour and period: two proposals and two confirmations at once', async () => {
    const quarter = ownQuarter();
    await sold(quarter, 1_000);
    const [id, same] = await Promise.all([champion(quarter), champion(quarter)]);
    expect(same).toBe(id);
    const outcomes = await Promise.allSettled([confirm(id), confirm(id, c.otherHr)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'HONOUR_CONFIRMED' } });
    expect(await c.rows('honour_awards', { honourId: id })).toHaveLength(1);
    await refused(() => champion(quarter), 'HONOUR_CONFIRMED');
  });

  test('a list that has moved on is not confirmed before it is proposed again', async () => {
    const quarter = ownQuarter();
    await sold(quarter, 1_000);
    const id = await champion(quarter);
    const late = await sold(quarter, 5_000);
    await refused(() => confirm(id), 'HONOUR_LIST_CHANGED');
    expect(await champion(quarter)).toBe(id);
    await confirm(id);
    expect(await c.rows('honour_awards', { honourId: id })).toMatchObject([{ employeeId: late.employeeId }]);
  });

  test.each<[string, () => Promise<() => Promise<unknown>>, string]>([
    ['of the running quarter', () => Promise.resolve(() => champion(quarterOf(c.today))), 'HONOUR_PERIOD_RUNNING'],
    ['of a quarter without sheets', () => Promise.resolve(() => champion('2024-Q1')), 'HONOUR_NO_SHEETS'],
    ['of no period', () => Promise.resolve(() => champion('last summer')), 'HONOUR_PERIOD'],
    ['before the first rule', () => Promise.resolve(() => champion('2019-Q4')), 'HONOUR_RULE_MISSING'],
    [
      'with an open sheet',
      async () => {
        const quarter = ownQuarter();
        const { sheet } = await sold(quarter, 1);
        await c.p.database.collection('appraisal_sheets').updateOne({ _id: sheet.id as never }, { $set: { state: 'OPEN' } });
        return () => champion(quarter);
      },
      'HONOUR_SHEETS_OPEN',
    ],
  ])('are not proposed %s', async (_title, given, code) => {
    await refused(await given(), code);
  });

  test('nobody confirms his own', async () => {
    const quarter = ownQuarter();
    const { employeeId } = await sold(quarter, 1_000);
    const id = await champion(quarter);
    await refused(() => confirm(id, { ...c.hr, employeeId }), 'OWN_HONOUR');
  });
});

describe('[5.9] rules', () => {
  const rule = () => ({
    ...{
      honour: 'SALES_CHAMPION' as const,
      scope: 'QUARTER' as const,
      fromQuarter: quarterOf(c.today),
      metric: 'LOANS' as const,
      minimums: [],
    },
    ...{ tieBreakers: [], places: 2, whenEqual: 'NOBODY' as const, leastQuarters: 1, trainingTopic: 'LAW' as const },
  });

  test('count from their quarter on; one of each honour from each quarter', async () => {
    await c.publishRule().execute(c.hr, rule());
    expect(await c.rows('honour_rules', { metric: 'LOANS' })).toMatchObject([{ fromQuarter: quarterOf(c.today), trainingTopic: 'LAW' }]);
    await refused(() => c.publishRule().execute(c.hr, rule()), 'HONOUR_RULE_EXISTS');
    await refused(() => c.publishRule().execute(c.hr, { ...rule(), places: 0 }), 'HONOUR_PLACES');
    await refused(() => c.publishRule().execute(c.hr, { ...rule(), fromQuarter: '2021-Q1' }), 'HONOUR_RULE_LATE');
  });
});
