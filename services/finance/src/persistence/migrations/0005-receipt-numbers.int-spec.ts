import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { testPlatform } from '@weilend/testing';
import type { PlatformUnderTest } from '@weilend/testing';
import { repaymentCollection } from '../repayment.schema.js';
import { receiptNumbers } from './0005-receipt-numbers.js';

let platform: PlatformUnderTest;
beforeAll(async () => void (platform = await testPlatform('finance', { collections: [repaymentCollection] })));
afterAll(() => platform.stop());

test('[5.3] repayments of before receipts are numbered within their loan in the order of recording, and again gives the same', async () => {
  const repayments = platform.database.collection<{ _id: string; loanId: string }>('repayments');
  const row = (no: number, loanId: string) => ({ _id: `rpm_${no}`, loanId, channel: 'BANK', channelTransactionId: `T${no}` });
  await repayments.insertMany([row(1, 'lon_1'), row(2, 'lon_2'), row(3, 'lon_1'), row(4, 'lon_1')]);
  for (let time = 0; time < 2; time++) await receiptNumbers.up(platform.database);
  const numbers = (await repayments.find().sort({ _id: 1 }).toArray()) as unknown as {
    receiptNo: number;
    outstandingAfterFen: null;
    channel: string;
  }[];
  expect(numbers.map((one) => [one.receiptNo, one.outstandingAfterFen, one.channel])).toEqual([
    [1, null, 'BANK'],
    [1, null, 'BANK'],
    [2, null, 'BANK'],
    [3, null, 'BANK'],
  ]);
});
