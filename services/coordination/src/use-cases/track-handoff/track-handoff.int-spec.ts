import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { seedParameters } from '@weilend/testing';
import { coordinationUnderTest, decision } from '../../../test/builders/coordination.builder.js';
import type { CoordinationUnderTest } from '../../../test/builders/coordination.builder.js';
import { at, shown } from '../../domain/__cases__/calendar.cases.js';

let co: CoordinationUnderTest;
beforeAll(async () => {
  co = await coordinationUnderTest();
});
afterAll(() => co.stop());

const MONDAY = at('2026-11-23 09:00');

describe('[8.3] the board follows the departments', () => {
  test('a handoff is opened with its deadline in working time, and its alarm is set', async () => {
    const work = decision(co.source, MONDAY);
    expect(await co.inbox.receive(work.opening)).toBe('applied');
    const row = await co.row(work.handoffId);
    expect(row).toMatchObject({
      kind: 'HANDOFF',
      type: 'decide-application',
      from: 'risk',
      to: 'approval',
      state: 'OPEN',
      subject: work.applicationId,
    });
    expect(shown(row.dueAt)).toBe('2026-11-24 18:00');
    expect(co.alarms.pending.at(-1)).toEqual({ handoffId: work.handoffId, at: row.levels[0]?.at });
  });

  test.each(['completed', 'returned', 'recalled'] as const)('%s before or after the opening ends in the same row', async (word) => {
    const rows = [];
    for (const order of ['opening first', 'closing first']) {
      const work = decision(co.source, MONDAY);
      const closing = work[word](at('2026-11-24 10:00'));
      const messages = order === 'opening first' ? [work.opening, closing] : [closing, work.opening];
      for (const message of messages) expect(await co.inbox.receive(message)).toBe('applied');
      const { id, subject, version, ...row } = await co.row(work.handoffId);
      expect([id, subject, version]).toEqual([work.handoffId, work.applicationId, 2]);
      rows.push(row);
    }
    expect(rows[0]).toEqual(rows[1]);
    expect(rows[0]).toMatchObject({ state: word.toUpperCase(), nextLevelAt: null });
  });

  test('opening and closing word that arrive in the same moment both count', async () => {
    for (let round = 0; round < 8; round++) {
      const work = decision(co.source, MONDAY);
      await Promise.all([co.inbox.receive(work.opening), co.inbox.receive(work.completed(at('2026-11-24 10:00')))]);
      expect(await co.row(work.handoffId)).toMatchObject({ state: 'COMPLETED', openedAt: MONDAY, nextLevelAt: null });
    }
  });

  test.each(['sales', 'risk', 'finance'] as const)('only the receiver closes its work, not %s', async (department) => {
    const work = decision(co.source, MONDAY);
    await co.inbox.receive(work.opening);
    const facts = { handoffId: work.handoffId, handoff: 'decide-application', at: at('2026-11-23 10:00').toISOString(), result: {} };
    await co.inbox.receive(co.source.event(`${department}.handoff-completed.v1`, work.applicationId, facts, work.handoffId));
    expect(await co.row(work.handoffId)).toMatchObject({ state: 'OPEN', closing: null });
  });

  test('messages that come twice change nothing', async () => {
    const work = decision(co.source, MONDAY);
    const closing = work.completed(at('2026-11-24 10:00'));
    for (const message of [work.opening, closing, work.opening, closing]) await co.inbox.receive(message);
    expect(await co.row(work.handoffId)).toMatchObject({ state: 'COMPLETED', version: 2 });
    expect(await co.platform.database.collection('event_log').countDocuments({ subject: work.applicationId })).toBe(2);
  });

  test('work that comes back to sales belongs to the salesperson of the application', async () => {
    const applicationId = newId('app');
    const id = newId('hof');
    const salespersonId = co.staff.salesperson.employeeId;
    const message = co.source.handoff('inform-customer', 'approval', {
      id,
      subject: applicationId,
      data: {
        applicationId,
        participants: [{ role: 'SALESPERSON', employeeId: salespersonId }],
        decisionId: newId('dec'),
        result: 'REJECTED',
      },
    });
    await co.inbox.receive(message);
    expect(await co.row(id)).toMatchObject({ ownerId: salespersonId, to: 'sales' });
  });
});

describe('[1.2] parameters', () => {
  test('a handoff that arrives before the parameters waits for them and is never returned by coordination', async () => {
    const bare = await coordinationUnderTest();
    await bare.platform.database.collection('parameters').deleteMany({});
    const work = decision(bare.source, MONDAY);
    expect(await bare.inbox.receive(work.opening)).toBe('waiting');
    expect(await bare.sent('coordination.handoff-returned.v1')).toEqual([]);
    await seedParameters(bare.platform, { 'deadline.decide-application': '1d' });
    await bare.inbox.sweep();
    expect(shown((await bare.row(work.handoffId)).dueAt)).toBe('2026-11-23 18:00');
    await bare.stop();
  });

  test('the calendar in force on the day counts: over the National Day week', async () => {
    const holiday = await coordinationUnderTest();
    await holiday.platform.database.collection('parameters').deleteMany({});
    await seedParameters(holiday.platform, {
      'calendar.holidays': JSON.stringify(Array.from({ length: 7 }, (_, day) => `2026-10-0${day + 1}`)),
    });
    const work = decision(holiday.source, at('2026-09-30 16:00'));
    await holiday.inbox.receive(work.opening);
    const row = await holiday.row(work.handoffId);
    expect(shown(row.dueAt)).toBe('2026-10-09 16:00');
    expect(row.levels.map((level) => shown(level.at))).toEqual([
      '2026-10-09 10:45',
      '2026-10-09 16:00',
      '2026-10-12 16:00',
      '2026-10-13 16:00',
    ]);
    await holiday.stop();
  });
});

describe('[8.3] major matters meet at once', () => {
  test.each([
    ['at the threshold', 100_000_000, 0],
    ['above it', 100_000_001, 1],
  ])('an amount %s', async (_name, amountFen, expected) => {
    const work = decision(co.source, MONDAY, { amountFen });
    await co.inbox.receive(work.opening);
    const found = (await co.meetingRows()).filter((meeting) => meeting.causeKey === `amount:${work.handoffId}`);
    expect(found).toHaveLength(expected);
  });

  test.each([
    ['HIGH', 1],
    ['MEDIUM', 0],
  ] as const)('a %s alert', async (level, expected) => {
    const alertId = newId('alt');
    const alert = { alertId, category: 'CREDIT' as const, level, aboutId: newId('app'), raisedBy: 'employee:emp_1' };
    await co.inbox.receive(co.source.event('risk.alert-raised.v1', alertId, alert));
    const found = (await co.meetingRows()).filter((meeting) => meeting.causeKey === `alert:${alertId}`);
    expect(found).toHaveLength(expected);
    for (const meeting of found) {
      expect(meeting).toMatchObject({ state: 'CONVENED', departments: ['risk', 'sales', 'finance'], subject: alert.aboutId });
      expect(meeting.participants).toEqual(
        [co.staff['risk-manager'], co.staff['sales-manager'], co.staff['finance-manager']].map((p) => p.employeeId),
      );
    }
  });
});

describe('[8.3] one application through the departments', () => {
  /** All orders of 0..n-1, of which every `step`-th is tried. */
  const orders = (n: number, step: number): number[][] => {
    const all = (rest: number[]): number[][] =>
      rest.length === 0 ? [[]] : rest.flatMap((head) => all(rest.filter((x) => x !== head)).map((tail) => [head, ...tail]));
    return all(Array.from({ length: n }, (_, index) => index)).filter((_, index) => index % step === 0);
  };
  const line = () => {
    const work = decision(co.source, MONDAY);
    const inform = newId('hof');
    const { applicationId } = work;
    const told = { applicationId, participants: [], decisionId: newId('dec'), result: 'REJECTED' as const };
    const informing = {
      ...co.source.handoff('inform-customer', 'approval', { id: inform, subject: applicationId, data: told }),
      time: at('2026-11-23 15:00').toISOString(),
    };
    // The lanes: risk says one thing, approval two in a row, sales two in a row.
    const messages = [
      work.opening,
      informing,
      work.completed(at('2026-11-23 15:00')),
      co.source.event('sales.customer-informed.v1', applicationId, {
        applicationId,
        topic: 'decision',
        informedBy: newId('emp'),
        informedAt: '2026-11-24T02:00:00.000Z',
      }),
      co.source.event(
        'sales.handoff-completed.v1',
        applicationId,
        { handoffId: inform, handoff: 'inform-customer', at: at('2026-11-24 10:00').toISOString(), result: {} },
        inform,
      ),
    ];
    return { messages, ids: [work.handoffId, inform] };
  };

  /** One application with its messages in that order; what the board shows of it in the end. */
  const play = async (order: readonly number[]): Promise<string> => {
    const { messages, ids } = line();
    for (const place of order) await co.inbox.receive(messages[place] as (typeof messages)[number]);
    const rows = [];
    for (const id of ids) rows.push(await co.row(id));
    return JSON.stringify(
      rows.map(({ state, dueAt, levels, nextLevelAt, workedMs, closing }) => ({ state, dueAt, levels, nextLevelAt, workedMs, closing })),
    );
  };

  test('whatever order the messages arrive in, the board ends the same and nothing is set aside', async () => {
    const ends = new Set(await Promise.all(orders(5, 9).map(play)));
    expect(ends.size).toBe(1);
    expect(JSON.parse([...ends][0] ?? '[]')).toMatchObject([{ state: 'COMPLETED' }, { state: 'COMPLETED' }]);
    expect(await co.platform.database.collection('inbox').countDocuments({ state: { $nin: ['applied', 'old'] } })).toBe(0);
  });
});
