import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { testPlatform } from '@weilend/testing';
import type { PlatformUnderTest } from '@weilend/testing';
import mongoose from 'mongoose';
import { limits } from './0004-limits.js';

const { Long } = mongoose.mongo.BSON;
let platform: PlatformUnderTest;
beforeAll(async () => void (platform = await testPlatform('finance')));
afterAll(() => platform.stop());

test('orders and loans of before say what they are for, and exposures count consumption', async () => {
  const rows = (name: string) => platform.database.collection<{ _id: string }>(name);
  const order = (id: string, state: string) => ({
    ...{ _id: `dis_${id}`, handoffId: `hof_${id}`, customerId: 'cus_1', state },
    terms: { amountFen: Long.fromNumber(500) },
  });
  const handoff = (id: string, purpose: string, customerType: string) => ({ _id: `hof_${id}`, data: { purpose, customerType } });
  await rows('disbursement_orders').insertMany([order('a', 'PAID'), order('b', 'SENT'), order('c', 'OPEN'), order('d', 'PAID')] as never);
  await rows('handoffs').insertMany([
    handoff('a', 'TRAVEL', 'INDIVIDUAL'),
    handoff('b', 'MEDICAL', 'INDIVIDUAL'),
    handoff('c', 'VEHICLE', 'MICRO_ENTERPRISE'),
  ] as never);
  const loan = (id: string, disbursementId: string) => ({
    _id: id,
    disbursementId,
    customerId: 'cus_1',
    outstandingFen: Long.fromNumber(300),
  });
  await rows('loans').insertMany([loan('lon_1', 'dis_a'), { ...loan('lon_2', 'dis_x'), loanUse: 'BUSINESS' }] as never);
  await rows('exposures').insertMany([{ _id: 'cus_1' }, { _id: 'cus_2', consumerFen: Long.fromNumber(7), groupId: 'grp_1' }] as never);
  for (let time = 0; time < 2; time++) await limits.up(platform.database);
  const uses = await rows('disbursement_orders').find().sort({ _id: 1 }).toArray();
  expect(uses.map((row) => [(row as never)['purpose'], (row as never)['loanUse']])).toEqual([
    ['TRAVEL', 'CONSUMER'],
    ['MEDICAL', 'CONSUMER'],
    ['VEHICLE', 'BUSINESS'],
    [null, 'CONSUMER'],
  ]);
  expect(
    await rows('loans')
      .find({}, { projection: { loanUse: 1 } })
      .sort({ _id: 1 })
      .toArray(),
  ).toEqual([
    { _id: 'lon_1', loanUse: 'CONSUMER' },
    { _id: 'lon_2', loanUse: 'BUSINESS' },
  ]);
  expect(await rows('exposures').find().sort({ _id: 1 }).toArray()).toEqual([
    { _id: 'cus_1', groupId: null, consumerFen: 800 },
    { _id: 'cus_2', groupId: 'grp_1', consumerFen: 7 },
  ]);
});
