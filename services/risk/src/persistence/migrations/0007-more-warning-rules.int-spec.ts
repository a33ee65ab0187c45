import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { riskUnderTest } from '../../../test/builders/risk.builder.js';
import type { RiskUnderTest } from '../../../test/builders/risk.builder.js';
import { alertLife } from './0006-alert-life.js';
import { moreWarningRules } from './0007-more-warning-rules.js';

let risk: RiskUnderTest;
beforeAll(async () => void (risk = await riskUnderTest()));
afterAll(() => risk.platform.stop());

test('[4.23] a company that began before has the new rules, once, and keeps its own versions of the others', async () => {
  const { database } = risk.platform;
  await alertLife.up(database);
  const rules = database.collection<{ _id: string; code: string; leastAmount: number }>('warning_rules');
  await rules.deleteMany({ code: { $in: ['INQUIRIES_6', 'REPRESENTATIVE_CHANGED'] } });
  await rules.updateOne({ code: 'DPD_30' }, { $set: { leastAmount: 25 } });
  await moreWarningRules.up(database);
  await moreWarningRules.up(database);
  for (const code of ['INQUIRIES_6', 'REPRESENTATIVE_CHANGED'])
    expect(await rules.find({ code }).toArray()).toMatchObject([{ state: 'ACTIVE', ruleVersion: 1 }]);
  expect(await rules.find({ code: 'DPD_30' }).toArray()).toMatchObject([{ leastAmount: 25 }]);
});
