import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { EventData } from '@weilend/contracts';
import { newId } from '@weilend/kernel';
import type { Department } from '@weilend/kernel';
import { person } from '@weilend/testing';
import { coordinationUnderTest } from '../../test/builders/coordination.builder.js';
import type { CoordinationUnderTest } from '../../test/builders/coordination.builder.js';
import type { StuckDelivery } from '../domain/deliveries/stuck-delivery.js';
import { StuckDeliveryQueries } from '../queries/stuck-delivery.queries.js';
import { StuckDeliveryRows } from '../persistence/stuck-delivery.repository.js';
import { DiscardDelivery } from './discard-delivery/discard-delivery.use-case.js';
import { RetryDelivery } from './retry-delivery/retry-delivery.use-case.js';

let co: CoordinationUnderTest;
let acts: { retry: RetryDelivery; discard: DiscardDelivery };

beforeAll(async () => {
  co = await coordinationUnderTest();
  const { work, outbox, database } = co.platform;
  const rows = new StuckDeliveryRows(database);
  acts = { retry: new RetryDelivery(work, rows, co.time, outbox), discard: new DiscardDelivery(work, rows, co.time, outbox) };
});
afterAll(() => co.stop());

/** A department says that a message is stuck there. */
async function stuck(department: Department, change: Partial<EventData<'sales.delivery-stuck.v1'>> = {}): Promise<StuckDelivery> {
  const messageId = newId('msg');
  const data = {
    ...{ messageId, type: 'sales.application-withdrawn.v1', about: newId('app'), producer: 'sales' as const },
    ...{ state: 'DEAD' as const, failures: 6, problem: 'TypeError', since: new Date().toISOString(), ...change },
  };
  await co.inbox.receive(co.source.event(`${department}.delivery-stuck.v1`, data.messageId, data));
  return find(data.messageId, department);
}

async function find(messageId: string, department: Department): Promise<StuckDelivery> {
  const { nodes } = await new StuckDeliveryQueries(co.platform.database).list({ department, first: 100 });
  const row = nodes.find((one) => one.messageId === messageId);
  if (!row) throw new Error('not on the list');
  return row;
}

const settled = (row: StuckDelivery, outcome: 'APPLIED' | 'DISCARDED' | 'OLD') =>
  co.inbox.receive(
    co.source.event(`${row.department as 'risk'}.delivery-settled.v1`, row.messageId, { messageId: row.messageId, outcome }),
  );
const rulings = async (row: StuckDelivery) =>
  (await co.sent('coordination.delivery-ruled.v1')).filter(({ subject }) => subject === row.messageId).map(({ data }) => data['ruling']);

describe('[1.4] messages that do not get on are listed, retried or given up by people', () => {
  test('a retry goes to the department, and its word ends the row', async () => {
    const row = await stuck('risk');
    expect(row).toMatchObject({ state: 'DEAD', department: 'risk', producer: 'sales', problem: 'TypeError' });
    await acts.retry.execute(co.staff.coordinator, { stuckDeliveryId: row.id, reason: '程序已修复' });
    expect(await find(row.messageId, 'risk')).toMatchObject({ state: 'RETRYING', rulings: [{ reason: '程序已修复' }] });
    expect(await rulings(row)).toEqual(['RETRY']);
    await settled(row, 'APPLIED');
    expect(await find(row.messageId, 'risk')).toMatchObject({ state: 'APPLIED' });
  });

  test('one row per destination, however often it is told', async () => {
    const first = await stuck('risk');
    const again = await stuck('risk', { messageId: first.messageId, failures: 12 });
    const elsewhere = await stuck('approval', { messageId: first.messageId });
    expect(again).toMatchObject({ id: first.id, failures: 12 });
    expect(elsewhere.id).not.toBe(first.id);
  });

  test('[7.3] of finance a second person gives it up, and only then finance is told', async () => {
    const row = await stuck('finance');
    const manager = person('finance', 'finance-manager');
    await acts.discard.execute(manager, { stuckDeliveryId: row.id, reason: '重复' });
    expect(await rulings(row)).toEqual([]);
    await expect(acts.discard.execute(manager, { stuckDeliveryId: row.id, reason: '重复' })).rejects.toMatchObject({
      code: 'SECOND_PERSON_NEEDED',
    });
    await acts.discard.execute(co.staff.coordinator, { stuckDeliveryId: row.id, reason: '已核对' });
    expect(await rulings(row)).toEqual(['DISCARD']);
    await settled(row, 'DISCARDED');
    expect(await find(row.messageId, 'finance')).toMatchObject({ state: 'DISCARDED' });
  });

  test.each(['WAITING', 'PARKED'] as const)('%s is an alarm: there is nothing to retry or give up', async (state) => {
    const row = await stuck('sales', { state });
    const given = { stuckDeliveryId: row.id, reason: 'x' };
    await expect(acts.retry.execute(co.staff.coordinator, given)).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    await expect(acts.discard.execute(co.staff.coordinator, given)).rejects.toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    expect(await find(row.messageId, 'sales')).toMatchObject({ state, rulings: [] });
    expect(await rulings(row)).toEqual([]);
  });

  test('an unknown one is refused; a second key-less retry too', async () => {
    const unknown = { stuckDeliveryId: newId('stk'), reason: 'x' };
    await expect(acts.retry.execute(co.staff.coordinator, unknown)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const row = await stuck('hr');
    await acts.retry.execute(co.staff.coordinator, { stuckDeliveryId: row.id, reason: 'x' });
    await expect(acts.retry.execute(co.staff.coordinator, { stuckDeliveryId: row.id, reason: 'x' })).rejects.toMatchObject({
      code: 'ILLEGAL_TRANSITION',
    });
    expect(await rulings(row)).toEqual(['RETRY']);
  });
});
