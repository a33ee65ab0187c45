import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { callsOf, certificateReminder, stillOwed } from './training-reminder.js';
import type { TrainingDeadline } from './training-reminder.js';

const deadline: TrainingDeadline = {
  ...{ kind: 'EVALUATION', about: 'tev_1', dueOn: parseLocalDate('2026-03-10'), aheadDays: 2 },
  ...{ ownerIds: ['emp_a'], superiorIds: ['emp_m'] },
};
const told = (change: Partial<TrainingDeadline>, today: string) =>
  callsOf({ ...deadline, ...change }, parseLocalDate(today)).map(
    ({ level, employeeId, escalated }) => `${level} ${employeeId}${escalated ? '!' : ''}`,
  );

describe('[6.7] who is told of a deadline', () => {
  test.each<[string, Partial<TrainingDeadline>, string, string[]]>([
    ['nobody three days ahead', {}, '2026-03-07', []],
    ['who owes it two days ahead', {}, '2026-03-08', ['SOON emp_a']],
    ['not yet the superior on the day', {}, '2026-03-10', ['SOON emp_a']],
    ['both the day after', {}, '2026-03-11', ['SOON emp_a', 'LATE emp_a', 'LATE emp_m!']],
    ['who owes it and is his own superior, once', { superiorIds: ['emp_a'] }, '2026-03-11', ['SOON emp_a', 'LATE emp_a']],
    ['the superior, when nobody owes it', { ownerIds: [] }, '2026-03-11', ['LATE emp_m!']],
    [
      'each once, named twice',
      { ownerIds: ['emp_a', 'emp_a'], superiorIds: ['emp_m', 'emp_m'] },
      '2026-03-11',
      ['SOON emp_a', 'LATE emp_a', 'LATE emp_m!'],
    ],
    ['nobody ahead, when no days are given', { aheadDays: 0 }, '2026-03-09', []],
  ])('%s', (_name, change, today, expected) => {
    expect(told(change, today)).toEqual(expected);
  });

  test('another day is another deadline', () => {
    const today = parseLocalDate('2026-03-20');
    const keys = (dueOn: string) => callsOf({ ...deadline, dueOn: parseLocalDate(dueOn) }, today).map((one) => one.key);
    expect(keys('2026-03-10').filter((key) => keys('2026-03-12').includes(key))).toEqual([]);
  });

  test.each([
    ['ahead', 30, '2026-02-08', 'SOON'],
    ['on its last day', 0, '2026-03-10', 'SOON'],
    ['when it has run out', 0, '2026-03-11', 'LATE'],
  ])('[6.4] the holder of a certificate alone, %s', (_name, daysBefore, today, level) => {
    const end = { about: 'ctf_1', employeeId: 'emp_a', expiresOn: deadline.dueOn, daysBefore };
    const reminder = certificateReminder(end, parseLocalDate(today));
    expect(reminder).toMatchObject({
      kind: 'CERTIFICATE',
      about: 'ctf_1',
      level,
      employeeId: 'emp_a',
      escalated: false,
      dueOn: '2026-03-10',
    });
    const others = [{ daysBefore: 7 }, { expiresOn: parseLocalDate('2027-03-10') }, { employeeId: 'emp_b' }, { about: 'ctf_2' }];
    for (const change of others) expect(certificateReminder({ ...end, ...change }, parseLocalDate(today)).key).not.toBe(reminder.key);
  });

  test.each([
    ['2026-03-10', true],
    ['2026-03-12', false],
    [null, false],
    [undefined, false],
  ])('owed until %s: still spoken of %s', (owedOn, expected) => {
    expect(stillOwed(deadline, owedOn as never)).toBe(expected);
  });
});
