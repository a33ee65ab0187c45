import { describe, expect, test } from '@jest/globals';
import { callsOf, soonAt, stillOwed } from './reminder.js';
import type { Deadline, Reminder } from './reminder.js';

const deadline: Deadline = {
  ...{ kind: 'PROBLEM', about: 'prb_1', ownerId: 'emp_1', escalates: true },
  ...{ soonAt: new Date('2026-11-23T06:00:00Z'), dueAt: new Date('2026-11-23T10:00:00Z') },
};
const told = (change: Partial<Deadline>, now: string, managers: readonly string[] = ['emp_9']) =>
  callsOf({ ...deadline, ...change }, managers, new Date(now)).map(({ level, employeeId }) => `${level} ${employeeId}`);

describe('[1.6, 2.5] who is told of a deadline', () => {
  test.each<[string, Partial<Deadline>, string, string[]]>([
    ['nobody long before', {}, '2026-11-23T05:59:59Z', []],
    ['the owner when most of the time is over', {}, '2026-11-23T06:00:00Z', ['SOON emp_1']],
    ['not yet the manager', {}, '2026-11-23T09:59:59Z', ['SOON emp_1']],
    ['the owner and the manager when it has passed', {}, '2026-11-23T10:00:00Z', ['SOON emp_1', 'LATE emp_1', 'LATE emp_9']],
    ['the owner alone where many small ones run late', { escalates: false }, '2026-11-24T10:00:00Z', ['SOON emp_1', 'LATE emp_1']],
    ['the manager when nobody has it, once late', { ownerId: null }, '2026-11-23T10:00:00Z', ['LATE emp_9']],
    ['nobody when nobody has it and it is not late', { ownerId: null }, '2026-11-23T09:00:00Z', []],
    ['the manager who owes it himself, as an owner only', { ownerId: 'emp_9' }, '2026-11-23T10:00:00Z', ['SOON emp_9', 'LATE emp_9']],
  ])('%s', (_title, change, now, expected) => {
    expect(told(change, now)).toEqual(expected);
  });

  test('a moved deadline is another: its calls have other keys', () => {
    const now = new Date('2026-11-25T10:00:00Z');
    const keys = (dueAt: string) => callsOf({ ...deadline, dueAt: new Date(dueAt) }, [], now).map((one) => one.key);
    expect(keys('2026-11-23T10:00:00Z').filter((key) => keys('2026-11-24T10:00:00Z').includes(key))).toEqual([]);
  });

  test('the moment after three quarters of the time', () => {
    expect(soonAt(new Date('2026-11-23T02:00:00Z'), new Date('2026-11-23T06:00:00Z'), 0.75)).toEqual(new Date('2026-11-23T05:00:00Z'));
  });
});

describe('[1.6] a reminder ends', () => {
  const [call] = callsOf(deadline, [], deadline.dueAt);
  const reminder = { id: 'rem_1', version: 1, ...call, raisedAt: deadline.soonAt, seenAt: null, endedAt: null } as Reminder;

  test.each<[string, Deadline | undefined, Partial<Reminder>, boolean]>([
    ['not while the same is owed', deadline, {}, true],
    ['when it was kept', undefined, {}, false],
    ['when the deadline was moved', { ...deadline, dueAt: new Date('2026-11-30T10:00:00Z') }, {}, false],
    ['when a colleague has it now', { ...deadline, ownerId: 'emp_2' }, {}, false],
    ['but not for the manager, whoever has it', { ...deadline, ownerId: 'emp_2' }, { employeeId: 'emp_9', escalated: true }, true],
  ])('%s', (_title, now, change, owed) => {
    expect(stillOwed({ ...reminder, ...change }, now)).toBe(owed);
  });
});
