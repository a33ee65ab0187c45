import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { person, seedPeople } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { Story } from '../../../test/builders/story.builder.js';
import { Customers } from '../../persistence/customer/customer.repository.js';
import { DuplicateQueries } from '../../queries/customer/duplicate.queries.js';
import { AddBankCard } from './add-bank-card.use-case.js';
import { EndBankCard } from './end-bank-card.use-case.js';
import { PreferBankCard } from './prefer-bank-card.use-case.js';

let desk: SalesDesk;
let story: Story;
const colleague = person('sales', 'salesperson');
beforeAll(async () => {
  desk = await salesDesk();
  story = new Story(desk);
  await seedPeople(desk.platform, [desk.seller, colleague]);
});
afterAll(() => desk.stop());

const NUMBER = '4000000000000002';
const cards = async (id: string) => (await story.read((tx) => desk.get(Customers).get(id, tx))).cards;
const add = (customerId: string, change: object = {}, by = desk.seller) =>
  desk.get(AddBankCard).execute(by, { customerId, number: NUMBER, bank: '工商银行', ...change });

describe('[3.5-3.7] the bank cards of a customer', () => {
  test('are encrypted at rest, found by the number, one of them preferred', async () => {
    const customerId = await story.customer();
    await add(customerId);
    await add(customerId, { number: '4000 0000 0000 0010' });
    const [first, second] = await cards(customerId);
    expect([first, second]).toMatchObject([
      { number: NUMBER, preferred: true },
      { number: '4000000000000010', preferred: false },
    ]);
    const row = await desk.platform.database.collection('customers').findOne({ _id: customerId });
    expect(JSON.stringify(row)).not.toContain(NUMBER);
    await desk.get(PreferBankCard).execute(desk.seller, { customerId, cardId: second?.id ?? '' });
    expect((await cards(customerId)).map(({ preferred }) => preferred)).toEqual([false, true]);
    const twin = await story.customer({ phone: '13811112222' });
    await add(twin);
    const found = await new DuplicateQueries(desk.platform.database, desk.platform.cipher).ofCustomer(twin, desk.seller);
    expect(found).toEqual([{ customerId, ownerId: desk.seller.employeeId, signs: ['BANK_CARD'] }]);
  });

  test('[1.5] a wrong number ends with its reason, and the right one takes its place', async () => {
    const customerId = await story.customer();
    await add(customerId);
    const [wrong] = await cards(customerId);
    const right = { number: '4000000000000028', replacesId: wrong?.id, reason: '卡号录入错误' };
    await add(customerId, right);
    expect(await cards(customerId)).toMatchObject([
      { id: wrong?.id, number: NUMBER, preferred: false, ended: { reason: '卡号录入错误', by: desk.seller.employeeId } },
      { number: '4000000000000028', preferred: true, replacesId: wrong?.id, ended: null },
    ]);
  });

  test.each<[string, object, string]>([
    ['a number that does not add up', { number: '4000000000000003' }, 'CARD_NUMBER_INVALID'],
    ['the same card again', {}, 'CARD_ON_FILE'],
    ['no bank', { number: '4000000000000010', bank: ' ' }, 'INPUT_INVALID'],
    ['the place of an unknown card', { number: '4000000000000010', replacesId: newId('crd'), reason: '卡号录入错误' }, 'CARD_UNKNOWN'],
    ['a correction without a reason', { number: '4000000000000010', replacesId: 'own' }, 'REASON_REQUIRED'],
  ])('%s is refused, and nothing changed', async (_title, change, code) => {
    const customerId = await story.customer();
    await add(customerId);
    const own = (await cards(customerId))[0]?.id;
    const before = await desk.snapshot();
    expect(
      await codesOf(add(customerId, 'replacesId' in change && change.replacesId === 'own' ? { ...change, replacesId: own } : change)),
    ).toEqual([code]);
    expect(await desk.snapshot()).toBe(before);
  });

  test('another salesperson’s customer does not exist for him', async () => {
    const customerId = await story.customer();
    await add(customerId);
    const cardId = (await cards(customerId))[0]?.id ?? '';
    expect(await codesOf(add(customerId, { number: '4000000000000010' }, colleague))).toEqual(['NOT_FOUND']);
    expect(await codesOf(desk.get(EndBankCard).execute(colleague, { customerId, cardId, reason: '客户注销' }))).toEqual(['NOT_FOUND']);
    expect(await codesOf(desk.get(PreferBankCard).execute(colleague, { customerId, cardId }))).toEqual(['NOT_FOUND']);
  });
});
