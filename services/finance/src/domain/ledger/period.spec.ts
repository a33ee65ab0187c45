import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { checkClosable, monthOf, periodOf } from './period.js';
import type { BooksStanding } from './period.js';

const on = parseLocalDate;
const ready: BooksStanding = {
  today: on('2026-11-02'),
  newest: { month: '2026-09', state: 'CLOSED' },
  firstEntryOn: on('2026-01-15'),
  lastClosedDay: on('2026-11-01'),
  setAside: 0,
  check: { on: on('2026-11-01'), differences: 0 },
  latest: { on: on('2026-11-01'), differences: 0 },
};
const close = (change: Partial<BooksStanding> = {}, month = '2026-10'): string => {
  try {
    checkClosable(periodOf(month), { ...ready, ...change });
    return 'closable';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

test.each([
  ['2026-10', '2026-10-01', '2026-10-31'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2026-12', '2026-12-01', '2026-12-31'],
])('%s is from %s through %s', (month, from, through) => {
  expect(periodOf(month)).toEqual({ month, from, through });
  expect(monthOf(on(through))).toBe(month);
});

test.each(['', '2026', '2026-13', '2026-00', '2026-1', '26-10', '2026-10-01', '2026/10', ' 2026-10'])('[input] %j is no month', (month) => {
  expect(close({}, month)).toBe('PERIOD_INVALID');
});

describe('[7.3] a month is closed', () => {
  test.each<[string, Partial<BooksStanding>, string?]>([
    ['when the one before is closed and everything is in order', {}],
    [
      'on the first day after it',
      { today: on('2026-11-01'), lastClosedDay: on('2026-10-31'), check: { on: on('2026-10-31'), differences: 0 } },
    ],
    ['as the first one, when nothing was booked before it', { newest: null, firstEntryOn: on('2026-10-07') }],
    ['also when nothing was ever booked', { newest: null, firstEntryOn: null }],
    ['over a turn of the year', { newest: { month: '2025-12', state: 'CLOSED' } }, '2026-01'],
  ])('%s', (...[_title, change, month]) => expect(close(change, month)).toBe('closable'));

  test.each<[string, Partial<BooksStanding>, string, string?]>([
    ['it is closed', {}, 'PERIOD_ALREADY_CLOSED', '2026-09'],
    ['a later check of what has moved found a difference', { latest: { on: on('2026-11-01'), differences: 1 } }, 'PERIOD_BOOKS_DIFFER'],

    ['it is older than the closed one', {}, 'PERIOD_ALREADY_CLOSED', '2026-01'],
    ['it is being closed', { newest: { month: '2026-10', state: 'CLOSING' } }, 'PERIOD_ALREADY_CLOSED'],
    ['a month between is open', {}, 'PERIOD_EARLIER_OPEN', '2026-11'],
    ['the month before is still being closed', { newest: { month: '2026-09', state: 'CLOSING' } }, 'PERIOD_EARLIER_OPEN'],
    ['entries are older and nothing is closed', { newest: null }, 'PERIOD_EARLIER_OPEN'],
    ['it runs', { today: on('2026-10-31') }, 'PERIOD_NOT_OVER'],
    ['it has not begun', { newest: { month: '2026-11', state: 'CLOSED' } }, 'PERIOD_NOT_OVER', '2026-12'],
    ['no day was ever closed', { lastClosedDay: null }, 'PERIOD_DAY_OPEN'],
    ['its last day is open', { lastClosedDay: on('2026-10-30') }, 'PERIOD_DAY_OPEN'],
    ['a loan is set aside', { setAside: 1 }, 'PERIOD_LOANS_SET_ASIDE'],
    ['the books were never checked', { check: null }, 'PERIOD_NOT_CHECKED'],
    ['the last check was before its end', { check: { on: on('2026-10-30'), differences: 0 } }, 'PERIOD_NOT_CHECKED'],
    ['the last check found a difference', { check: { on: on('2026-11-01'), differences: 1 } }, 'PERIOD_BOOKS_DIFFER'],
  ])('never while %s', (...[_title, change, code, month]) => expect(close(change, month)).toBe(code));

  test('names the first day that is open', () => {
    const open = (lastClosedDay: BooksStanding['lastClosedDay']) => () => checkClosable(periodOf('2026-10'), { ...ready, lastClosedDay });
    expect(open(on('2026-10-28'))).toThrow(expect.objectContaining({ data: { month: '2026-10', day: '2026-10-29' } }));
    expect(open(null)).toThrow(expect.objectContaining({ data: { month: '2026-10', day: '2026-10-01' } }));
  });
});
