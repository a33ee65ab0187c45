import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, newId } from '@weilend/kernel';
import { person, seedPeople } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { Story } from '../../../test/builders/story.builder.js';
import { TeamQueries } from '../../queries/team/team.queries.js';
import { HandInWorkLog } from './hand-in-work-log.use-case.js';
import { LogWork } from './log-work.use-case.js';
import { ReviewWorkLog } from './review-work-log.use-case.js';

let desk: SalesDesk;
let story: Story;
let team: TeamQueries;
const colleague = person('sales', 'salesperson');
beforeAll(async () => {
  desk = await salesDesk();
  story = new Story(desk);
  team = new TeamQueries(desk.platform.database, desk.platform.directory, desk.platform.clock);
  await seedPeople(desk.platform, [desk.seller, colleague]);
});
afterAll(() => desk.stop());

const call = { kind: 'CALL', minutes: 20, note: '回访老客户，了解经营情况' } as const;
const log = (change: object = {}, by = desk.seller) => desk.get(LogWork).execute(by, { ...call, ...change });
const handIn = (by = desk.seller, change: object = {}) =>
  desk.get(HandInWorkLog).execute(by, { summary: '回访与走访', tomorrow: '准备申请资料', ...change });
const today = () => desk.platform.clock.today();

describe('[2.5] the daily work', () => {
  test('is written down piece by piece, handed in, read and reviewed', async () => {
    const customerId = await story.customer();
    const logId = await log({ customerId });
    expect(await log({ kind: 'VISIT', minutes: 60, note: '走访批发市场' })).toBe(logId);
    expect(await team.withoutWorkLog(today())).toEqual([desk.seller.employeeId, colleague.employeeId].sort());
    await handIn();
    expect(await team.withoutWorkLog(today())).toEqual([colleague.employeeId]);
    await desk.get(ReviewWorkLog).execute(desk.manager, { workLogId: logId, comment: '继续跟进' });
    const { nodes } = await team.workLogs({ day: today() }, desk.manager);
    expect(nodes).toMatchObject([{ entries: [{ customerId, minutes: 20 }, { kind: 'VISIT' }], review: { comment: '继续跟进' } }]);
  });

  test('of a colleague is not for others to read, but for the manager', async () => {
    await log({}, colleague);
    const seen = async (by: typeof colleague) => (await team.workLogs({}, by)).nodes.map((one) => one.employeeId);
    expect(new Set(await seen(colleague))).toEqual(new Set([colleague.employeeId]));
    expect((await team.workLogs({ employeeId: colleague.employeeId }, desk.seller)).nodes).toEqual([]);
    expect(new Set(await seen(desk.manager))).toEqual(new Set([desk.seller.employeeId, colleague.employeeId]));
  });

  test('of one day is one log, even when two pieces come at once', async () => {
    const both = await Promise.allSettled([log({ day: addDays(today(), -1) }), log({ day: addDays(today(), -1) })]);
    const { nodes } = await team.workLogs({ day: addDays(today(), -1) }, desk.seller);
    expect(nodes).toHaveLength(1);
    expect(nodes[0]?.entries).toHaveLength(both.filter((one) => one.status === 'fulfilled').length);
  });

  test.each<[string, () => Promise<unknown>, string]>([
    ['on a log that is handed in', () => log(), 'WORK_LOG_HANDED_IN'],
    ['for tomorrow', () => log({ day: addDays(today(), 1) }), 'WORK_LOG_DAY'],
    ['for last month', () => log({ day: addDays(today(), -30) }), 'WORK_LOG_DAY'],
    ['without words', () => log({ note: '' }, colleague), 'REASON_REQUIRED'],
    ['[3.7] with a telephone number', () => log({ note: '致电 13800138000' }, colleague), 'PERSONAL_NUMBER_IN_TEXT'],
    ["[3.7] on another salesperson's customer", async () => log({ customerId: await theirs }, colleague), 'NOT_FOUND'],
    ['on an application that is not there', () => log({ applicationId: newId('app') }, colleague), 'NOT_FOUND'],
    ['[2.5] reviewed before it is handed in', async () => reviewOpen(), 'WORK_LOG_OPEN'],
  ])('is refused %s and changes nothing', async (_title, act, code) => {
    theirs ??= story.customer();
    await theirs;
    const before = await desk.snapshot();
    expect(await codesOf(act())).toEqual([code]);
    expect(await desk.snapshot()).toBe(before);
  });
});

let theirs: Promise<string>;

async function reviewOpen(): Promise<unknown> {
  const { nodes } = await team.workLogs({ employeeId: colleague.employeeId, day: today() }, desk.manager);
  return desk.get(ReviewWorkLog).execute(desk.manager, { workLogId: nodes[0]?.id ?? '', comment: '请尽快提交' });
}
