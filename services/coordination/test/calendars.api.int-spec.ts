import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { person, seedPeople, testSubgraph, testToken } from '@weilend/testing';
import type { SubgraphUnderTest } from '@weilend/testing';
import { coordinationService } from '../src/coordination.module.js';

let co: SubgraphUnderTest;
const riskManager = person('risk', 'risk-manager');
const salesManager = person('sales', 'sales-manager');
const salesperson = person('sales', 'salesperson');
const financeOfficer = person('finance', 'finance-officer');
const auditor = person(null, 'auditor');
const coordinator = person('coordination', 'coordinator');
const people = [riskManager, salesManager, salesperson, financeOfficer, auditor, coordinator];

const ERRORS = 'userErrors { code rule field }';
const CONVENE = `mutation ($input: ConveneMeetingInput!) { conveneMeeting(input: $input) { meeting { id startsAt } ${ERRORS} } }`;
const CANCEL = `mutation ($input: CancelMeetingInput!) { cancelMeeting(input: $input) { meeting { state } ${ERRORS} } }`;
const RENEW = `mutation ($input: RenewMyCalendarUrlInput!) { renewMyCalendarUrl(input: $input) { calendarUrl ${ERRORS} } }`;

async function ask<T = Record<string, never>>(query: string, variables: object, as?: EmployeeActor): Promise<T> {
  const answer = await co.graph(query, variables as Record<string, unknown>, as);
  if (!answer.data || answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data as T;
}

async function convened(change: object = {}): Promise<string> {
  const input = { title: '授信; 分歧, 协调', agenda: ['授信额度', '责任人'], departments: ['RISK', 'SALES'], ...change };
  const { conveneMeeting } = await ask<{ conveneMeeting: { meeting: { id: string } } }>(CONVENE, { input }, riskManager);
  return conveneMeeting.meeting.id;
}

async function get(path: string, as?: EmployeeActor): Promise<{ status: number; type: string; lines: string[] }> {
  const headers: Record<string, string> = as ? { authorization: `Bearer ${await testToken(co.key, as)}` } : {};
  const response = await fetch(`${co.url}${path}`, { headers });
  const lines = (await response.text()).replaceAll('\r\n ', '').split('\r\n');
  return { status: response.status, type: response.headers.get('content-type') ?? '', lines };
}

/** The signed address as the service itself sees it, without the gateway. */
async function feedOf(as: EmployeeActor): Promise<string> {
  const { myCalendarUrl } = await ask<{ myCalendarUrl: string }>('{ myCalendarUrl }', {}, as);
  return pathOf(myCalendarUrl);
}

const pathOf = (address: string): string => new URL(address).pathname + new URL(address).search;

beforeAll(async () => {
  co = await testSubgraph(coordinationService);
  await seedPeople(co.platform, people);
});
afterAll(() => co.stop());

describe('[8.1] the calendar of a meeting', () => {
  test('is a file that calendar programs read, the same event when it is cancelled', async () => {
    const id = await convened();
    const file = await get(`/calendars/meetings/${id}.ics`, salesManager);
    expect([file.status, file.type]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(file.lines).toEqual(
      expect.arrayContaining([
        'METHOD:PUBLISH',
        `UID:${id}@weilend`,
        'SEQUENCE:0',
        'SUMMARY:授信\\; 分歧\\, 协调',
        'STATUS:CONFIRMED',
        'TZID:Asia/Shanghai',
      ]),
    );
    await ask(CANCEL, { input: { meetingId: id, reason: '已电话解决' } }, riskManager);
    const { lines } = await get(`/calendars/meetings/${id}.ics`, salesManager);
    expect(lines).toEqual(expect.arrayContaining(['METHOD:CANCEL', `UID:${id}@weilend`, 'SEQUENCE:1', 'STATUS:CANCELLED']));
    expect(lines.find((line) => line.startsWith('DESCRIPTION'))).toContain('取消原因：已电话解决');
  });

  test.each([
    ['the coordinator', coordinator, 200],
    ['an auditor', auditor, 200],
    ['a department that is not called', financeOfficer, 404],
    ['a salesperson who is not invited', salesperson, 404],
    ['nobody', undefined, 401],
  ])('[3.7] for %s: %s', async (_name, as, status) => {
    expect((await get(`/calendars/meetings/${await convened()}.ics`, as)).status).toBe(status);
  });

  test.each([
    ['a meeting nobody knows', `/calendars/meetings/${newId('mtg')}.ics`],
    ['no id', '/calendars/meetings/x.ics'],
    ['another ending', `/calendars/meetings/${newId('mtg')}.txt`],
  ])('is not found: %s', async (_name, path) => {
    expect((await get(path, coordinator)).status).toBe(404);
  });
});

describe('[8.1] a person’s own calendar', () => {
  test('holds the meetings he is invited to, cancelled ones too, by token or by its signed address', async () => {
    const [mine, cancelled] = [
      await convened({ guestIds: [salesperson.employeeId] }),
      await convened({ guestIds: [salesperson.employeeId] }),
    ];
    const foreign = await convened();
    await ask(CANCEL, { input: { meetingId: cancelled, reason: '重复' } }, riskManager);
    for (const { status, lines } of [await get('/calendars/me.ics', salesperson), await get(await feedOf(salesperson))]) {
      expect(status).toBe(200);
      expect(lines).toEqual(expect.arrayContaining([`UID:${mine}@weilend`, `UID:${cancelled}@weilend`, 'STATUS:CANCELLED']));
      expect(lines).not.toContain(`UID:${foreign}@weilend`);
    }
  });

  test('its address is void once it is renewed, and only for him who renewed', async () => {
    const [old, ofOthers] = [await feedOf(riskManager), await feedOf(salesManager)];
    const input = { requestKey: 'lost-phone' };
    const { renewMyCalendarUrl } = await ask<{ renewMyCalendarUrl: { calendarUrl: string } }>(RENEW, { input }, riskManager);
    expect((await get(old)).status).toBe(401);
    expect((await get(pathOf(renewMyCalendarUrl.calendarUrl))).status).toBe(200);
    expect((await get(ofOthers)).status).toBe(200);
    expect(await ask(RENEW, { input }, riskManager)).toEqual({ renewMyCalendarUrl: { ...renewMyCalendarUrl, userErrors: [] } });
  });

  test('its address is void when the person has left', async () => {
    const leaver = person('hr', 'hr-manager');
    await seedPeople(co.platform, [leaver]);
    const address = await feedOf(leaver);
    expect((await get(address)).status).toBe(200);
    await co.platform.work.run({ actor: { kind: 'service', service: 'coordination' }, operation: 'leave' }, (tx) =>
      co.platform.directory.deactivate(leaver.employeeId, tx),
    );
    expect((await get(address)).status).toBe(401);
  });

  test.each([
    ['another person', (path: string) => path.replace(/person=[^&]+/, `person=${salesManager.employeeId}`)],
    ['another serial', (path: string) => path.replace(/serial=\d+/, 'serial=7')],
    ['a serial that is no number', (path: string) => path.replace(/serial=\d+/, 'serial=-1')],
    ['another signature', (path: string) => path.replace(/sig=.{4}/, 'sig=AAAA')],
    ['no signature', (path: string) => path.replace(/sig=[^&]+/, 'sig=')],
    ['two signatures', (path: string) => `${path}&sig=x`],
    ['nothing at all', () => '/calendars/me.ics'],
  ])('[3.7] is shut to an address with %s', async (_name, change) => {
    expect((await get(change(await feedOf(salesperson)))).status).toBe(401);
  });
});
