import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { assigned, reading, riskUnderTest } from '../../../test/builders/risk.builder.js';
import type { RiskUnderTest } from '../../../test/builders/risk.builder.js';
import { investigationPlans } from './0005-investigation-plans.js';

let risk: RiskUnderTest;
beforeAll(async () => {
  risk = await riskUnderTest();
});
afterAll(() => risk.platform.stop());

test('[4.10] an investigation from before outlines and decided waivers is read, and counts as it did', async () => {
  const { database } = risk.platform;
  const { id } = await assigned(risk);
  await risk.askSales.execute(risk.people.first, { investigationId: id, question: 'Where is the lease?' });
  const rows = database.collection('investigations');
  const dueAt = (await rows.findOne({ _id: id as never }))?.['replyDueAt'];
  const old = { method: 'PHONE_VERIFICATION', reason: 'the employer has no telephone', waivedBy: 'emp_1', waivedAt: new Date(0) };
  const gone = { assignments: '', plans: '', contradictionAnswers: '', checkDueAt: '', replyDueAt: '', waiverPending: '' };
  await rows.updateOne({ _id: id as never }, { $unset: gone, $set: { waivers: [old] } });
  const loanId = newId('lon');
  const loans = database.collection('loan_exposures');
  await loans.insertOne({ _id: loanId as never, amountFen: 500, customerId: 'cus_1', reversedOn: null });
  for (let again = 0; again < 2; again++) await investigationPlans.up(database);
  const migrated = await reading(risk, (tx) => risk.investigations.get(id, tx));
  expect(migrated).toMatchObject({ assignments: [], plans: [], waivers: [{ ...old, state: 'APPROVED', decision: null }] });
  expect((await rows.findOne({ _id: id as never }))?.['replyDueAt']).toEqual(dueAt);
  expect(await loans.findOne({ _id: loanId as never })).toMatchObject({ outstandingFen: 500, toldOn: null });
});
