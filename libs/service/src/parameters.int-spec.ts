import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { ParameterKey } from '@weilend/contracts';
import type { LocalDate } from '@weilend/kernel';
import { testPlatform } from '@weilend/testing';
import type { PlatformUnderTest } from '@weilend/testing';

const ON = '2026-06-15' as LocalDate;
/** Of one key, two values that begin on one day, and one of the future; another key with one value. */
const ROWS: readonly (readonly [key: ParameterKey, effectiveFrom: string, value: string])[] = [
  ['escalation.reminder-at', '2026-01-01', '0.5'],
  ['escalation.reminder-at', '2026-06-01', '0.7'],
  ['escalation.reminder-at', '2026-06-01', '0.8'],
  ['escalation.reminder-at', '2026-12-01', '0.9'],
  ['retention.recording-years', '2026-06-15', '5'],
];

let p: PlatformUnderTest;
beforeAll(async () => {
  p = await testPlatform('risk');
  const rows = p.database.collection<{ _id: string }>('parameters');
  await rows.deleteMany({});
  await rows.insertMany(ROWS.map(([key, effectiveFrom, value], no) => ({ _id: `prm_${no}`, key, effectiveFrom, value })));
});
afterAll(() => p.stop());

describe('[1.2] the value in force on a date', () => {
  test.each<[string, ParameterKey, string, string]>([
    ['the day before the next value', 'escalation.reminder-at', '2026-05-31', '0.5'],
    ['the last of those that begin on the day', 'escalation.reminder-at', '2026-06-01', '0.8'],
    ['long after, until another begins', 'escalation.reminder-at', '2026-11-30', '0.8'],
    ['one of the future on its day', 'escalation.reminder-at', '2026-12-01', '0.9'],
    ['on its first day', 'retention.recording-years', '2026-06-15', '5'],
  ])('%s', async (_title, key, on, value) => {
    expect(await p.parameters.text(key, on as LocalDate)).toBe(value);
  });

  test.each<[string, ParameterKey, string]>([
    ['before its first day', 'retention.recording-years', '2026-06-14'],
    ['never published', 'calendar.holidays', '2026-06-15'],
  ])('%s: unknown', async (_title, key, on) => {
    await expect(p.parameters.text(key, on as LocalDate)).rejects.toMatchObject({ code: 'PARAMETER_UNKNOWN', data: { key, on } });
  });

  test('what is asked for at one moment is one question a day, and one unknown value spoils no other', async () => {
    const asked = jest.spyOn(p.database, 'collection');
    const answers = await Promise.allSettled([
      p.parameters.text('escalation.reminder-at', ON),
      p.parameters.number('retention.recording-years', ON),
      p.parameters.texts(['escalation.reminder-at', 'retention.recording-years'], ON),
      p.parameters.text('calendar.holidays', ON),
      p.parameters.text('escalation.reminder-at', '2026-02-01' as LocalDate),
    ]);
    expect(asked).toHaveBeenCalledTimes(2);
    asked.mockRestore();
    expect(answers).toEqual([
      { status: 'fulfilled', value: '0.8' },
      { status: 'fulfilled', value: 5 },
      { status: 'fulfilled', value: { 'escalation.reminder-at': '0.8', 'retention.recording-years': '5' } },
      { status: 'rejected', reason: expect.objectContaining({ code: 'PARAMETER_UNKNOWN' }) },
      { status: 'fulfilled', value: '0.5' },
    ]);
  });

  test('a value that comes counts from the next question on', async () => {
    expect(await p.parameters.text('retention.recording-years', '2026-07-01' as LocalDate)).toBe('5');
    const row = { _id: 'prm_new', key: 'retention.recording-years', value: '6', effectiveFrom: '2026-07-01' };
    await p.work.run({ actor: { kind: 'service', service: 'risk' }, operation: 'apply' }, (tx) => p.parameters.apply(row, tx));
    expect(await p.parameters.text('retention.recording-years', '2026-07-01' as LocalDate)).toBe('6');
  });
});
