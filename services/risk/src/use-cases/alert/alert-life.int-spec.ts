import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addMs, newId } from '@weilend/kernel';
import { handoffRows, sentMessages, snapshotOf } from '@weilend/testing';
import { reading, riskUnderTest } from '../../../test/builders/risk.builder.js';
import type { RiskUnderTest } from '../../../test/builders/risk.builder.js';
import { riskCollections } from '../../persistence/all.js';
import type { MeasureKind } from '../../domain/alert/measure.js';

let risk: RiskUnderTest;
beforeAll(async () => {
  risk = await riskUnderTest();
});
afterAll(() => risk.platform.stop());

const NEVER_STOPS = { isStopping: () => false, onTrouble: (_id: string, error: unknown) => Promise.reject(error) };
const alertOf = (id: string) => reading(risk, (tx) => risk.alerts.get(id, tx));
const saidOf = async (subject: string) => (await sentMessages(risk.platform)).filter((one) => one.subject === subject);

/** A loan that finance has paid out. */
async function loan() {
  const ids = { loanId: newId('lon'), applicationId: newId('app'), customerId: newId('cus'), contractId: newId('con') };
  const terms = { productId: newId('prd'), amountFen: 300_000, termMonths: 12, annualRate: '0.12', method: 'EQUAL_INSTALMENT' as const };
  const dates = { disbursedOn: '2026-09-01', firstDueOn: '2026-10-01', firstLoanOfCustomer: true };
  const data = { ...ids, ...terms, ...dates, disbursementId: newId('dis'), salespersonId: newId('emp') };
  await risk.inbox.receive(risk.source.event('finance.loan-disbursed.v1', ids.applicationId, data));
  return ids;
}

async function acknowledged(level: 'LOW' | 'HIGH' = 'LOW', known = true) {
  const ids = known ? await loan() : { loanId: newId('lon'), customerId: null };
  const input = { category: 'CREDIT' as const, level, aboutId: ids.loanId, text: 'the shop is shut' };
  const alertId = await risk.reportRisk.execute(risk.people.first, input);
  await risk.acknowledge.execute(risk.people.manager, { alertId });
  return { alertId, ...ids };
}

const decide = (alertId: string, kind: MeasureKind = 'FREEZE', change: object = {}) =>
  risk.measure.execute(risk.people.manager, {
    ...{ alertId, kind, ownerId: risk.people.first.employeeId, dueOn: '2999-01-01', reason: 'until it is seen' },
    ...change,
  });
const assess = (alertId: string, change: object = {}) =>
  risk.assess.execute(risk.people.first, { alertId, probability: 'LIKELY', expectedLoss: 5_000, text: 'half may be lost', ...change });
const onlyMeasure = async (alertId: string) => {
  const measure = (await alertOf(alertId)).measures[0];
  if (!measure) throw new Error('no measure');
  return measure;
};
const word = async (alertId: string, handoffId: string, outcome: 'completed' | 'returned') => {
  const base = { handoffId, handoff: 'apply-finance-measure', at: '2026-11-23T02:00:00.000Z' };
  if (outcome === 'completed')
    return risk.inbox.receive(
      risk.source.event('finance.handoff-completed.v1', alertId, { ...base, result: { outcome: 'frozen' } }, handoffId),
    );
  const data = { ...base, code: 'MEASURE_RETURNED', reasons: ['the loan has ended'] };
  return risk.inbox.receive(risk.source.event('finance.handoff-returned.v1', alertId, data, handoffId));
};

describe('[7.4] a measure is handed over, and its word comes back', () => {
  test.each<[MeasureKind, string]>([
    ['FREEZE', 'finance'],
    ['EARLY_COLLECTION', 'finance'],
    ['CHANGE_AMOUNT_OR_TERM', 'finance'],
    ['MORE_SECURITY', 'sales'],
  ])('%s goes to %s, about the loan and its customer', async (kind, to) => {
    const { alertId, loanId, customerId } = await acknowledged();
    await decide(alertId, kind);
    const measure = await onlyMeasure(alertId);
    expect(measure).toMatchObject({ state: 'HANDED_OVER', target: { loanId, customerId } });
    const row = (await handoffRows(risk.platform)).find(({ _id }) => _id === measure.handoffId);
    expect(row).toMatchObject({ direction: 'out', to, type: `apply-${to}-measure`, subject: alertId, data: { kind, customerId, alertId } });
  });

  test('applied once, however often it is said', async () => {
    const { alertId } = await acknowledged();
    await decide(alertId);
    const { handoffId } = await onlyMeasure(alertId);
    await word(alertId, handoffId ?? '', 'completed');
    await word(alertId, handoffId ?? '', 'completed');
    await word(alertId, handoffId ?? '', 'returned');
    expect(await onlyMeasure(alertId)).toMatchObject({ state: 'APPLIED', outcome: 'frozen' });
  });

  test('returned with its reason, and handed over again', async () => {
    const { alertId } = await acknowledged();
    await decide(alertId);
    const measure = await onlyMeasure(alertId);
    await word(alertId, measure.handoffId ?? '', 'returned');
    expect(await onlyMeasure(alertId)).toMatchObject({ state: 'RETURNED', outcome: 'the loan has ended' });
    await risk.handOver.execute(risk.people.manager, { alertId, measureId: measure.measureId });
    const again = await onlyMeasure(alertId);
    expect(again.state).toBe('HANDED_OVER');
    expect(again.handoffId).not.toBe(measure.handoffId);
  });

  test('one about somebody whom risk does not know stays planned until a loan is named', async () => {
    const { alertId } = await acknowledged('LOW', false);
    await decide(alertId);
    const measure = await onlyMeasure(alertId);
    expect(measure.state).toBe('PLANNED');
    const input = { alertId, measureId: measure.measureId };
    await expect(risk.handOver.execute(risk.people.manager, input)).rejects.toMatchObject({ code: 'MEASURE_TARGET_UNKNOWN' });
    const { loanId } = await loan();
    await risk.handOver.execute(risk.people.manager, { ...input, targetId: loanId });
    expect(await onlyMeasure(alertId)).toMatchObject({ state: 'HANDED_OVER', target: { loanId } });
  });

  test('a freeze is lifted by a second person, once, and finance is told', async () => {
    const { alertId, customerId } = await acknowledged();
    await decide(alertId);
    const { handoffId, measureId } = await onlyMeasure(alertId);
    const lift = { alertId, measureId, reason: 'the accounts are in order' };
    await expect(risk.liftFreeze.execute(risk.people.second, lift)).rejects.toMatchObject({ code: 'FREEZE_NOT_LIFTABLE' });
    await word(alertId, handoffId ?? '', 'completed');
    await expect(risk.liftFreeze.execute(risk.people.manager, lift)).rejects.toMatchObject({ code: 'FREEZE_OWN_LIFT' });
    await risk.liftFreeze.execute(risk.people.second, lift);
    await expect(risk.liftFreeze.execute(risk.people.second, lift)).rejects.toMatchObject({ code: 'FREEZE_NOT_LIFTABLE' });
    const said = (await saidOf(alertId)).filter(({ type }) => type === 'risk.freeze-lifted.v1');
    expect(said).toMatchObject([{ data: { measureId, customerId } }]);
  });
});

describe('[4.23, 7.4] from the alert to its closing', () => {
  test('acknowledged, assessed, measured, checked, closed; each step has its deadline', async () => {
    const { alertId } = await acknowledged('HIGH');
    const dues = [(await alertOf(alertId)).dueAt];
    await assess(alertId);
    dues.push((await alertOf(alertId)).dueAt);
    await decide(alertId, 'NONE');
    dues.push((await alertOf(alertId)).dueAt);
    const { measureId } = await onlyMeasure(alertId);
    const close = { alertId, text: 'nothing is left of it' };
    await expect(risk.close.execute(risk.people.manager, close)).rejects.toMatchObject({ code: 'ALERT_MEASURES_UNCHECKED' });
    await risk.checkMeasure.execute(risk.people.first, { alertId, measureId, effect: 'EFFECTIVE', evidence: 'he has paid' });
    await risk.close.execute(risk.people.manager, close);
    expect(await alertOf(alertId)).toMatchObject({ state: 'CLOSED', dueAt: null, noticeAt: null });
    expect(dues.every((due) => due !== null)).toBe(true);
    // Four working hours each, but ten working days for the effect.
    expect(Number(dues[1])).toBeGreaterThanOrEqual(Number(dues[0]));
    expect(Number(dues[2])).toBeGreaterThan(Number(addMs(dues[1] ?? new Date(), 7 * 86_400_000)));
  });

  test('a level that is raised to HIGH goes further and brings the customer under watch', async () => {
    const { alertId, customerId } = await acknowledged('LOW');
    expect(await reading(risk, (tx) => risk.watches.openOf(customerId ?? '', tx))).toBeNull();
    await assess(alertId, { level: 'HIGH', levelReason: 'he has fled' });
    expect((await saidOf(alertId)).at(-1)).toMatchObject({
      type: 'risk.alert-escalated.v1',
      data: { cause: 'RAISED_TO_HIGH', level: 'HIGH' },
    });
    expect(await reading(risk, (tx) => risk.watches.openOf(customerId ?? '', tx))).toMatchObject({ level: 'HIGH', isException: true });
  });

  test('a measure that did not work goes further, and another is owed', async () => {
    const { alertId } = await acknowledged('HIGH');
    await assess(alertId);
    await decide(alertId, 'NONE');
    const { measureId } = await onlyMeasure(alertId);
    await risk.checkMeasure.execute(risk.people.first, { alertId, measureId, effect: 'NOT', evidence: 'nothing was paid' });
    expect((await saidOf(alertId)).at(-1)).toMatchObject({ data: { cause: 'MEASURE_INEFFECTIVE' } });
    await expect(risk.close.execute(risk.people.manager, { alertId, text: 'enough of it' })).rejects.toMatchObject({
      code: 'ALERT_RISK_NOT_TREATED',
    });
    await risk.escalate.execute(risk.people.manager, { alertId, reason: 'the general manager decides' });
    await risk.close.execute(risk.people.manager, { alertId, text: 'decided above' });
    expect((await alertOf(alertId)).state).toBe('CLOSED');
  });

  test.each<[string, (alertId: string) => Promise<unknown>, string]>([
    ['assessed with another level and no reason', (alertId) => assess(alertId, { level: 'HIGH' }), 'ALERT_LEVEL_REASON_MISSING'],
    ['closed at once', (alertId) => risk.close.execute(risk.people.manager, { alertId, text: 'enough' }), 'ILLEGAL_TRANSITION'],
    [
      'a check of no measure',
      (alertId) => risk.checkMeasure.execute(risk.people.first, { alertId, measureId: 'mea_1', effect: 'NOT', evidence: 'nothing' }),
      'MEASURE_UNKNOWN',
    ],
    ['escalated without a reason', (alertId) => risk.escalate.execute(risk.people.first, { alertId, reason: '' }), 'TEXT_MISSING'],
    ['a measure about nothing', (alertId) => decide(alertId, 'FREEZE', { dueOn: '2020-01-01' }), 'MEASURE_DEADLINE_PAST'],
  ])('refused and nothing changed: %s', async (_title, act, code) => {
    const { alertId } = await acknowledged();
    const before = await snapshotOf(risk.platform, riskCollections);
    await expect(act(alertId)).rejects.toMatchObject({ code });
    expect(await snapshotOf(risk.platform, riskCollections)).toBe(before);
  });
});

describe('[4.23] what nobody takes up in time', () => {
  test('is told of before the deadline and taken further at it, each once', async () => {
    const input = { category: 'CREDIT' as const, level: 'HIGH' as const, aboutId: newId('cus'), text: 'he does not answer' };
    const alertId = await risk.reportRisk.execute(risk.people.first, input);
    const sweep = () => risk.remindAlerts.execute(NEVER_STOPS);
    const noticeInThePast = async () => {
      const past = addMs(risk.platform.clock.now(), -1_000);
      await risk.platform.database.collection<{ _id: string }>('risk_alerts').updateOne({ _id: alertId }, { $set: { noticeAt: past } });
    };
    await noticeInThePast();
    expect(await sweep()).toBe(1);
    expect(await sweep()).toBe(0);
    await noticeInThePast();
    expect(await sweep()).toBe(1);
    expect(await sweep()).toBe(0);
    const said = (await saidOf(alertId)).slice(1);
    expect(said).toMatchObject([
      { type: 'risk.deadline-reminded.v1', data: { about: alertId, step: 'acknowledge', employeeIds: [risk.people.manager.employeeId] } },
      { type: 'risk.alert-escalated.v1', data: { cause: 'NOT_ACKNOWLEDGED', level: 'HIGH', escalationNo: 1 } },
    ]);
  });
});
