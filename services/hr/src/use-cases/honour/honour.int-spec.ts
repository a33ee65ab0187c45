import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { quarterOf } from '@weilend/kernel';
import { handoffRows, sentMessages, snapshotOf } from '@weilend/testing';
import { CareerUnderTest } from '../../../test/builders/career.builder.js';
import { quarterBack } from '../../domain/promotion/eligibility.js';
import { HonourRules } from '../../persistence/honour/honour.repository.js';
import { HonourQueries } from '../../queries/honour/honour.queries.js';

let c: CareerUnderTest;
beforeAll(async () => {
  c = await CareerUnderTest.start();
});
afterAll(() => c.p.stop());

/** Nothing stops it, and trouble is a failed test. */
const WATCH = {
  isStopping: () => false,
  onTrouble: (_id: string, error: unknown): void => {
    throw error;
  },
};
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

  test.each([
    ['in the period', (quarter: string) => quarter],
    ['that became known since', () => quarterOf(c.today)],
  ])('[5.4] a severe violation %s keeps the best from it, with its reason on the list; one of before does not', async (_title, heardIn) => {
    const quarter = ownQuarter();
    const [best, other] = [await sold(quarter, 9_000), await sold(quarter, 1_000)];
    const violationId = await c.severe(best.employeeId, heardIn(quarter));
    await c.severe(other.employeeId, '2015-Q1');
    // Heard of when its own quarter was closed: it counts on a later sheet, and is none of that quarter.
    await c.severe(other.employeeId, quarter, '2015-Q2');
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

  test('are proposed by the machine once the quarter is closed for the company, once, and renewed when the list has moved on', async () => {
    const quarter = quarterBack(c.today, 2);
    const [one, other] = [await sold(quarter, 1_000), await sold(quarter, 2_000)];
    await c.quarterIs(quarter, 'CLOSING');
    // Quarters of other tests are closed too.
    await c.renewHonours().proposeClosed(WATCH);
    await c.renewHonours().renewWaiting(WATCH);
    expect(await honours({ period: quarter })).toEqual([]);
    await c.quarterIs(quarter, 'CLOSED');
    const runs = await Promise.all([c.renewHonours().proposeClosed(WATCH), c.renewHonours().proposeClosed(WATCH)]);
    expect(runs.reduce((sum, count) => sum + count)).toBe(2);
    const proposed = await honours({ period: quarter });
    expect(proposed.map(({ honour }) => honour).sort()).toEqual(['EXCELLENT_SALESPERSON', 'SALES_CHAMPION']);
    expect(proposed).toMatchObject([{ proposedBy: 'service:hr' }, { proposedBy: 'service:hr' }]);
    expect(await c.renewHonours().renewWaiting(WATCH)).toBe(0);
    await c.severe(other.employeeId);
    expect(await c.renewHonours().renewWaiting(WATCH)).toBe(2);
    const [champ] = await honours({ period: quarter, honour: 'SALES_CHAMPION' });
    expect(champ).toMatchObject({ ranking: [{ employeeId: one.employeeId, receives: true }, { obstacles: ['SEVERE_VIOLATION'] }] });
    await confirm(String(champ?.['_id']));
    expect(await c.renewHonours().renewWaiting(WATCH)).toBe(0);
  });

  test('[5.4] of a confirmation and a severe violation that cross neither misses the other', async () => {
    const quarter = ownQuarter();
    const { employeeId } = await sold(quarter, 1_000);
    const id = await champion(quarter);
    const [confirmed] = await Promise.allSettled([confirm(id), c.violated(employeeId)]);
    const [award] = await c.rows('honour_awards', { honourId: id });
    // Confirmed first: then the violation came later, and the honour may be taken back. Heard first: then the list has moved on.
    if (confirmed?.status === 'rejected') expect(confirmed.reason).toMatchObject({ code: 'HONOUR_LIST_CHANGED' });
    expect(Boolean(award)).toBe(confirmed?.status === 'fulfilled');
    expect(await c.rows('appraisal_facts', { employeeId, kind: 'VIOLATION' })).toHaveLength(1);
  });

  test('[5.4] is taken back for a severe violation that became known later, announced, and nobody moves up', async () => {
    const quarter = ownQuarter();
    const [first, second] = [await sold(quarter, 2_000), await sold(quarter, 1_000)];
    const honourId = await champion(quarter);
    await confirm(honourId);
    const awardId = String((await c.rows('honour_awards', { honourId }))[0]?.['_id']);
    const revoke = (reason = '严重违规', by = c.hr) => c.revokeHonour().execute(by, { awardId, reason });
    const inQuestion = async () => (await new HonourQueries(c.p.database, c.record(), c.p.clock).awardsInQuestion()).map(({ id }) => id);
    await refused(() => revoke(), 'AWARD_WITHOUT_VIOLATION');
    expect(await inQuestion()).not.toContain(awardId);
    const violationId = await c.severe(first.employeeId);
    expect(await inQuestion()).toContain(awardId);
    await refused(() => revoke('错'), 'AWARD_REASON_MISSING');
    await refused(() => revoke('严重违规', { ...c.hr, employeeId: first.employeeId }), 'OWN_HONOUR');
    await revoke();
    const revocation = { by: c.hr.employeeId, on: c.today, reason: '严重违规', violationIds: [violationId] };
    expect(await c.rows('honour_awards', { honourId })).toMatchObject([{ employeeId: first.employeeId, place: 1, revocation }]);
    const said = (await sentMessages(c.p)).filter(({ subject, type }) => subject === honourId && type === 'hr.honour-revoked.v1');
    expect(said).toMatchObject([{ data: { employeeId: first.employeeId, period: quarter } }]);
    expect(await c.rows('honour_awards', { employeeId: second.employeeId })).toEqual([]);
    expect(await inQuestion()).not.toContain(awardId);
    await refused(() => revoke(), 'AWARD_REVOKED');
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
      'before the company has closed the quarter',
      async () => {
        const quarter = ownQuarter();
        await sold(quarter, 1);
        await c.quarterIs(quarter, 'OPEN');
        return () => champion(quarter);
      },
      'HONOUR_QUARTERS_OPEN',
    ],
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
    ...{ honour: 'SALES_CHAMPION' as const, scope: 'QUARTER' as const, metric: 'LOANS' as const, minimums: [], tieBreakers: [] },
    ...{ fromQuarter: `${Number(c.today.slice(0, 4)) + 1}-Q2`, places: 2, whenEqual: 'NOBODY' as const, leastQuarters: 1 },
    trainingTopic: 'LAW' as const,
  });
  const inForce = async (quarter: string) =>
    (await c.given((tx) => new HonourRules(c.p.database).forQuarter({ honour: 'SALES_CHAMPION', scope: 'QUARTER', quarter }, tx)))?.id;

  test('count from their coming quarter on once a second person has approved them; one of each honour from each quarter', async () => {
    const { fromQuarter } = rule();
    const first = await inForce(fromQuarter);
    const [ruleId, other] = [await c.publishRule().execute(c.hr, rule()), await c.publishRule().execute(c.hr, rule())];
    expect(await inForce(fromQuarter)).toBe(first);
    await refused(() => c.publishRule().approve(c.hr, { ruleId }), 'HONOUR_RULE_SAME_PERSON');
    await c.publishRule().approve(c.otherHr, { ruleId });
    expect(await inForce(fromQuarter)).toBe(ruleId);
    expect(await inForce(quarterOf(c.today))).toBe(first);
    await refused(() => c.publishRule().approve(c.otherHr, { ruleId }), 'HONOUR_RULE_APPROVED');
    await refused(() => c.publishRule().approve(c.otherHr, { ruleId: other }), 'HONOUR_RULE_EXISTS');
    await refused(() => c.publishRule().execute(c.hr, rule()), 'HONOUR_RULE_EXISTS');
    await refused(() => c.publishRule().execute(c.hr, { ...rule(), places: 0 }), 'HONOUR_PLACES');
    for (const late of ['2021-Q1', quarterOf(c.today)])
      await refused(() => c.publishRule().execute(c.hr, { ...rule(), fromQuarter: late }), 'HONOUR_RULE_LATE');
  });
});
