import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { testPlatform } from '@weilend/testing';
import type { PlatformUnderTest } from '@weilend/testing';
import mongoose from 'mongoose';
import type { Rate } from '@weilend/kernel';
import { plainServicing } from '../../domain/product/servicing-rules.js';
import { aLoan } from '../../domain/loan/loan.builder.js';
import { collectionsAndServicing } from './0007-collections-and-servicing.js';

const { Long } = mongoose.mongo.BSON;
let platform: PlatformUnderTest;
beforeAll(async () => void (platform = await testPlatform('finance')));
afterAll(() => platform.stop());

test('[7.4] loans of before are found when they are late; what a loan says itself stands', async () => {
  const loans = platform.database.collection<{ _id: string }>('loans');
  const { rows, state, creditFen } = aLoan();
  const stored = { rows: rows.map((row) => ({ ...row, principalFen: Long.fromNumber(row.principalFen) })), state, creditFen };
  const many = Array.from({ length: 1_001 }, (_, place) => ({ ...stored, _id: `lon_many_${place}` }));
  await loans.insertMany([
    ...many,
    { ...stored, _id: 'lon_credit', creditFen: Long.fromNumber(8884_88) } as never,
    { ...stored, _id: 'lon_settled', state: 'SETTLED' } as never,
    { ...stored, _id: 'lon_known', oldestOwedOn: '2020-01-01' } as never,
  ]);
  for (let time = 0; time < 2; time++) await collectionsAndServicing.up(platform.database);
  expect(await loans.countDocuments({ oldestOwedOn: '2026-02-15' } as never)).toBe(1_001);
  expect(
    await loans
      .find({ _id: { $not: /many/ } } as never, { projection: { oldestOwedOn: 1 } })
      .sort({ _id: 1 })
      .toArray(),
  ).toEqual([
    { _id: 'lon_credit', oldestOwedOn: '2026-03-15' },
    { _id: 'lon_known', oldestOwedOn: '2020-01-01' },
    { _id: 'lon_settled', oldestOwedOn: null },
  ]);
});

test('[4.1] products of before say how they were serviced; what a version says itself stands', async () => {
  const products = platform.database.collection<{ _id: string }>('products');
  const parameters = platform.database.collection<{ _id: string }>('parameters');
  await parameters.insertOne({ _id: 'par_new', key: 'penalty.overdue-factor', value: '1.4', effectiveFrom: '2025-01-01' } as never);
  await products.insertMany([
    { _id: 'prd_1', versions: [{ no: 1 }, { no: 2, graceDays: 3, penaltyFactor: '1.3' }] } as never,
    { _id: 'prd_2', versions: [] } as never,
  ]);
  for (let time = 0; time < 2; time++) await collectionsAndServicing.up(platform.database);
  const plain = plainServicing('1.4' as Rate);
  expect(await products.find().sort({ _id: 1 }).toArray()).toEqual([
    {
      _id: 'prd_1',
      versions: [
        { no: 1, ...plain },
        { no: 2, ...plain, graceDays: 3, penaltyFactor: '1.3' },
      ],
    },
    { _id: 'prd_2', versions: [] },
  ]);
});
