import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { testPlatform } from '@weilend/testing';
import type { PlatformUnderTest } from '@weilend/testing';
import { CLOSINGS, ledgerDatabaseOf } from '../ledger.schema.js';
import { closingsAndLateLoans } from './0006-closings-and-late-loans.js';

let platform: PlatformUnderTest;
beforeAll(async () => void (platform = await testPlatform('finance')));
afterAll(async () => {
  const { connection } = platform.database;
  await connection.getClient().db(ledgerDatabaseOf(connection.name)).dropDatabase();
  await platform.stop();
});

const loan = (_id: string, bucket: string, overdueSince: string | null) => ({
  ...{ _id, bucket, overdueSince, disbursedOn: '2026-01-15', principalFen: 5 },
  rows: [{ dueOn: '2026-02-15' }, { dueOn: '2026-03-15' }],
});

test('[5.3] loans that are late are noted with the days on which they came to it; running it again changes nothing', async () => {
  await platform.database
    .collection('loans')
    .insertMany([
      loan('lon_1', 'CURRENT', null),
      loan('lon_2', 'M1', '2026-02-15'),
      loan('lon_3', 'M2_M3', '2026-03-15'),
      loan('lon_4', 'M4_PLUS', '2026-02-15'),
    ] as never[]);
  for (let time = 0; time < 2; time++) await closingsAndLateLoans.up(platform.database);
  const facts = { disbursedOn: '2026-01-15', principalFen: 5 };
  expect(await platform.database.collection('late_loans').find().sort({ _id: 1 }).toArray()).toEqual([
    { _id: 'lon_3', ...facts, late30On: '2026-04-14' },
    { _id: 'lon_4', ...facts, late30On: '2026-03-17', late90On: '2026-05-16', firstDefaultOn: '2026-03-17' },
  ]);
});

test('[7.3] the place of closed months is made, and its validator with it', async () => {
  const { connection } = platform.database;
  const [closings] = await connection.getClient().db(ledgerDatabaseOf(connection.name)).listCollections({ name: CLOSINGS }).toArray();
  expect(JSON.stringify(closings)).toContain('accounts.debitFen');
});
