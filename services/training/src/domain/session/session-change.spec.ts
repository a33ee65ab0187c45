import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { cancelSession, costSession, rescheduleSession } from './session-change.js';
import { planSession, recordAttendance } from './training-session.js';
import type { TrainingSession } from './training-session.js';

const today = parseLocalDate('2026-03-02');
const at = new Date('2026-03-02T02:00:00Z');
const why = { reason: '讲师出差，改期举行', by: 'emp_m', at };
const planned: TrainingSession = {
  ...planSession({
    ...{ id: 'trs_1', planId: 'tpl_1', topic: 'PRODUCT', title: '新产品', kind: 'INTERNAL', trainerId: 'emp_t', hours: 4 },
    ...{ institution: null, resource: null, mode: null, heldOn: parseLocalDate('2026-03-10'), capacity: 20 },
  }),
  ...{ seatsTaken: 12, waitingCount: 0 },
};
const study = planSession({
  ...{ id: 'trs_2', planId: 'tpl_1', topic: 'LAW', title: '法规', kind: 'ONLINE', trainerId: null, hours: 4, institution: null },
  ...{ resource: 'https://learn.example.com', mode: null, heldOn: parseLocalDate('2026-03-10') },
});

describe('[6.3] a training is moved with a reason', () => {
  test('what is left out stays, and the change is kept', () => {
    const moved = rescheduleSession(planned, { heldOn: parseLocalDate('2026-04-01'), capacity: 25 }, { ...why, today });
    expect(moved).toMatchObject({ heldOn: '2026-04-01', capacity: 25, title: '新产品', seatsTaken: 12, state: 'PLANNED' });
    expect(moved.changes).toEqual([{ kind: 'RESCHEDULED', ...why, from: '2026-03-10', to: '2026-04-01' }]);
  });

  test('[6.5] self-study ends no earlier than it begins', () => {
    expect(rescheduleSession(study, { heldOn: parseLocalDate('2026-04-01') }, { ...why, today }).untilOn).toBe('2026-04-01');
    const longer = rescheduleSession(study, { untilOn: parseLocalDate('2026-05-01') }, { ...why, today });
    expect(longer).toMatchObject({ heldOn: '2026-03-10', untilOn: '2026-05-01' });
    expect(rescheduleSession(longer, { heldOn: parseLocalDate('2026-04-01') }, { ...why, today }).untilOn).toBe('2026-05-01');
  });

  test.each<[string, object, object, string]>([
    ['into the past', { heldOn: parseLocalDate('2026-03-01') }, {}, 'SESSION_IN_THE_PAST'],
    ['into another year than its plan', { heldOn: parseLocalDate('2027-01-04') }, {}, 'SESSION_OUTSIDE_PLAN'],
    ['to fewer seats than are taken', { capacity: 11 }, {}, 'SESSION_CAPACITY_BELOW_SEATS'],
    ['to no seats', { capacity: 0 }, {}, 'SESSION_CAPACITY_INVALID'],
    ['to half a time', { startsAt: '09:00' }, {}, 'SESSION_TIME_INVALID'],
    ['without a reason', { capacity: 30 }, { reason: ' ' }, 'SESSION_REASON_MISSING'],
    ['with next to none', { capacity: 30 }, { reason: '改期' }, 'SESSION_REASON_MISSING'],
  ])('refused: %s', (_name, move, of, code) => {
    expect(() => rescheduleSession(planned, move, { ...why, today, ...of })).toThrow(code);
  });
});

describe('[6.3] after its day a training is not moved out of sight', () => {
  const nextDay = { ...why, today: parseLocalDate('2026-03-11') };
  const longer = rescheduleSession(study, { untilOn: parseLocalDate('2026-05-01') }, { ...why, today });

  test.each<[string, TrainingSession, object]>([
    ['to a later day', planned, { heldOn: parseLocalDate('2026-04-01') }],
    ['to another room', planned, { place: '二楼' }],
    ['to more seats', planned, { capacity: 30 }],
    ['nor self-study that has ended', study, { untilOn: parseLocalDate('2026-05-01') }],
  ])('refused: %s', (_name, session, move) => {
    expect(() => rescheduleSession(session, move, nextDay)).toThrow('SESSION_DAY_OVER');
  });

  test('on its day, and within the days of self-study, it still is', () => {
    const onDay = { ...why, today: parseLocalDate('2026-03-10') };
    expect(rescheduleSession(planned, { heldOn: parseLocalDate('2026-04-01') }, onDay).heldOn).toBe('2026-04-01');
    expect(rescheduleSession(longer, { untilOn: parseLocalDate('2026-05-08') }, nextDay).untilOn).toBe('2026-05-08');
  });
});

describe('[6.3] a training is cancelled with a reason, before it is held', () => {
  test('nobody has a seat any more', () => {
    expect(cancelSession(planned, { ...why, today })).toMatchObject({
      state: 'CANCELLED',
      seatsTaken: 0,
      waitingCount: 0,
      changes: [{ kind: 'CANCELLED' }],
    });
  });

  const held = recordAttendance(planned, ['emp_a']);
  test.each([
    ['cancelled without a reason', () => cancelSession(planned, { ...why, today, reason: '' }), 'SESSION_REASON_MISSING'],
    ['cancelled twice', () => cancelSession(cancelSession(planned, { ...why, today }), { ...why, today }), 'ILLEGAL_TRANSITION'],
    ['cancelled after it was held', () => cancelSession(held, { ...why, today }), 'ILLEGAL_TRANSITION'],
    ['moved after it was held', () => rescheduleSession(held, { capacity: 30 }, { ...why, today }), 'ILLEGAL_TRANSITION'],
    [
      'moved after it was cancelled',
      () => rescheduleSession(cancelSession(planned, { ...why, today }), {}, { ...why, today }),
      'ILLEGAL_TRANSITION',
    ],
    ['costed after it was cancelled', () => costSession(cancelSession(planned, { ...why, today }), 1, why), 'ILLEGAL_TRANSITION'],
    ['costed without a reason', () => costSession(planned, 1, { ...why, reason: '' }), 'SESSION_REASON_MISSING'],
  ])('refused: %s', (_name, act, code) => {
    expect(act).toThrow(code);
  });

  const over = { ...why, today: parseLocalDate('2026-03-11') };
  test('[6.7] after its day it is written down as not held, by somebody else than its trainer, who would owe its evaluation', () => {
    expect(cancelSession(planned, over)).toMatchObject({ state: 'CANCELLED', changes: [{ kind: 'NOT_HELD', by: 'emp_m' }] });
    expect(() => cancelSession(planned, { ...over, by: 'emp_t' })).toThrow('SESSION_NOT_HELD_BY_TRAINER');
    const onDay = { ...over, by: 'emp_t', today: parseLocalDate('2026-03-10') };
    expect(cancelSession(planned, onDay).changes).toMatchObject([{ kind: 'CANCELLED' }]);
  });

  test('what it cost may be said after it was held', () => {
    expect(costSession(held, 1_200, why)).toMatchObject({ costFen: 1_200, state: 'HELD', changes: [{ kind: 'COST' }] });
  });
});
