import { describe, expect, test } from '@jest/globals';
import { addDays, parseLocalDate } from '@weilend/kernel';
import { codeOf } from '../../test/builders/refusal.builder.js';
import { countsFrom, requireRecent } from './late-record.js';

const today = parseLocalDate('2026-11-25');
const at = (time: string): Date => new Date(`2026-11-25T${time}:00Z`);

describe('[1.6] what took place may be recorded', () => {
  test.each<[string, number, number, string]>([
    ['on its day', 0, 3, 'none'],
    ['on the last day of the rule', -3, 3, 'none'],
    ['a day after that', -4, 3, 'RECORDED_TOO_LATE'],
    ['years later', -800, 3, 'RECORDED_TOO_LATE'],
    ['only on its day, when the rule says so', 0, 0, 'none'],
    ['not the day after, when the rule says so', -1, 0, 'RECORDED_TOO_LATE'],
    ['of a day to come: others judge that', 1, 3, 'none'],
  ])('%s', (_title, days, lateDays, code) => {
    expect(codeOf(() => requireRecent(addDays(today, days), { today, lateDays }, 'visitedOn'))).toBe(code);
  });

  test('the refusal says from which day on it could have been', () => {
    expect(() => requireRecent(parseLocalDate('2026-11-01'), { today, lateDays: 3 }, 'heldAt')).toThrow(
      expect.objectContaining({ data: { on: '2026-11-01', from: '2026-11-22' }, field: 'heldAt' }),
    );
  });
});

describe('[1.6] an answer counts', () => {
  test.each<[string, { recordedAt: string; promptUntil?: string; dueAt?: string | null }, string]>([
    ['from when it took place, recorded at once', { recordedAt: '01:00' }, '01:00'],
    ['from when it took place, recorded within the hour', { recordedAt: '01:59' }, '01:00'],
    ['from when it took place, recorded at the last moment of the hour', { recordedAt: '02:00' }, '01:00'],
    ['from its record, an hour and a minute later', { recordedAt: '02:01' }, '02:01'],
    ['from its record, once the promise is over', { recordedAt: '01:30', dueAt: '01:29' }, '01:30'],
    ['from when it took place, at the moment of the promise', { recordedAt: '01:30', dueAt: '01:30' }, '01:00'],
    ['from its record, when it was late itself', { recordedAt: '01:10', dueAt: '00:30' }, '01:10'],
    ['from its record when it comes late, though nothing was promised', { recordedAt: '05:00', dueAt: null }, '05:00'],
    ['from when it took place when nothing was promised', { recordedAt: '01:10', dueAt: null }, '01:00'],
    ['from when it took place, over a night that does not count', { recordedAt: '09:00', promptUntil: '10:00', dueAt: '12:00' }, '01:00'],
  ])('%s', (_title, { recordedAt, promptUntil = '02:00', dueAt = '04:00' }, expected) => {
    const told = { at: at('01:00'), recordedAt: at(recordedAt), promptUntil: at(promptUntil), dueAt: dueAt === null ? null : at(dueAt) };
    expect(countsFrom(told)).toEqual(at(expected));
  });

  test('never in time once the promise is over, whatever is told', () => {
    for (let minute = 0; minute < 60; minute++) {
      const told = {
        at: at('00:00'),
        recordedAt: at(`04:${String(minute).padStart(2, '0')}`),
        promptUntil: at('23:00'),
        dueAt: at('03:59'),
      };
      expect(countsFrom(told) > told.dueAt).toBe(true);
    }
  });
});
