import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { person, seedPeople, sentMessages } from '@weilend/testing';
import { appraisalKit, given, seller, sold } from '../../../test/builders/appraisal-kit.builder.js';
import type { AppraisalKit } from '../../../test/builders/appraisal-kit.builder.js';
import type { AppraisalSheet } from '../../domain/appraisal/sheet.js';
import { stageOf } from '../../domain/appraisal/sheet.js';

let kit: AppraisalKit;
const boss = person('sales', 'sales-manager');
beforeAll(async () => {
  kit = await appraisalKit();
});
afterAll(() => kit.p.stop());

const sheetOf = (appraisalId: string) => given<AppraisalSheet>(kit.p, (tx) => kit.sheets.get(appraisalId, tx));
const watch = { isStopping: () => false, onTrouble: (id: string, error: unknown) => expect([id, error]).toBeNull() };

test('[5.5] who owes a step is told before and after its time, then those above him; without a review it closes once they were told', async () => {
  kit.clock.moveTo('2026-04-01', '10:00');
  const by = await seller(kit);
  await sold(kit, by, { amountFen: 800_000, on: '2026-02-10' });
  const appraisalId = await kit.open.execute(kit.manager, { employeeId: by.employeeId, quarter: '2026-Q1' });
  await seedPeople(kit.p, [by, boss, kit.manager, person(null, 'administrator')]);
  const close = () => kit.close.execute(kit.manager, { appraisalId });
  const told = async () => {
    await kit.remind.execute(watch);
    expect(await kit.remind.execute(watch)).toBe(0);
    const all = (await sentMessages(kit.p)).filter(
      ({ type, subject }) => type === 'hr.appraisal-step-reminded.v1' && subject === appraisalId,
    );
    return all.map(({ data }) => [data['step'], data['level'], data['ownerIds'], data['superiorIds']]);
  };
  expect(await told()).toEqual([]);
  const said: unknown[] = [];
  for (const [day, time, ...notice] of [
    ['2026-04-07', '10:00', 'SELF_VIEW', 'SOON', [by.employeeId], []],
    ['2026-04-08', '10:01', 'SELF_VIEW', 'LATE', [by.employeeId], [boss.employeeId]],
    ['2026-04-14', '10:00', 'REVIEW', 'SOON', [boss.employeeId], []],
  ] as const) {
    kit.clock.moveTo(day, time);
    await expect(close()).rejects.toMatchObject({ code: 'SHEET_STEP_DUE' });
    expect(await told()).toEqual([...said, notice]);
    said.push(notice);
  }
  const { dueAt } = await sheetOf(appraisalId);
  expect([stageOf(await sheetOf(appraisalId)), dueAt?.toISOString()]).toEqual(['UNVIEWED', '2026-04-15T02:01:00.000Z']);
  kit.clock.moveTo('2026-04-15', '10:02');
  await expect(close()).rejects.toMatchObject({ code: 'SHEET_STEP_DUE' });
  await expect(kit.closeQuarter.execute(kit.manager, { quarter: '2026-Q1' })).rejects.toMatchObject({
    code: 'QUARTER_UNDECIDED',
  });
  expect(await told()).toEqual([...said, ['REVIEW', 'LATE', [boss.employeeId], [kit.manager.employeeId]]]);
  const late = async (managerId?: string) =>
    (await kit.queries.due({ overdue: true, managerId, first: 50 }, boss)).nodes.map(({ id }) => id);
  expect([(await late()).includes(appraisalId), await late(boss.employeeId)]).toEqual([true, []]);
  await kit.p.database.collection('employees').updateOne({ _id: by.employeeId as never }, { $set: { managerId: boss.employeeId } });
  expect(await late(boss.employeeId)).toEqual([appraisalId]);
  await close();
  const escalations = [{ step: 'SELF_VIEW' }, { step: 'REVIEW', toIds: [kit.manager.employeeId] }];
  expect(await sheetOf(appraisalId)).toMatchObject({ state: 'CLOSED', total: 92.5, cycle: { review: null, escalations } });
  expect(await late()).not.toContain(appraisalId);
});

test('[5.5] a step that is made in time is not spoken of, a stopped pass tells nobody, and one in trouble stops no other', async () => {
  kit.clock.moveTo('2026-07-01', '10:00');
  const [one, two] = [await seller(kit), await seller(kit)];
  const open = (employeeId: string) => kit.open.execute(kit.manager, { employeeId, quarter: '2026-Q2' });
  const [made, broken] = [await open(one.employeeId), await open(two.employeeId)];
  const last = await open((await seller(kit)).employeeId);
  await kit.move.view(one, { appraisalId: made, text: '完成放款目标' });
  kit.clock.moveTo('2026-07-07', '10:00');
  expect(await kit.remind.execute({ ...watch, isStopping: () => true })).toBe(0);
  await kit.p.database.collection('appraisal_sheets').updateOne({ _id: broken as never }, { $set: { dueAt: 'soon' } });
  const trouble: string[] = [];
  expect(await kit.remind.execute({ ...watch, onTrouble: (id) => trouble.push(id) })).toBe(2);
  const told = (await sentMessages(kit.p)).filter(({ type }) => type === 'hr.appraisal-step-reminded.v1');
  const of = (id: string) => told.filter(({ subject }) => subject === id).map(({ data }) => data['step']);
  expect([of(last), of(made), of(broken)]).toEqual([['SELF_VIEW'], ['REVIEW'], []]);
  expect(trouble).toEqual([broken]);
});
