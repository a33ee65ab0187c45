import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { person, seedPeople } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { Story } from '../../../test/builders/story.builder.js';
import { DraftContract } from '../../use-cases/contract/draft-contract.use-case.js';
import { OpenFeedback } from '../../use-cases/care/open-feedback.use-case.js';
import { contractNumbers } from './0011-contract-numbers.js';

type Plain = Record<string, unknown> & { _id: string };
let desk: SalesDesk;
let story: Story;
const second = person('sales', 'sales-manager');
beforeAll(async () => {
  desk = await salesDesk();
  story = new Story(desk);
  await seedPeople(desk.platform, [desk.seller, desk.manager, second]);
});
afterAll(() => desk.stop());
const rows = (name: string) => desk.platform.database.collection<Plain>(name);
const up = () => contractNumbers.up(desk.platform.database);

async function draft(): Promise<string> {
  const applicationId = await story.given({ desk: 'passed' });
  await story.publishProduct();
  await story.decide(applicationId);
  return desk.get(DraftContract).execute(desk.seller, { applicationId });
}

describe('[2.12] contracts of before', () => {
  test('have a number of the year of their draft in its order, and new ones go on from there', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 4; count++) ids.push(await draft());
    await rows('contracts').updateMany({}, { $unset: { number: '', review: '' } });
    await rows('contract_counts').deleteMany({});
    await rows('contracts').updateOne({ _id: ids[1] ?? '' }, { $set: { 'history.0.at': new Date('2024-12-31T18:00:00Z') } });
    await rows('contracts').updateOne({ _id: ids[2] ?? '' }, { $set: { 'history.0.at': new Date('2024-12-31T15:00:00Z') } });
    await up();
    const after = await desk.snapshot();
    await up();
    expect(await desk.snapshot()).toBe(after);
    const year = desk.platform.clock.today().slice(0, 4);
    const numbered = await Promise.all(ids.map((_id) => rows('contracts').findOne({ _id })));
    expect(numbered.map((row) => row?.['number'])).toEqual([`WD-${year}-000001`, 'WD-2025-000001', 'WD-2024-000001', `WD-${year}-000002`]);
    expect(numbered.map((row) => row?.['review'])).toEqual([null, null, null, null]);
    expect((await rows('contracts').findOne({ _id: await draft() }))?.['number']).toBe(`WD-${year}-000003`);
  });

  test('a migration that stopped half-way goes on, and no number comes twice', async () => {
    const kept = await draft();
    const before = (await rows('contracts').findOne({ _id: kept }))?.['number'];
    const other = await draft();
    await rows('contracts').updateOne({ _id: other }, { $unset: { number: '' } });
    await up();
    const numbers = (await rows('contracts').find().toArray()).map((row) => row['number']);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.every((number) => /^WD-\d{4}-\d{6}$/.test(String(number)))).toBe(true);
    expect((await rows('contracts').findOne({ _id: kept }))?.['number']).toBe(before);
  });
});

describe('[3.12] complaints of before', () => {
  const said = { channel: 'PHONE' as const, severity: 'LOW' as const, text: '迟迟不回复' };
  const open = async (about: object, kind: 'COMPLAINT' | 'QUESTION' = 'COMPLAINT') =>
    desk.get(OpenFeedback).execute(desk.seller, { customerId: await story.customer(), kind, ...said, ...about });
  const ownedBy = (_id: string, ownerId: string, change: object = {}) =>
    rows('feedback_tickets').updateOne({ _id }, { $set: { ownerId, ...change } });
  const ticket = (_id: string) => rows('feedback_tickets').findOne({ _id });

  test('that lie with whom they are about, or whose customer complains, go to a manager who has nothing to do with them', async () => {
    const seller = desk.seller.employeeId;
    const [first, other] = [desk.manager.employeeId, second.employeeId].sort() as [string, string];
    const [mine, ofBoss, elsewhere, question, closed] = [
      await open({ aboutEmployeeId: seller }),
      await open({ aboutEmployeeId: first }),
      await open({ aboutNobody: true }),
      await open({}, 'QUESTION'),
      await open({ aboutEmployeeId: seller }),
    ];
    await ownedBy(mine, seller);
    await ownedBy(ofBoss, first);
    await ownedBy(elsewhere, other);
    await ownedBy(closed, seller, { state: 'closed' });
    await up();
    const after = await desk.snapshot();
    await up();
    expect(await desk.snapshot()).toBe(after);
    expect(await ticket(mine)).toMatchObject({ ownerId: first, handovers: [{ from: seller, to: first, by: 'service:sales' }] });
    expect(await ticket(ofBoss)).toMatchObject({ ownerId: other, handovers: [{ from: first, to: other }] });
    expect(await ticket(elsewhere)).toMatchObject({ ownerId: other, handovers: [] });
    expect(await ticket(question)).toMatchObject({ ownerId: seller, handovers: [] });
    expect(await ticket(closed)).toMatchObject({ ownerId: seller, handovers: [] });
  });

  test('stay where they are when nobody can take them', async () => {
    const seller = desk.seller.employeeId;
    const mine = await open({ aboutEmployeeId: seller });
    await ownedBy(mine, seller);
    await rows('employee_directory').updateMany({ roles: 'sales-manager' }, { $set: { active: false } });
    await up();
    expect(await ticket(mine)).toMatchObject({ ownerId: seller, handovers: [] });
  });
});
