import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId, parseLocalDate } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { inboxOf, person, sentMessages, snapshotOf } from '@weilend/testing';
import { appraisalKit, given, seller, sold } from '../../../test/builders/appraisal-kit.builder.js';
import type { AppraisalKit } from '../../../test/builders/appraisal-kit.builder.js';
import type { AppraisalScheme } from '../../domain/appraisal/scheme.js';
import type { AppraisalSheet } from '../../domain/appraisal/sheet.js';
import { stageOf } from '../../domain/appraisal/sheet.js';
import { hrService } from '../../hr.module.js';
import { EmployeeChanges } from '../../persistence/employee/employee-change.repository.js';
import { CalibrationQueries } from '../../queries/appraisal/calibration.queries.js';

let kit: AppraisalKit;
const boss = person('sales', 'sales-manager');
beforeAll(async () => {
  kit = await appraisalKit();
});
afterAll(() => kit.p.stop());

const sheetOf = (appraisalId: string) => given<AppraisalSheet>(kit.p, (tx) => kit.sheets.get(appraisalId, tx));
const watch = { isStopping: () => false, onTrouble: (id: string, error: unknown) => expect([id, error]).toBeNull() };
/** The times of self view and of review pass, and those above are told. */
async function nobodySpeaks(...days: readonly string[]): Promise<void> {
  for (const day of days) {
    kit.clock.moveTo(day);
    await kit.remind.execute(watch);
  }
}

const adjustments = [{ points: -2.5, reason: '资料归档不及时' }];

async function opened(quarter = '2026-Q1'): Promise<{ by: EmployeeActor; appraisalId: string }> {
  const by = await seller(kit);
  await sold(kit, by, { amountFen: 800_000, on: '2026-02-10' });
  return { by, appraisalId: await kit.open.execute(kit.manager, { employeeId: by.employeeId, quarter }) };
}

describe('[5.5] the cycle of a sheet', () => {
  test('self view, review with its reason, appeal, decision by another person, closing', async () => {
    kit.clock.moveTo('2026-04-01', '10:00');
    const { by, appraisalId } = await opened();
    await kit.move.view(by, { appraisalId, text: '完成放款目标' });
    await kit.move.review(boss, { appraisalId, text: '同意', adjustments });
    const { dueAt } = await sheetOf(appraisalId);
    await expect(kit.close.execute(kit.manager, { appraisalId })).rejects.toMatchObject({ code: 'APPEAL_STILL_POSSIBLE' });
    await kit.move.appeal(by, { appraisalId, text: '资料已于当日归档' });
    await kit.move.decide(kit.manager, { appraisalId, text: '情况属实', accepted: true, adjustments: [] });
    await kit.close.execute(kit.manager, { appraisalId });
    const sheet = await sheetOf(appraisalId);
    expect(dueAt?.toISOString()).toBe('2026-04-08T02:00:00.000Z');
    expect(sheet).toMatchObject({ state: 'CLOSED', total: 92.5, dueAt: null, cycle: { stage: 'CLOSED', review: { adjustments } } });
    const [told] = (await sentMessages(kit.p)).filter(({ subject }) => subject === appraisalId);
    expect(told).toMatchObject({ type: 'hr.appraisal-closed.v1', data: { quarter: '2026-Q1', score: 93, exactScore: '92.5000' } });
  });

  test('what is owed is listed by its moment, most overdue first, everybody his own', async () => {
    kit.clock.moveTo('2026-04-01', '10:00');
    const one = await opened();
    kit.clock.moveTo('2026-04-02', '10:00');
    const two = await opened();
    const ids = async (actor: EmployeeActor, until: Date | null = null) =>
      (await kit.queries.due({ until, first: 50 }, actor)).nodes
        .map(({ id }) => id)
        .filter((id) => [one.appraisalId, two.appraisalId].includes(id));
    expect(await ids(kit.manager)).toEqual([one.appraisalId, two.appraisalId]);
    expect(await ids(two.by)).toEqual([two.appraisalId]);
    expect(await ids(kit.manager, new Date('2026-04-08T02:00:00.000Z'))).toEqual([one.appraisalId]);
  });

  test.each<[string, (of: { by: EmployeeActor; appraisalId: string }) => Promise<unknown>, string]>([
    ['a review of nobody’s sheet', () => kit.move.review(boss, { appraisalId: newId('apr'), text: 'x' }), 'NOT_FOUND'],
    [
      'an adjustment above the scheme',
      ({ appraisalId }) => kit.move.review(boss, { appraisalId, text: 'x', adjustments: [{ points: 6, reason: 'x' }] }),
      'ADJUSTMENT_ABOVE_LIMIT',
    ],
    [
      'an adjustment without reason',
      ({ appraisalId }) => kit.move.review(boss, { appraisalId, text: 'x', adjustments: [{ points: 1, reason: '' }] }),
      'ADJUSTMENT_REASON_MISSING',
    ],
    ['a self view by a colleague', ({ appraisalId }) => kit.move.view(boss, { appraisalId, text: 'x' }), 'SHEET_NOT_OWN'],
    ['an appeal before the review', ({ appraisalId, by }) => kit.move.appeal(by, { appraisalId, text: 'x' }), 'ILLEGAL_TRANSITION'],
    [
      'a decision without an appeal',
      ({ appraisalId }) => kit.move.decide(kit.manager, { appraisalId, text: 'x', accepted: true }),
      'ILLEGAL_TRANSITION',
    ],
  ])('refused, and nothing changed: %s', async (_title, act, code) => {
    kit.clock.moveTo('2026-04-01', '10:00');
    const of = await opened();
    const before = await snapshotOf(kit.p, hrService.collections);
    await expect(act(of)).rejects.toMatchObject({ code });
    expect(await snapshotOf(kit.p, hrService.collections)).toBe(before);
  });

  test('an appeal after its time, and a sheet edited after closing, are refused and change nothing', async () => {
    kit.clock.moveTo('2026-04-01', '10:00');
    const { by, appraisalId } = await opened();
    await kit.move.review(boss, { appraisalId, text: '同意' });
    kit.clock.moveTo('2026-04-30');
    await expect(kit.move.appeal(by, { appraisalId, text: '迟了' })).rejects.toMatchObject({ code: 'APPEAL_TOO_LATE' });
    await kit.close.execute(kit.manager, { appraisalId });
    const before = await sheetOf(appraisalId);
    await expect(kit.move.review(boss, { appraisalId, text: '再改', adjustments })).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    await expect(kit.move.view(by, { appraisalId, text: '再说' })).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    await expect(kit.close.execute(kit.manager, { appraisalId })).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    expect(await sheetOf(appraisalId)).toEqual(before);
  });

  test('[1.7] a scheme is proposed by one person and published by another, once for a quarter, before it begins', async () => {
    kit.clock.moveTo('2026-04-01');
    const lines = [{ indicator: 'LOANS' as const, weight: 100, target: 2 }];
    const propose = (fromQuarter: string) => kit.publish.execute(kit.manager, { fromQuarter, lines });
    const inForce = () => given<AppraisalScheme>(kit.p, (tx) => kit.schemes.forQuarter('2027-Q1', tx));
    const schemeId = await propose('2027-Q1');
    expect([await propose('2027-Q1'), (await inForce()).fromQuarter]).toEqual([schemeId, '2025-Q1']);
    await expect(kit.publish.approve(kit.manager, { schemeId })).rejects.toMatchObject({ code: 'SCHEME_SAME_PERSON' });
    kit.clock.moveTo('2027-01-01');
    await expect(kit.publish.approve(boss, { schemeId })).rejects.toMatchObject({ code: 'SCHEME_TOO_LATE' });
    kit.clock.moveTo('2026-04-01');
    const read = await given<AppraisalScheme>(kit.p, (tx) => kit.schemes.get(schemeId, tx));
    await propose('2027-Q1');
    await expect(kit.publish.approve(boss, { schemeId, version: read.version })).rejects.toMatchObject({ code: 'PROPOSAL_CHANGED' });
    await kit.publish.approve(boss, { schemeId, version: read.version + 1 });
    expect((await inForce()).id).toBe(schemeId);
    await expect(kit.publish.approve(boss, { schemeId })).rejects.toMatchObject({ code: 'SCHEME_PUBLISHED' });
    await expect(kit.publish.execute(kit.manager, { fromQuarter: '2027-Q1', lines })).rejects.toMatchObject({ code: 'SCHEME_EXISTS' });
    await expect(kit.publish.execute(kit.manager, { fromQuarter: '2026-Q2', lines })).rejects.toMatchObject({ code: 'SCHEME_TOO_LATE' });
  });
});

describe('[5.5] a quarter of the company', () => {
  const QUARTER = '2025-Q3';
  const countSheets = (filter: object) =>
    kit.p.database.collection('appraisal_sheets').countDocuments({ quarter: QUARTER, ...filter } as never);

  test('has a sheet for everybody who had a sales role at its end, opened once', async () => {
    kit.clock.moveTo('2025-10-01', '00:01');
    const people = [await seller(kit, { deactivatedAt: new Date('2025-09-30T16:00:00Z'), active: false }), await seller(kit)];
    const outside = [
      await seller(kit, { hiredOn: '2025-10-01' }),
      await seller(kit, { active: false, deactivatedAt: new Date('2025-09-30T15:59:00Z') }),
    ];
    outside.push(await seller(kit, { department: 'risk', roles: ['investigator'] }));
    expect(await kit.openAll.execute(watch)).toBe(await countSheets({}));
    expect(await kit.openAll.execute(watch)).toBe(0);
    for (const { employeeId } of people) expect(await countSheets({ employeeId })).toBe(1);
    for (const { employeeId } of outside) expect(await countSheets({ employeeId })).toBe(0);
  });

  test('opens nothing before the end of the quarter in Asia/Shanghai, nor without a scheme', async () => {
    kit.clock.moveTo('2025-12-31', '23:59');
    await seller(kit);
    expect(await kit.openAll.execute(watch)).toBe(1);
    expect(await kit.p.database.collection('appraisal_sheets').countDocuments({ quarter: '2025-Q4' } as never)).toBe(0);
    kit.clock.moveTo('2024-07-01');
    expect(await kit.openAll.execute(watch)).toBe(0);
  });

  test('lays all scores side by side before it is closed', async () => {
    const view = await new CalibrationQueries(kit.p.database, kit.tallies).of('2026-Q1');
    const all = await kit.p.database.collection('appraisal_sheets').countDocuments({ quarter: '2026-Q1' } as never);
    expect([view.sheets, view.bands.reduce((sum, { count }) => sum + count, 0)]).toEqual([all, all]);
    expect(view.reviewers.map(({ employeeId }) => employeeId)).toEqual([boss.employeeId]);
  });

  test('is not closed while somebody may appeal', async () => {
    kit.clock.moveTo('2025-10-02');
    const [row] = await kit.p.database
      .collection<{ _id: string }>('appraisal_sheets')
      .find({ quarter: QUARTER } as never)
      .toArray();
    await kit.move.review(boss, { appraisalId: row?._id ?? '', text: '同意', adjustments: [{ points: 1, reason: '客户表扬' }] });
    const before = await snapshotOf(kit.p, hrService.collections);
    await expect(kit.closeQuarter.execute(kit.manager, { quarter: QUARTER })).rejects.toMatchObject({ code: 'QUARTER_UNDECIDED' });
    expect(await snapshotOf(kit.p, hrService.collections)).toBe(before);
  });

  test('is closed once, whatever races; its sheets are frozen, and what comes later counts later', async () => {
    await nobodySpeaks('2026-01-12', '2026-01-26');
    kit.clock.moveTo('2026-02-02');
    const late = await seller(kit, { hiredOn: '2025-11-01' });
    const tries = await Promise.allSettled(Array.from({ length: 4 }, () => kit.closeQuarter.execute(kit.manager, { quarter: QUARTER })));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of tries) if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'QUARTER_CLOSED' });
    await expect(kit.open.execute(kit.manager, { employeeId: late.employeeId, quarter: QUARTER })).rejects.toMatchObject({
      code: 'QUARTER_CLOSED',
    });
    await sold(kit, late, { amountFen: 100, on: '2025-09-30' });
    let woken = 0;
    kit.dueWork.on('quarter-closed', () => (woken += 1));
    while (await kit.carryClosingOn.execute());
    expect(woken).toBe(1);
    const sheets = await countSheets({});
    expect(await kit.queries.quarter(QUARTER)).toMatchObject({ state: 'CLOSED', sheets, done: sheets, closedOn: '2026-02-02' });
    expect(await countSheets({ state: 'CLOSED', 'figures.loans': 0 })).toBe(sheets);
    const [fact] = await kit.p.database
      .collection('appraisal_facts')
      .find({ employeeId: late.employeeId } as never)
      .toArray();
    expect(fact).toMatchObject({ quarter: '2025-Q4', occurredOn: '2025-09-30' });
    await expect(kit.closeQuarter.execute(kit.manager, { quarter: QUARTER })).rejects.toMatchObject({ code: 'QUARTER_CLOSED' });
  });

  test('is not closed while somebody who sold on its last day, whatever he does today, has no sheet; then it may be closed one by one', async () => {
    const quarter = '2025-Q1';
    kit.clock.moveTo('2025-04-01', '00:01');
    const changes = new EmployeeChanges(kit.p.database, kit.p.cipher);
    const was = async (row: object, then: object): Promise<string> => {
      const { employeeId } = await seller(kit, row);
      const after = { department: 'sales', roles: ['salesperson'], managerId: null, position: null, level: null, hiredOn: '2024-01-01' };
      const change = { id: newId('emc'), version: 0, employeeId, kind: 'CHANGED', before: null, reason: null, changedBy: 'service:hr' };
      const facts = { ...after, active: true, leftBecause: null, ...then };
      const on = { effectiveOn: parseLocalDate('2025-03-31'), recordedAt: kit.clock.now() };
      await given(kit.p, (tx) => changes.insert({ ...change, ...on, after: facts } as never, tx));
      return employeeId;
    };
    const sold = [await was({ department: 'risk', roles: ['investigator'] }, {}), await was({ hiredOn: '2026-01-01' }, {})];
    const did = [
      await was({}, { department: 'risk', roles: ['investigator'] }),
      await was({}, { active: false }),
      await was({}, { hiredOn: '2025-04-01' }),
    ];
    await kit.openAll.execute(watch);
    const sheets = kit.p.database.collection<{ _id: string; employeeId: string }>('appraisal_sheets');
    const all = await sheets.find({ quarter } as never).toArray();
    expect([sold, did].map((some) => all.filter(({ employeeId }) => some.includes(employeeId)).length)).toEqual([2, 0]);
    const lost = await seller(kit);
    await nobodySpeaks('2025-04-20', '2025-05-10');
    kit.clock.moveTo('2025-06-02');
    const close = () => kit.closeQuarter.execute(kit.manager, { quarter });
    await expect(close()).rejects.toMatchObject({ code: 'QUARTER_SHEETS_MISSING', data: { people: 1 } });
    const late = await kit.open.execute(kit.manager, { employeeId: lost.employeeId, quarter });
    await expect(close()).rejects.toMatchObject({ code: 'QUARTER_UNDECIDED', data: { sheets: 1 } });
    await expect(kit.close.execute(kit.manager, { appraisalId: late })).rejects.toMatchObject({ code: 'SHEET_STEP_DUE' });
    await nobodySpeaks('2025-06-20', '2025-07-10');
    for (const appraisalId of [late, ...all.map(({ _id }) => _id)]) await kit.close.execute(kit.manager, { appraisalId });
    await close();
    while (await kit.carryClosingOn.execute());
    expect(await kit.queries.quarter(quarter)).toMatchObject({ state: 'CLOSED', sheets: 0 });
  });

  test.each([
    ['that has not ended', '2025-Q4', 'QUARTER_NOT_ENDED'],
    ['without sheets', '2025-Q2', 'QUARTER_EMPTY'],
    ['that is none', '2025-Q7', 'QUARTER_INVALID'],
  ])('%s is not closed', async (_title, quarter, code) => {
    kit.clock.moveTo('2025-11-03');
    await expect(kit.closeQuarter.execute(kit.manager, { quarter })).rejects.toMatchObject({ code });
  });

  test('[5.4] a severe violation holds the score down to nothing, for who reviews as for who closes', async () => {
    kit.clock.moveTo('2026-04-01', '10:00');
    const { by, appraisalId } = await opened();
    kit.clock.moveTo('2026-03-20');
    const violationId = newId('vio');
    const source = kit.source.handoff('appraise-violation', 'compliance', {
      subject: violationId,
      data: { violationId, employeeId: by.employeeId, kind: 'LEAK', severity: 'SEVERE' },
    });
    expect(await inboxOf(kit.p, kit.consumers).receive(source)).toBe('applied');
    kit.clock.moveTo('2026-04-01', '10:00');
    await kit.move.review(boss, { appraisalId, text: '同意', adjustments: [{ points: 5, reason: '业绩突出' }] });
    kit.clock.moveTo('2026-05-01');
    await kit.close.execute(kit.manager, { appraisalId });
    const sheet = await sheetOf(appraisalId);
    expect([sheet.total, stageOf(sheet), sheet.gates?.map(({ kind }) => kind)]).toEqual([0, 'CLOSED', ['SEVERE_VIOLATION']]);
    expect(sheet.figures).toMatchObject({ severeViolations: 1, violations: 1 });
  });
});
