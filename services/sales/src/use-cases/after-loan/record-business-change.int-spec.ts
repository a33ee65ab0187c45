import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, newId } from '@weilend/kernel';
import { handoffRows, MessageSource, person, seedPeople } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { Story } from '../../../test/builders/story.builder.js';
import type { LoanCare } from '../../domain/after-loan/inspection.js';
import { emptyProfile } from '../../domain/customer/profile.js';
import type { GradeEntry } from '../../domain/customer/customer-file.js';
import { care as migration } from '../../persistence/migrations/0006-care.js';
import { BusinessChangeQueries } from '../../queries/after-loan/business-change.queries.js';
import { ApplicationQueries } from '../../queries/application/application.queries.js';
import { AcknowledgeWarning } from './acknowledge-warning.use-case.js';
import { RecordBusinessChange } from './record-business-change.use-case.js';
import { ReportWarning } from './report-warning.use-case.js';

let desk: SalesDesk;
let story: Story;
let queries: ApplicationQueries;

beforeAll(async () => {
  desk = await salesDesk();
  story = new Story(desk);
  queries = new ApplicationQueries(desk.platform.database, desk.platform.clock);
  await seedPeople(desk.platform, [desk.seller, desk.manager]);
});
afterAll(() => desk.stop());

const today = () => desk.platform.clock.today();
const profile = { ...emptyProfile, financial: { ...emptyProfile.financial, annualRevenueFen: 1_000_000, liabilitiesFen: 200_000 } };
const careFrom = (dueOn: string): LoanCare => ({
  ...{ loanId: newId('lon'), contractId: newId('con'), disbursedOn: addDays(today(), -30), maturesOn: addDays(today(), 300) },
  inspections: [{ id: newId('ins'), kind: 'FIRST_USE', dueOn: dueOn as never, done: null }],
});
const cared = (dueOn: string = today()) => story.given({ desk: 'signed', care: careFrom(dueOn) }, { profile });
const change = (applicationId: string, said: object, by = desk.seller) =>
  desk.get(RecordBusinessChange).execute(by, { applicationId, ...said });
const changesOf = (applicationId: string) => new BusinessChangeQueries(desk.platform.database).ofApplications([applicationId]);

describe('[4.22] a change of the business', () => {
  test('stands beside what was known: the file first, then the last change', async () => {
    const applicationId = await cared();
    await change(applicationId, { annualRevenue: 900_000, staff: 10 });
    await change(applicationId, { staff: 9, note: '季节性用工减少' });
    const unknown = { stockFen: null, collateralFen: null };
    expect(await changesOf(applicationId)).toMatchObject([
      { before: { annualRevenueFen: 900_000, staff: 10 }, after: { annualRevenueFen: 900_000, staff: 9, debtFen: 200_000, ...unknown } },
      { before: { annualRevenueFen: 1_000_000, staff: null, debtFen: 200_000 }, after: { staff: 10 }, worsened: [], warningId: null },
    ]);
    expect((await story.application(applicationId)).warnings).toEqual([]);
  });

  test('[4.23] for the worse becomes a warning by itself: work for risk, once for the same words', async () => {
    const applicationId = await cared();
    await change(applicationId, { annualRevenue: 600_000, debt: 320_000 });
    const { warnings } = await story.application(applicationId);
    expect(warnings).toMatchObject([
      { category: 'CREDIT', level: 'HIGH', text: '贷后经营恶化：营业收入下降 40%，负债上升 60%', acknowledged: null },
    ]);
    const [row] = await changesOf(applicationId);
    expect(row).toMatchObject({ warningId: warnings[0]?.id, worsened: [{ percent: 40 }, { percent: 60 }] });
    const given = (await handoffRows(desk.platform)).filter((one) => one.subject === applicationId);
    expect(given).toMatchObject([{ type: 'assess-alert', to: 'risk', data: { category: 'CREDIT', level: 'HIGH' } }]);
    await change(applicationId, { annualRevenue: 1_000_000, debt: 200_000 });
    await change(applicationId, { annualRevenue: 600_000, debt: 320_000 });
    expect((await story.application(applicationId)).warnings).toHaveLength(1);
    expect(await changesOf(applicationId)).toHaveLength(3);
  });

  test.each<[string, () => Promise<() => Promise<unknown>>, string]>([
    [
      'before the payout',
      async () =>
        (
          (id) => () =>
            change(id, { staff: 3 })
        )(await story.given()),
      'NOT_DISBURSED',
    ],
    [
      'without a figure',
      async () =>
        (
          (id) => () =>
            change(id, { note: '没有变化' })
        )(await cared()),
      'BUSINESS_CHANGE_EMPTY',
    ],
    [
      'with less than nobody',
      async () =>
        (
          (id) => () =>
            change(id, { staff: -1 })
        )(await cared()),
      'BUSINESS_FIGURE_INVALID',
    ],
    [
      '[3.7] with a number of a person',
      async () =>
        (
          (id) => () =>
            change(id, { staff: 3, note: '电话 13800138000' })
        )(await cared()),
      'PERSONAL_NUMBER_IN_TEXT',
    ],
    [
      "on a colleague's loan",
      async () =>
        (
          (id) => () =>
            change(id, { staff: 3 }, person('sales', 'salesperson'))
        )(await cared()),
      'NOT_FOUND',
    ],
  ])('is refused %s and changes nothing', async (_title, given, code) => {
    const act = await given();
    const before = await desk.snapshot();
    expect(await codesOf(act())).toEqual([code]);
    expect(await desk.snapshot()).toBe(before);
  });
});

describe('[4.23] the superior', () => {
  const report = (applicationId: string, by = desk.seller) =>
    desk.get(ReportWarning).execute(by, { applicationId, category: 'CREDIT', level: 'HIGH', text: '客户连续两周关门停业' });
  const waiting = async () => (await queries.withOpenWarnings({ first: 100 }, desk.manager)).nodes.map((one) => one.id);
  const acknowledge = (applicationId: string, warningId: string) =>
    desk.get(AcknowledgeWarning).execute(desk.manager, { applicationId, warningId, measure: 'VISIT_CUSTOMER', comment: '明日上门核实' });

  test('owes a word on a warning until he has given it', async () => {
    const applicationId = await cared();
    await report(applicationId);
    const [warning] = (await story.application(applicationId)).warnings;
    expect(warning?.acknowledgeDueAt?.getTime()).toBeGreaterThan(warning?.reportedAt.getTime() ?? Infinity);
    expect(await waiting()).toContain(applicationId);
    await acknowledge(applicationId, warning?.id ?? '');
    expect((await story.application(applicationId)).warnings).toMatchObject([
      { acknowledged: { by: desk.manager.employeeId, measure: 'VISIT_CUSTOMER' } },
    ]);
    expect(await waiting()).not.toContain(applicationId);
    expect(await codesOf(acknowledge(applicationId, warning?.id ?? ''))).toEqual(['WARNING_ACKNOWLEDGED']);
    expect(await codesOf(acknowledge(applicationId, newId('wrn')))).toEqual(['WARNING_UNKNOWN']);
  });

  test('owes nothing on what he reported himself', async () => {
    const applicationId = await cared();
    await report(applicationId, desk.manager);
    expect((await story.application(applicationId)).warnings).toMatchObject([{ acknowledgeDueAt: null }]);
    expect(await waiting()).not.toContain(applicationId);
  });

  test('is not asked about warnings from before; their documents are read and saved as any other', async () => {
    const applicationId = await cared();
    await report(applicationId);
    const rows = desk.platform.database.collection('applications');
    const unset = { 'warnings.0.acknowledgeDueAt': '', 'warnings.0.acknowledged': '', warningDueAt: '' };
    await rows.updateOne({ _id: applicationId } as never, { $unset: unset });
    await migration.up(desk.platform.database);
    await migration.up(desk.platform.database);
    expect((await story.application(applicationId)).warnings).toMatchObject([{ acknowledgeDueAt: null, acknowledged: null }]);
    await change(applicationId, { staff: 3 });
    expect(await waiting()).not.toContain(applicationId);
  });
});

describe('[4.20] inspections', () => {
  test('that are due come most overdue first, and the next one stands on the application', async () => {
    const owner = person('sales', 'salesperson');
    const ids: string[] = [];
    for (const days of [-2, -9, 5]) {
      const care = careFrom(addDays(today(), days));
      ids.push(await story.given({ desk: 'signed', care, salespersonId: owner.employeeId }));
    }
    const { nodes } = await queries.withDueInspections({}, owner);
    expect(nodes.map((one) => one.id)).toEqual([ids[1], ids[0]]);
    expect(nodes[0]?.nextInspectionOn).toBe(addDays(today(), -9));
  });

  test.each([
    ['A', 'LOW', 135],
    ['C', 'LOW', 72],
    [null, 'LOW', 90],
    ['A', 'HIGH', 30],
    ['C', 'HIGH', 24],
  ] as const)('of a customer of grade %s at rating %s follow every %d days', async (grade, rating, days) => {
    const entry = {
      grade,
      score: 80,
      scorecardVersion: 1,
      reasons: [],
      gradedOn: today(),
      by: desk.seller.employeeId,
    } as unknown as GradeEntry;
    const applicationId = await story.given({ desk: 'passed' }, { grades: grade ? [entry] : [] });
    const source = new MessageSource();
    await desk.inbox.receive(source.event('approval.decision-made.v1', applicationId, story.decisionData(applicationId)));
    const { contractId } = await story.signDirectly(applicationId);
    await desk.inbox.receive(source.event('risk.report-finalised.v1', applicationId, story.reportData(applicationId, rating)));
    const { customerId, salespersonId } = await story.application(applicationId);
    const data = {
      applicationId,
      participants: [],
      loanId: newId('lon'),
      contractId,
      customerId,
      salespersonId,
      disbursedOn: today() as string,
    };
    await desk.inbox.receive(source.handoff('care-for-loan', 'finance', { subject: applicationId, data }));
    const { care } = await story.application(applicationId);
    expect(care?.inspections.find((one) => one.kind === 'PERIODIC')?.dueOn).toBe(addDays(today(), days));
  });
});
