import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { testPlatform } from '@weilend/testing';
import type { PlatformUnderTest } from '@weilend/testing';
import { emptyProfile } from '../../domain/customer/profile.js';
import { Customers } from '../customer/customer.repository.js';
import { customerCollection } from '../customer/customer.schema.js';
import { leadCollection } from '../acquisition/lead.schema.js';
import { customerFiles } from './0002-customer-files.js';

let platform: PlatformUnderTest;
beforeAll(async () => void (platform = await testPlatform('sales', { collections: [customerCollection, leadCollection] })));
afterAll(() => platform.stop());

test('[3.5-3.9] files of before are complete, found by name and number, and graded next; again changes nothing', async () => {
  const { cipher, database } = platform;
  const id = 'cus_01h00000000000000000000000';
  const encrypted = (field: string, value: string) => cipher.encrypt(value, { collection: 'customers', id, field });
  const { basic, financial, needs } = emptyProfile;
  const number = '11010519491231002X';
  const customers = database.collection('customers');
  await customers.insertOne({
    ...{ _id: id, version: 3, type: 'INDIVIDUAL', name: '王小明', creditCode: null, representativeName: null, ownerId: 'emp_1' },
    ...{ residentId: encrypted('residentId', number), phone: encrypted('phone', '13800138000'), address: encrypted('address', '北京') },
    ...{ identityIndex: cipher.blindIndex('identity', number), identityTail: cipher.blindIndex('identity-tail', '002X') },
    ...{ phoneIndex: cipher.blindIndex('phone', '13800138000'), phoneTail: cipher.blindIndex('phone-tail', '8000') },
    ...{ nameIndex: cipher.blindIndex('name', '王小明'), leadId: null, registeredOn: '2026-01-01', filedAt: null },
    ...{
      profile: { basic, financial, needs },
      consents: [],
      corrections: [],
      grades: [],
      grade: null,
      nextVisitOn: '2026-12-01',
      owners: [],
    },
  });
  await database.collection('leads').insertOne({ _id: 'led_1', contactName: '赵钱' } as never);
  for (let time = 0; time < 2; time++) await customerFiles.up(database);
  const row = await customers.findOne({ _id: id });
  expect(row?.['searchKeys']).toEqual(
    expect.arrayContaining(['n:小明', cipher.blindIndex('identity', number), cipher.blindIndex('phone-tail', '8000')]),
  );
  const repository = new Customers(database, cipher);
  await platform.work.run({ actor: { kind: 'service', service: 'sales' }, operation: 'read' }, async (tx) => {
    const customer = await repository.get(id, tx);
    expect(customer).toMatchObject({ regradeDueOn: '2026-01-01', merged: null, cards: [], profile: emptyProfile, residentId: number });
    await repository.save(customer, tx);
  });
  expect(await repository.idsToRegrade('2026-01-01' as never, 1, { afterId: '', limit: 5 })).toEqual([id]);
  const lead = await database.collection('leads').findOne({ _id: 'led_1' });
  expect(lead?.['searchKeys']).toEqual(['n:赵', 'n:钱', 'n:赵钱']);
});
