import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { HandoffData } from '@weilend/contracts';
import { newId } from '@weilend/kernel';
import { handoffRows, sentMessages, snapshotOf } from '@weilend/testing';
import { reading, riskUnderTest } from '../../../test/builders/risk.builder.js';
import type { RiskUnderTest } from '../../../test/builders/risk.builder.js';
import { riskCollections } from '../../persistence/all.js';

let risk: RiskUnderTest;
beforeAll(async () => {
  risk = await riskUnderTest();
});
afterAll(() => risk.platform.stop());

const workOf = async (handoffId: string) => (await handoffRows(risk.platform)).find((row) => row._id === handoffId);
const alertOf = (signalId: string) => reading(risk, (tx) => risk.alerts.ofSignal(signalId, tx));

/** A warning as sales hands it over. */
async function warned(change: Partial<HandoffData<'assess-alert'>> = {}) {
  const signalId = change.signalId ?? newId('wrn');
  const applicationId = change.applicationId ?? newId('app');
  const data = {
    ...{ applicationId, participants: [], loanId: newId('lon'), signalId, category: 'CREDIT' as const, level: 'HIGH' as const },
    ...{ text: 'the shop has been shut for two weeks', ...change },
  };
  const id = newId('hof');
  await risk.inbox.receive(risk.source.handoff('assess-alert', 'sales', { subject: applicationId, data, id }));
  return { ...data, handoffId: id };
}

const measure = (alertId: string, change: object = {}) => {
  const input = { alertId, kind: 'FREEZE' as const, ownerId: risk.people.first.employeeId, dueOn: '2999-01-01', reason: 'until seen' };
  return risk.measure.execute(risk.people.manager, { ...input, ...change });
};

async function acknowledged(): Promise<{ alertId: string; handoffId: string; applicationId: string }> {
  const { signalId, handoffId, applicationId } = await warned();
  const alertId = (await alertOf(signalId))?.id ?? '';
  await risk.acknowledge.execute(risk.people.manager, { alertId });
  return { alertId, handoffId, applicationId };
}

describe('[4.21, 4.23] a warning of sales', () => {
  test.each([
    ['about the loan after the payout', { loanId: newId('lon') }],
    ['about the application before it', { loanId: null, level: 'LOW' as const, category: 'POLICY' as const }],
  ])('opens one alert %s and stays open work', async (_title, change) => {
    const { signalId, handoffId, applicationId, loanId, level, category } = await warned(change);
    const alert = await alertOf(signalId);
    expect(alert).toMatchObject({ state: 'RAISED', handoffId, applicationId, aboutId: loanId ?? applicationId, level, category });
    expect(await workOf(handoffId)).toMatchObject({ direction: 'in', from: 'sales', state: 'open' });
    const said = (await sentMessages(risk.platform)).filter((one) => one.data['alertId'] === alert?.id);
    expect(said.map((one) => one.type)).toEqual(['risk.alert-raised.v1']);
  });

  test('said twice raises one alert; the repeated work ends at once', async () => {
    const first = await warned();
    const again = await warned({ signalId: first.signalId, applicationId: first.applicationId });
    expect(await workOf(first.handoffId)).toMatchObject({ state: 'open' });
    expect(await workOf(again.handoffId)).toMatchObject({ state: 'recalled' });
    expect((await alertOf(first.signalId))?.handoffId).toBe(first.handoffId);
  });

  test('[3.7] goes back when its words hold a number of a person', async () => {
    const { signalId, handoffId } = await warned({ text: 'call 13800001111 about it' });
    expect(await workOf(handoffId)).toMatchObject({ state: 'returned', outcome: { code: 'PERSONAL_NUMBER_IN_TEXT' } });
    expect(await alertOf(signalId)).toBeNull();
  });

  test('ends with the application when the customer withdrew before', async () => {
    const applicationId = newId('app');
    await withdraw(applicationId);
    const { signalId, handoffId } = await warned({ applicationId });
    expect(await workOf(handoffId)).toMatchObject({ state: 'recalled' });
    expect(await alertOf(signalId)).toBeNull();
  });
});

describe('[7.4] the measure', () => {
  test('completes the work with the first one, and sales learns of it; further ones stand beside it', async () => {
    const { alertId, handoffId, applicationId } = await acknowledged();
    await measure(alertId);
    expect(await workOf(handoffId)).toMatchObject({ state: 'completed', outcome: { alertId, measure: 'FREEZE' } });
    await measure(alertId, { kind: 'NONE', reason: 'the accounts were seen' });
    const said = (await sentMessages(risk.platform)).filter((one) => one.subject === applicationId);
    expect(said.map((one) => one.type)).toEqual(['risk.handoff-completed.v1']);
  });

  test('may still be decided when the work was taken back', async () => {
    const { alertId, handoffId, applicationId } = await acknowledged();
    await withdraw(applicationId);
    await measure(alertId);
    expect(await workOf(handoffId)).toMatchObject({ state: 'recalled' });
    expect(await reading(risk, (tx) => risk.alerts.get(alertId, tx))).toMatchObject({ state: 'MEASURED' });
  });

  test.each([
    ['due yesterday', { dueOn: '2020-01-01' }, 'MEASURE_DEADLINE_PAST'],
    ['of a stranger', { ownerId: newId('emp') }, 'MEASURE_OWNER_NOT_ELIGIBLE'],
    ['without a reason', { reason: ' ' }, 'TEXT_MISSING'],
    ['on nothing', { alertId: newId('alt') }, 'NOT_FOUND'],
  ])('refused %s leaves the work open and changes nothing', async (_title, change, code) => {
    const { alertId, handoffId } = await acknowledged();
    const before = await snapshotOf(risk.platform, riskCollections);
    await expect(measure(alertId, change)).rejects.toMatchObject({ code });
    expect(await snapshotOf(risk.platform, riskCollections)).toBe(before);
    expect(await workOf(handoffId)).toMatchObject({ state: 'open' });
  });
});

function withdraw(applicationId: string) {
  const data = { applicationId, reason: 'the customer found another lender', withdrawnAt: '2026-11-23T02:00:00.000Z' };
  return risk.inbox.receive(risk.source.event('sales.application-withdrawn.v1', applicationId, data));
}
