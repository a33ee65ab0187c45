import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, newId } from '@weilend/kernel';
import { person, seedPeople } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { Story } from '../../../test/builders/story.builder.js';
import { CRITERION_IDS } from '../../domain/customer/scorecard/scorecard-version.js';
import { Customers } from '../../persistence/customer/customer.repository.js';
import { OpenEnquiry } from '../enquiry/open-enquiry.use-case.js';
import { DecideGradeScorecard } from './decide-grade-scorecard.use-case.js';
import { GradeCustomer } from './grade-customer.use-case.js';
import { ProposeGradeScorecard } from './propose-grade-scorecard.use-case.js';
import { RegradeDue } from './regrade-due.use-case.js';

let desk: SalesDesk;
let story: Story;
const riskManager = person('risk', 'risk-manager');
beforeAll(async () => {
  desk = await salesDesk();
  story = new Story(desk);
  await seedPeople(desk.platform, [desk.seller, desk.manager, riskManager]);
});
afterAll(() => desk.stop());

const read = (id: string) => story.read((tx) => desk.get(Customers).get(id, tx));
const today = () => desk.platform.clock.today();
const watch = { isStopping: () => false, onTrouble: (_id: string, error: unknown) => expect(error).toBeUndefined() };
const run = () => desk.get(RegradeDue).execute(watch);
const weigh = (...percents: number[]) => CRITERION_IDS.map((criterion, place) => ({ criterion, weightPercent: percents[place] ?? 0 }));
const propose = (change: object = {}) =>
  desk.get(ProposeGradeScorecard).execute(desk.manager, {
    ...{ weights: weigh(100, 0, 0, 0), atLeastA: 80, atLeastB: 20, effectiveFrom: today(), reason: '加大需求权重' },
    ...change,
  });
const decide = (scorecardId: string, by = riskManager, change: object = {}) =>
  desk.get(DecideGradeScorecard).execute(by, { scorecardId, publish: true, ...change });
const needs = { purpose: 'TRAVEL', amountFen: 100_000, termMonths: null, method: null };

describe('[3.9] grades that nobody has to remember', () => {
  test('an old grade is worked out again, once; a fresh one and a merged file are left alone', async () => {
    const old = await story.customer({ regradeDueOn: addDays(today(), -1) });
    const due = await story.customer({ regradeDueOn: today() });
    const fresh = await story.customer({ regradeDueOn: addDays(today(), 1) });
    expect(await run()).toBe(2);
    expect((await read(old)).grades).toMatchObject([{ cause: 'SCHEDULE', by: 'system', gradedOn: today() }]);
    expect((await read(due)).regradeDueOn).toBe(addDays(today(), 180));
    expect((await read(fresh)).grades).toEqual([]);
    const before = await desk.snapshot();
    expect(await run()).toBe(0);
    expect(await desk.snapshot()).toBe(before);
  });

  test('a run that is stopped goes on where it was', async () => {
    for (let made = 0; made < 3; made++) await story.customer({ regradeDueOn: today() });
    let left = 2;
    expect(await desk.get(RegradeDue).execute({ ...watch, isStopping: () => left-- <= 0 })).toBe(1);
    expect(await run()).toBe(2);
  });

  test('one file that cannot be read does not stop the others', async () => {
    const broken = await story.customer({ regradeDueOn: today() });
    const good = await story.customer({ regradeDueOn: today() });
    await desk.platform.database.collection('customers').updateOne({ _id: broken }, { $set: { phone: 'no cipher' } });
    const troubled: string[] = [];
    expect(await desk.get(RegradeDue).execute({ ...watch, onTrouble: (id) => troubled.push(id) })).toBe(1);
    expect(troubled).toEqual([broken]);
    expect((await read(good)).grades).toHaveLength(1);
    await desk.platform.database.collection('customers').deleteOne({ _id: broken });
  });

  test('a loan of ours that is late counts at once, for the file that a merged one became too', async () => {
    const profile = (await read(await story.customer())).profile;
    const financial = { ...profile.financial, statedLatePayments: 0, assetsFen: 100, liabilitiesFen: 0 };
    const customerId = await story.customer({ profile: { ...profile, financial, needs } });
    await desk.get(GradeCustomer).execute(desk.seller, { customerId });
    const mergedId = await story.customer({ merged: { intoId: customerId, by: 'emp_1', at: new Date(), reason: '重复建档' } });
    const loanId = newId('lon');
    const told = (daysPastDue: number) =>
      desk.source.event('finance.loan-status-changed.v1', loanId, {
        ...{ loanId, applicationId: newId('app'), customerId: mergedId, salespersonId: desk.seller.employeeId, businessDate: today() },
        ...{ daysPastDue, bucket: 'M2_M3', previousBucket: 'CURRENT', loanClass: 'SPECIAL_MENTION', previousClass: 'PASS' },
        outstandingPrincipalFen: 100,
      });
    await desk.inbox.receive(told(31));
    const late = await read(customerId);
    expect(late.lateLoans).toEqual([{ loanId, worstDaysPastDue: 31, daysPastDue: 31 }]);
    expect(late.grades.map(({ score, cause }) => [score, cause])).toEqual([
      [40, 'BY_HAND'],
      [25, 'LOAN'],
    ]);
    await desk.inbox.receive(told(31));
    expect((await read(customerId)).grades).toHaveLength(2);
  });
});

describe('[3.9] the scorecard is data of the company', () => {
  test.each<[string, object, string]>([
    ['weights that do not add up', { weights: weigh(50, 0, 0, 0) }, 'SCORECARD_INVALID'],
    ['a day that is over', { effectiveFrom: '2020-01-01' }, 'SCORECARD_TOO_EARLY'],
    ['no reason', { reason: '' }, 'REASON_REQUIRED'],
  ])('%s: refused, and nothing changed', async (_title, change, code) => {
    const before = await desk.snapshot();
    expect(await codesOf(propose(change))).toEqual([code]);
    expect(await desk.snapshot()).toBe(before);
  });

  test('two propose at once: two numbers', async () => {
    const tries = await Promise.all([codesOf(propose()), codesOf(propose())]);
    expect(tries.flat().every((code) => code === 'CHANGED_MEANWHILE')).toBe(true);
    const numbers = (await desk.platform.database.collection('grade_scorecards').find().toArray()).map((row) => row['no'] as number);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  test('another person puts it in force; every customer is graded by it, and nobody twice', async () => {
    const profile = (await read(await story.customer())).profile;
    const customerId = await story.customer({ profile: { ...profile, needs } });
    await desk.get(GradeCustomer).execute(desk.seller, { customerId });
    expect((await read(customerId)).grades).toMatchObject([{ grade: 'C', score: 10, scorecardVersion: 1 }]);
    const scorecardId = await propose();
    expect(await codesOf(decide(scorecardId, desk.manager))).toEqual(['SCORECARD_SAME_PERSON']);
    expect(await run()).toBe(0);
    await decide(scorecardId);
    expect(await codesOf(decide(scorecardId))).toEqual(['ILLEGAL_TRANSITION']);
    expect(await run()).toBeGreaterThan(0);
    const [first, second] = (await read(customerId)).grades;
    expect(first).toMatchObject({ grade: 'C', scorecardVersion: 1 });
    expect(second).toMatchObject({ grade: 'B', score: 50, cause: 'SCHEDULE' });
    expect(second && second.scorecardVersion > 1).toBe(true);
    expect(await run()).toBe(0);
    expect(await codesOf(decide(await propose(), desk.manager, { publish: false }))).toEqual([]);
  });

  test('[1.6, 3.10] a better grade is answered sooner', async () => {
    const graded = (grade: 'A' | 'C') =>
      story.customer({ grades: [{ grade, score: 1, scorecardVersion: 9, reasons: [], gradedOn: today(), by: 'emp_1', cause: null }] });
    const waits = async (customerId: string) => {
      const id = await desk.get(OpenEnquiry).execute(desk.seller, { customerId });
      const row = await desk.platform.database.collection('enquiries').findOne({ _id: id });
      return (row?.['firstResponseDueAt'] as Date).getTime() - (row?.['receivedAt'] as Date).getTime();
    };
    expect(await waits(await graded('A'))).toBeLessThan(await waits(await graded('C')));
  });
});
