import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { reading, riskUnderTest } from '../../../test/builders/risk.builder.js';
import type { RiskUnderTest } from '../../../test/builders/risk.builder.js';
import { alertLife } from './0006-alert-life.js';

let risk: RiskUnderTest;
beforeAll(async () => {
  risk = await riskUnderTest();
});
afterAll(() => risk.platform.stop());

test('[7.4] an alert of before goes on from where it stands, with a deadline, and its measures can be handed over and checked', async () => {
  const [alertId, at] = [newId('alt'), new Date('2026-10-01T02:00:00Z')];
  const [freezeId, noneId] = [newId('mea'), newId('mea')];
  const measure = { ownerId: risk.people.first.employeeId, dueOn: '2026-10-20', reason: 'until seen', decidedBy: 'emp_1', decidedAt: at };
  const old = {
    ...{
      _id: alertId,
      version: 2,
      category: 'CREDIT',
      level: 'HIGH',
      aboutId: newId('cus'),
      applicationId: null,
      text: 'the shop is shut',
    },
    ...{ signalId: null, handoffId: null, raisedBy: 'employee:emp_1', raisedAt: at, state: 'MEASURED', acknowledgedBy: 'emp_2' },
    ...{ acknowledgedAt: at, trackerId: null },
    measures: [
      { measureId: freezeId, kind: 'FREEZE', ...measure },
      { measureId: noneId, kind: 'NONE', ...measure },
    ],
  };
  await risk.platform.database.collection<{ _id: string }>('risk_alerts').insertOne(old);
  await alertLife.up(risk.platform.database);
  await alertLife.up(risk.platform.database);
  const alert = await reading(risk, (tx) => risk.alerts.get(alertId, tx));
  expect(alert).toMatchObject({
    ...{ state: 'MEASURED', notice: 'LATE', dueAt: expect.any(Date), stepSince: at, measureDueOn: '2026-10-20', escalationNo: 0 },
    measures: [{ state: 'PLANNED' }, { state: 'APPLIED', endedAt: at }],
  });
  const { manager, first } = risk.people;
  await risk.handOver.execute(manager, { alertId, measureId: freezeId });
  await risk.checkMeasure.execute(first, { alertId, measureId: noneId, effect: 'EFFECTIVE', evidence: 'it was paid' });
  expect(await reading(risk, (tx) => risk.alerts.get(alertId, tx))).toMatchObject({
    measures: [{ state: 'HANDED_OVER' }, { state: 'CHECKED' }],
  });
});
