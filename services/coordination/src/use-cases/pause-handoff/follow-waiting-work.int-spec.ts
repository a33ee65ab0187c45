import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Envelope } from '@weilend/contracts';
import { newId } from '@weilend/kernel';
import { coordinationUnderTest } from '../../../test/builders/coordination.builder.js';
import type { CoordinationUnderTest } from '../../../test/builders/coordination.builder.js';
import { at } from '../../domain/__cases__/calendar.cases.js';
import { PauseHandoff } from './pause-handoff.use-case.js';

let co: CoordinationUnderTest;
beforeAll(async () => {
  co = await coordinationUnderTest();
});
afterAll(() => co.stop());

/** Work of risk, opened on Monday morning, with the words that risk says on it. */
function investigation() {
  const applicationId = newId('app');
  const handoffId = newId('hof');
  const employeeId = newId('emp');
  const data = {
    ...{ applicationId, participants: [], customerId: newId('cus'), customerType: 'INDIVIDUAL' as const, salespersonId: newId('emp') },
    ...{ productId: newId('prd'), amountFen: 300_000, termMonths: 12, annualRate: '0.12', method: 'EQUAL_INSTALMENT' as const },
    ...{ purpose: 'EQUIPMENT' as const, round: 1, identityIndex: 'x'.repeat(20), consents: [] },
  };
  const opening: Envelope = {
    ...co.source.handoff('investigate-application', 'sales', { subject: applicationId, data, id: handoffId }),
    time: at('2026-11-23 09:00').toISOString(),
  };
  const word = (moment: string) => ({ handoffId, handoff: 'investigate-application', at: at(moment).toISOString() });
  return {
    handoffId,
    opening,
    paused: (moment: string, change: object = {}) =>
      co.source.event('risk.handoff-paused.v1', applicationId, { ...word(moment), reason: '等待销售部答复', employeeId, ...change }),
    resumed: (moment: string, reasons = ['等待销售部答复']) =>
      co.source.event('risk.handoff-resumed.v1', applicationId, { ...word(moment), reasons }),
    completed: (moment: string) =>
      co.source.event('risk.handoff-completed.v1', applicationId, { ...word(moment), result: { reportVersion: 1 } }, handoffId),
  };
}

const moves = async (handoffId: string) =>
  (await co.sent('coordination.handoff-moved.v1')).filter((one) => one.subject === handoffId).map(({ data }) => data['move']);

describe('[8.6] work of risk that waits for sales', () => {
  test('stands still for the reason that was given, and its deadline moves by the working time of the pause', async () => {
    const work = investigation();
    await co.inbox.receive(work.opening);
    const before = await co.row(work.handoffId);
    await co.inbox.receive(work.paused('2026-11-23 10:00'));
    expect(await co.row(work.handoffId)).toMatchObject({
      state: 'PAUSED',
      nextLevelAt: null,
      pauses: [{ reason: '等待销售部答复', to: null }],
    });
    await co.inbox.receive(work.resumed('2026-11-23 11:00'));
    const after = await co.row(work.handoffId);
    expect(after).toMatchObject({ state: 'ACCEPTED', pausedMs: 3_600_000 });
    expect(after.dueAt?.getTime()).toBeGreaterThan(before.dueAt?.getTime() ?? Infinity);
    expect(await moves(work.handoffId)).toEqual(['PAUSED', 'RESUMED']);
  });

  test('the words may overtake the opening', async () => {
    const work = investigation();
    await co.inbox.receive(work.paused('2026-11-23 10:00'));
    await co.inbox.receive(work.resumed('2026-11-23 11:00'));
    await co.inbox.receive(work.opening);
    expect(await co.row(work.handoffId)).toMatchObject({ state: 'ACCEPTED', pausedMs: 3_600_000 });
  });

  test('a pause that a person made for something else is not ended', async () => {
    const work = investigation();
    await co.inbox.receive(work.opening);
    const { work: unit, outbox } = co.platform;
    const byHand = new PauseHandoff(unit, co.board, co.fire, co.time, outbox);
    await co.moveTo(at('2026-11-23 09:30'));
    await byHand.execute(co.staff['risk-manager'], { handoffId: work.handoffId, reason: '客户住院' });
    await co.inbox.receive(work.paused('2026-11-23 10:00'));
    await co.inbox.receive(work.resumed('2026-11-23 11:00'));
    expect(await co.row(work.handoffId)).toMatchObject({ state: 'PAUSED', pauses: [{ reason: '客户住院', to: null }] });
  });

  test('work that is over stays over', async () => {
    const work = investigation();
    await co.inbox.receive(work.opening);
    await co.inbox.receive(work.completed('2026-11-23 09:30'));
    await co.inbox.receive(work.paused('2026-11-23 10:00'));
    expect(await co.row(work.handoffId)).toMatchObject({ state: 'COMPLETED', pauses: [] });
  });

  test('nobody pauses work that another department owes', async () => {
    const work = investigation();
    await co.inbox.receive(work.opening);
    await co.inbox.receive(work.paused('2026-11-23 10:00', { handoff: 'sign-contract' }));
    expect(await co.row(work.handoffId)).toMatchObject({ state: 'OPEN', pauses: [] });
  });
});
