import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { LeaseLost, Leases } from '@weilend/mongo';
import { person, seedPeople } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { ImportBench, leadFile, leadLines } from '../../../test/builders/import.builder.js';
import { residentId, Story } from '../../../test/builders/story.builder.js';
import { ImportRuns } from '../../persistence/import/import.repository.js';
import { AddPartner } from '../enquiry/add-partner.use-case.js';
import { LoseLead } from '../enquiry/lose-lead.use-case.js';
import { CreateLead } from '../enquiry/create-lead.use-case.js';
import { EndPartner } from '../enquiry/end-partner.use-case.js';
import { AdvanceImport, IMPORT_LEASE } from './advance-import.js';
import { CancelImport } from './cancel-import.use-case.js';

let desk: SalesDesk;
let bench: ImportBench;
const colleague = person('sales', 'salesperson');

beforeAll(async () => {
  desk = await salesDesk();
  await seedPeople(desk.platform, [colleague, desk.seller]);
});

afterAll(() => desk.stop());

beforeEach(async () => {
  bench = new ImportBench(desk);
  for (const name of ['leads', 'import_runs', 'imported_rows', 'import_problems'])
    await desk.platform.database.collection(name).deleteMany({});
});

const BAD = ['线上,官网,,13900000001,', '线上,官网,赵,139,', '电视,,钱,13900000003,', '线上,官网,孙', '"线上"x,官网,李,13900000004,'];
/** Two good rows around five bad ones, then a person twice. */
const mixed = (): string => leadFile([...leadLines(1, 10), ...BAD, ...leadLines(1, 11), ...leadLines(1, 10)]);
const FOUND = [
  [3, 'contactName', 'ROW_VALUE_MISSING'],
  [4, 'phone', 'MOBILE_INVALID'],
  [5, 'channel', 'ROW_VALUE_UNKNOWN'],
  [6, null, 'ROW_COLUMN_COUNT'],
  [7, null, 'ROW_QUOTING_BROKEN'],
  [9, 'phone', 'ROW_TWICE_IN_FILE'],
];
const found = async (runId: string) => (await bench.problems(runId)).map(({ line, column, code }) => [line, column, code]);

describe('[2.8] a file of leads', () => {
  test('is previewed: every mistake by line and column, the first rows masked, nothing taken in, the file kept', async () => {
    const run = await bench.through(mixed(), { mode: 'PREVIEW' });
    expect(run).toMatchObject({ state: 'previewed', counts: { rows: 8, good: 2, bad: 6, duplicatesInFile: 1, imported: 0 } });
    expect(await found(run.id)).toEqual(FOUND);
    expect(run.samples.map(({ line }) => line)).toEqual([2, 8]);
    expect(run.samples[0]?.cells).toContainEqual({ column: 'phone', value: '139****0010' });
    expect([await bench.rows('leads'), await bench.rows('import_keys')]).toEqual([[], []]);
    expect((await desk.files.find(run.fileId))?.state).toBe('verified');
  });

  test('comes in with its good rows: sealed, audited, each with what it became, and the file is gone', async () => {
    const run = await bench.through(mixed());
    expect(run).toMatchObject({ state: 'imported', counts: { rows: 8, good: 2, bad: 6, imported: 2, failed: 0 }, holdsFile: false });
    expect(await found(run.id)).toEqual(FOUND);
    const leads = await bench.rows('leads');
    expect(leads.map(({ contactName, salespersonId, state }) => [contactName, salespersonId, state])).toEqual([
      ['客户10', desk.seller.employeeId, 'new'],
      ['客户11', desk.seller.employeeId, 'new'],
    ]);
    expect(await bench.rows('imported_rows', { runId: run.id })).toMatchObject([{ line: 2, subjectId: leads[0]?.['_id'] }, { line: 8 }]);
    expect(await desk.files.find(run.fileId)).toBeNull();
    const kept = JSON.stringify([
      leads,
      await bench.rows('import_runs'),
      await bench.rows('import_problems'),
      await bench.rows('audit_rows'),
    ]);
    expect(kept).not.toMatch(/1390000001[01]/);
    const audited = await bench.rows('audit_rows', { operation: 'advance-import', 'touched.id': leads[0]?.['_id'] });
    expect(audited).toMatchObject([{ actor: `employee:${desk.seller.employeeId}` }]);
  });

  test('does not come in at all when it may only come in whole and one row is bad', async () => {
    const run = await bench.through(mixed(), { mode: 'ALL_OR_NOTHING' });
    expect(run).toMatchObject({ state: 'refused', counts: { bad: 6, imported: 0 } });
    expect([await bench.rows('leads'), await bench.rows('imported_rows')]).toEqual([[], []]);
    expect(await bench.through(leadFile(leadLines(3, 20)), { mode: 'ALL_OR_NOTHING' })).toMatchObject({
      state: 'imported',
      counts: { imported: 3 },
    });
  });

  test('of nothing but a header is given up, with the reason', async () => {
    expect(await bench.through(leadFile([]))).toMatchObject({ state: 'failed', failure: { code: 'IMPORT_FILE_EMPTY' } });
  });

  test('leaves out who is a lead or a customer already, but not who was lost', async () => {
    await desk
      .get(CreateLead)
      .execute(desk.seller, { channel: 'ONLINE', onlineSource: 'WEBSITE', contactName: '旧', phone: '13900000030' });
    const lost = await desk
      .get(CreateLead)
      .execute(desk.seller, { channel: 'ONLINE', onlineSource: 'WEBSITE', contactName: '失', phone: '13900000031' });
    await desk.get(LoseLead).execute(desk.seller, { leadId: lost, reason: '已在他行贷款', cause: 'COMPETITOR' });
    await new Story(desk).customer({ phone: '13900000032' });
    const run = await bench.through(leadFile(leadLines(4, 30)));
    expect(run.counts).toMatchObject({ good: 2, bad: 2, duplicatesOnFile: 2, imported: 2 });
    expect(await found(run.id)).toEqual([
      [2, 'phone', 'ROW_LEAD_EXISTS'],
      [4, 'phone', 'ROW_CUSTOMER_EXISTS'],
    ]);
  });

  test('from partners, activities and customers by name, number or id; the manager gives rows to colleagues', async () => {
    await desk.get(AddPartner).execute(desk.manager, { name: '某银行', creditCode: '91350100M000100Y43' });
    const number = residentId();
    const referrer = await new Story(desk).customer({ residentId: number });
    const content = [
      '渠道,合作机构,推荐客户,联系人,客户经理',
      '机构,某银行,,甲,',
      '机构,91350100M000100Y43,,乙,',
      `推荐,,${number},丙,`,
      `推荐,,${referrer},丁,${colleague.employeeId}`,
    ];
    const run = await bench.through(content.join('\n'), { salespersonId: desk.seller.employeeId }, desk.manager);
    expect(run.counts).toMatchObject({ good: 4, imported: 4 });
    const leads = await bench.rows('leads');
    expect(leads.map((lead) => [lead['referrerId'], lead['salespersonId']])).toEqual([
      [null, desk.seller.employeeId],
      [null, desk.seller.employeeId],
      [referrer, desk.seller.employeeId],
      [referrer, colleague.employeeId],
    ]);
    const own = await bench.through(`${content[0]}\n推荐,,${referrer},戊,${colleague.employeeId}`);
    expect(await found(own.id)).toEqual([[2, 'salesperson', 'IMPORT_FOR_OTHERS']]);
  });
});

describe('[2.8] a run of several steps', () => {
  const many = (from: number) => leadFile(leadLines(1_200, from));
  const afterSteps = (steps: number) => {
    let asked = 0;
    return () => ++asked > steps;
  };

  test('stops between two steps and is carried on by another process, without a row lost or doubled', async () => {
    const runId = await bench.start(many(1_000));
    await bench.pass(afterSteps(1));
    expect(await bench.run(runId)).toMatchObject({ state: 'checking', checkedToLine: 501, counts: { rows: 500 } });
    await bench.pass();
    await bench.pass(afterSteps(1));
    expect(await bench.run(runId)).toMatchObject({ state: 'importing', importedToLine: 501, counts: { imported: 500 } });
    await bench.work();
    expect(await bench.run(runId)).toMatchObject({ state: 'imported', counts: { rows: 1_200, good: 1_200, imported: 1_200 } });
    expect(new Set((await bench.rows('leads')).map((lead) => lead['phoneIndex'])).size).toBe(1_200);
  });

  test('is stopped by who began it: what is in stays in, nothing else comes, the file goes', async () => {
    const runId = await bench.start(many(3_000));
    await bench.pass();
    await bench.pass(afterSteps(1));
    await desk.get(CancelImport).execute(desk.seller, { runId });
    await bench.work();
    const run = await bench.run(runId);
    expect(run).toMatchObject({ state: 'cancelled', counts: { imported: 500 }, holdsFile: false });
    expect(await bench.rows('leads')).toHaveLength(500);
    expect([await desk.files.find(run.fileId), await bench.rows('import_keys')]).toEqual([null, []]);
  });

  test('is not touched by a process that has lost its turn', async () => {
    const runId = await bench.start(many(5_000));
    const { database } = desk.platform;
    const lost = await new Leases(database, 'slow').take(IMPORT_LEASE, -1);
    await bench.pass(afterSteps(1));
    const before = await bench.run(runId);
    const late = desk.get(AdvanceImport).execute(runId, lost ?? { name: IMPORT_LEASE, fence: -1 }, () => false);
    await expect(late).rejects.toThrow(LeaseLost);
    expect(await bench.run(runId)).toEqual(before);
    await desk.get(CancelImport).execute(desk.seller, { runId });
  });

  test('tells what became wrong between the check and its turn', async () => {
    const partnerId = await desk.get(AddPartner).execute(desk.manager, { name: '会离开的机构', creditCode: '91350211M000100Y46' });
    const runId = await bench.start('渠道,合作机构,联系人,手机\n机构,会离开的机构,甲,13700000001\n线上,,乙,\n');
    await bench.start(`渠道,线上来源,联系人\n线上,官网,甲`);
    // Checked in the first pass; what happens then is found in the second.
    await bench.pass();
    await desk.get(EndPartner).execute(desk.manager, { partnerId });
    await bench.work();
    expect(await bench.run(runId)).toMatchObject({ state: 'imported', counts: { rows: 2, good: 1, bad: 1, imported: 0, failed: 1 } });
    expect((await bench.problems(runId)).map(({ line, code, atWrite }) => [line, code, atWrite])).toEqual([
      [3, 'CHANNEL_LINK_MISSING', false],
      [2, 'PARTNER_NOT_ACTIVE', true],
    ]);
  });

  test('whose file is lost is given up with the reason, and holds up nobody', async () => {
    const [lost, other] = [await bench.start(leadFile(leadLines(1, 60))), await bench.start(leadFile(leadLines(1, 61)))];
    await desk.platform.database.collection('files').deleteOne({ _id: (await bench.run(lost)).fileId });
    await bench.work();
    expect(await bench.run(lost)).toMatchObject({ state: 'failed', failure: { code: 'IMPORT_FILE_GONE' } });
    expect((await bench.run(other)).state).toBe('imported');
  });

  test('that breaks off again and again is given up after five times', async () => {
    const runId = await bench.start(leadFile(leadLines(1, 70)));
    const { fileId } = await bench.run(runId);
    await desk.platform.database.collection('files').updateOne({ _id: fileId }, { $set: { objectKey: newId('obj') } });
    await bench.work();
    expect(await bench.run(runId)).toMatchObject({ state: 'failed', troubles: 5, failure: { code: 'IMPORT_BROKE_OFF' } });
    expect(bench.troubles).toHaveLength(5);
    expect(await desk.get(ImportRuns).openIds()).toEqual([]);
  });
});

describe('[3.5, 3.6] a file of customers', () => {
  const HEADER = '客户类型,客户名称,身份证号,手机号,地址,月收入';

  test('opens files as by hand, announces them, and leaves out who is on file', async () => {
    const [known, first, second] = [residentId(), residentId(), residentId()];
    await new Story(desk).customer({ residentId: known });
    const line = (number: string, name: string) => `个人,${name},${number},13800138000,北京市朝阳区某路 1 号,12000`;
    const content = [
      HEADER,
      line(known, '甲甲'),
      line(first, '乙乙'),
      line(second, '丙丙'),
      line(first, '丁丁'),
      line('110105194912310021', '戊戊'),
    ];
    const run = await bench.through(content.join('\n'), { kind: 'CUSTOMERS' });
    expect(run.counts).toMatchObject({ rows: 5, good: 2, bad: 3, duplicatesInFile: 1, duplicatesOnFile: 1, imported: 2 });
    expect(await found(run.id)).toEqual([
      [2, 'residentId', 'ROW_CUSTOMER_EXISTS'],
      [5, 'residentId', 'ROW_TWICE_IN_FILE'],
      [6, 'residentId', 'RESIDENT_ID_INVALID'],
    ]);
    const imported = (await bench.rows('imported_rows', { runId: run.id })).map((row) => row['subjectId']);
    const customers = await bench.rows('customers', { _id: { $in: imported } });
    expect(customers).toMatchObject([
      { name: '乙乙', ownerId: desk.seller.employeeId, grades: [{ cause: 'REGISTERED', grade: 'C' }], nextVisitOn: expect.any(String) },
      { name: '丙丙', owners: [{ reason: 'registered' }] },
    ]);
    const told = await bench.rows('outbox', { 'envelope.type': 'sales.customer-registered.v1' });
    expect(new Set(told.map((row) => (row['envelope'] as { subject: string }).subject))).toEqual(new Set(imported));
    expect(JSON.stringify(await bench.rows('import_problems', { runId: run.id }))).not.toContain(known);
  });
});
