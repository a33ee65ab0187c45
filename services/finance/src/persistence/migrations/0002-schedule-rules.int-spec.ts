import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { testPlatform } from '@weilend/testing';
import type { PlatformUnderTest } from '@weilend/testing';
import { PLAIN_RULES } from '../../domain/schedule/schedule-rules.js';
import { scheduleRules } from './0002-schedule-rules.js';

let platform: PlatformUnderTest;
beforeAll(async () => void (platform = await testPlatform('finance')));
afterAll(() => platform.stop());

const { dayCount: _dayCount, ...plain } = PLAIN_RULES;

test('products and loans of before say what they were computed by; later ones keep their own', async () => {
  const products = platform.database.collection<{ _id: string }>('products');
  const loans = platform.database.collection<{ _id: string }>('loans');
  await products.insertMany([
    {
      _id: 'prd_1',
      versions: [
        { no: 1, dayCount: 'ACTUAL_360' },
        { no: 2, dayCount: 'PERIODIC', rounding: 'HALF_EVEN' },
      ],
    } as never,
    { _id: 'prd_2', versions: [] } as never,
  ]);
  await loans.insertMany([{ _id: 'lon_1' }, { _id: 'lon_2', rounding: 'HALF_EVEN' } as never]);
  for (let time = 0; time < 2; time++) await scheduleRules.up(platform.database);
  expect(await products.findOne({ _id: 'prd_1' })).toEqual({
    _id: 'prd_1',
    versions: [
      { no: 1, dayCount: 'ACTUAL_360', ...plain },
      { no: 2, dayCount: 'PERIODIC', ...plain, rounding: 'HALF_EVEN' },
    ],
  });
  expect(await loans.find().sort({ _id: 1 }).toArray()).toEqual([
    { _id: 'lon_1', rounding: 'HALF_UP' },
    { _id: 'lon_2', rounding: 'HALF_EVEN' },
  ]);
});
