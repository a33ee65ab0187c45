import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId, quarterOf } from '@weilend/kernel';
import { handoffRows, inboxOf, person, sentMessages, snapshotOf } from '@weilend/testing';
import type { PlatformUnderTest } from '@weilend/testing';
import { peopleActs } from '../../../test/builders/people.builder.js';
import { appraisalKit, timeRunsOut } from '../../../test/builders/appraisal-kit.builder.js';
import type { AppraisalKit } from '../../../test/builders/appraisal-kit.builder.js';
import { hrService } from '../../hr.module.js';

let kit: AppraisalKit;
let p: PlatformUnderTest;
let numbers = 0;
const admin = person(null, 'administrator');
beforeAll(async () => {
  kit = await appraisalKit({ fromQuarter: '2020-Q1', lines: [{ indicator: 'LOANS', weight: 100, target: 2 }] });
  p = kit.p;
});
afterAll(() => p.stop());

const quarter = () => quarterOf(kit.clock.today());
const openSheet = (employeeId: string, of = quarter()) => kit.open.execute(admin, { employeeId, quarter: of });

function hired(): Promise<string> {
  const input = { employeeNo: `E-${++numbers}`, name: '李小雨', department: 'sales' as const, roles: ['salesperson'] };
  return peopleActs(p).hire.execute(admin, { ...input, password: 'correct horse battery' });
}

/** A violation as compliance hands it over. */
async function confirmed(employeeId: string, severity: 'MINOR' | 'SEVERE' = 'MINOR', confirmedOn?: string): Promise<string> {
  const violationId = newId('vio');
  const data = { violationId, employeeId, kind: 'LEAK', severity, ...(confirmedOn ? { confirmedOn } : {}) };
  const inbox = inboxOf(p, kit.consumers);
  await inbox.receive(kit.source.handoff('appraise-violation', 'compliance', { subject: violationId, data }));
  return violationId;
}

const workOn = async (violationId: string) => (await handoffRows(p)).find((row) => row.subject === violationId);
const countedFor = (employeeId: string) =>
  p.database
    .collection('appraisal_facts')
    .find({ employeeId, kind: 'VIOLATION' } as never)
    .toArray();

describe('[5.4] a confirmed violation', () => {
  test('is done at once when the sheet of the quarter is open', async () => {
    const employeeId = await hired();
    const appraisalId = await openSheet(employeeId);
    const violationId = await confirmed(employeeId, 'SEVERE');
    expect(await countedFor(employeeId)).toMatchObject([{ aboutId: violationId, marked: true, detail: 'SEVERE', quarter: quarter() }]);
    expect(await workOn(violationId)).toMatchObject({ state: 'completed', outcome: { appraisalId, quarter: quarter() } });
    const said = (await sentMessages(p)).filter((one) => one.subject === violationId);
    expect(said.map((one) => one.type)).toEqual(['hr.handoff-completed.v1']);
  });

  test.each([
    ['in the quarter in which it was confirmed, when its sheet is open', false, '2025-Q4'],
    ['in the next one, when that was closed for the person', true, '2026-Q1'],
  ])('that arrives after the quarter counts %s', async (_title, isClosed, counts) => {
    const employeeId = await hired();
    const sheets = { last: await openSheet(employeeId, '2025-Q4'), running: await openSheet(employeeId) };
    if (isClosed) await timeRunsOut(kit.p, sheets.last);
    if (isClosed) await kit.close.execute(admin, { appraisalId: sheets.last });
    const violationId = await confirmed(employeeId, 'SEVERE', '2025-12-31');
    kit.clock.moveTo('2026-02-15');
    expect(await countedFor(employeeId)).toMatchObject([{ quarter: counts, occurredOn: '2025-12-31', belongsTo: '2025-Q4', marked: true }]);
    const appraisalId = isClosed ? sheets.running : sheets.last;
    expect(await workOn(violationId)).toMatchObject({ state: 'completed', outcome: { appraisalId, quarter: counts } });
  });

  test('counts but stays open work until hr opens the sheet', async () => {
    const employeeId = await hired();
    const violations = [await confirmed(employeeId), await confirmed(employeeId)];
    expect(await countedFor(employeeId)).toHaveLength(2);
    for (const id of violations) expect(await workOn(id)).toMatchObject({ state: 'open' });
    await openSheet(employeeId);
    for (const id of violations) expect(await workOn(id)).toMatchObject({ state: 'completed' });
  });

  test.each([
    ["another person's sheet", async () => openSheet(await hired())],
    ['the sheet of another quarter', (employeeId: string) => openSheet(employeeId, '2020-Q1')],
  ])('is not done by %s', async (_title, open) => {
    const employeeId = await hired();
    const violationId = await confirmed(employeeId);
    await open(employeeId);
    expect(await workOn(violationId)).toMatchObject({ state: 'open' });
  });

  test('of nobody in the company goes back to compliance', async () => {
    const stranger = newId('emp');
    expect(await workOn(await confirmed(stranger))).toMatchObject({ state: 'returned', outcome: { code: 'NOT_FOUND' } });
    expect(await countedFor(stranger)).toEqual([]);
  });

  test.each([
    ['twice', async () => (await openedOnce()).employeeId, quarter, 'SHEET_EXISTS'],
    ['before the first scheme', hired, () => '2019-Q4', 'SCHEME_MISSING'],
    ['for nobody', async () => newId('emp'), quarter, 'NOT_FOUND'],
  ])('a sheet opened %s is refused, closes no work and changes nothing', async (_title, given, of, code) => {
    const employeeId = await given();
    const before = await snapshotOf(p, hrService.collections);
    await expect(openSheet(employeeId, of())).rejects.toMatchObject({ code });
    expect(await snapshotOf(p, hrService.collections)).toBe(before);
  });

  async function openedOnce() {
    const employeeId = await hired();
    return { employeeId, appraisalId: await openSheet(employeeId) };
  }
});
