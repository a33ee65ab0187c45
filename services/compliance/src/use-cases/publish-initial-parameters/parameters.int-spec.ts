import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parameterTypes } from '@weilend/contracts';
import { addDays } from '@weilend/kernel';
import { person, sentMessages, sentTypes } from '@weilend/testing';
import { anOffice } from '../../../test/builders/compliance.builder.js';
import type { Office } from '../../../test/builders/compliance.builder.js';
import { firstValues } from './publish-initial-parameters.use-case.js';

let office: Office;
const [officer, second, third] = [1, 2, 3].map(() => person('compliance', 'compliance-officer'));
beforeAll(async () => {
  office = await anOffice();
});
afterAll(() => office.stop());

const register = () => office.platform.database.collection('parameter_register');
const who = (actor: typeof officer) => actor ?? person('compliance', 'compliance-officer');

describe('[1.2] what every service starts with', () => {
  test('is published once, whatever races and however often it boots', async () => {
    const outcomes = await Promise.allSettled([office.acts.publishInitial.execute(), office.acts.publishInitial.execute()]);
    expect(outcomes.some((outcome) => outcome.status === 'fulfilled')).toBe(true);
    expect(await office.acts.publishInitial.execute()).toBe(0);
    expect(await register().countDocuments({ state: 'published' })).toBe(firstValues().length);
    const sent = await sentMessages(office.platform);
    expect(sent.map((message) => `${String(message.data['key'])}@${String(message.data['effectiveFrom'])}`).sort()).toEqual(
      firstValues()
        .map((value) => `${value.key}@${value.effectiveFrom}`)
        .sort(),
    );
  });

  test('every event goes to every department', async () => {
    const rows = await office.platform.database.collection('outbox').find().toArray();
    const destinations = new Set(rows.map((row) => String(row['destination'])));
    expect([...destinations].sort()).toEqual(['approval', 'compliance', 'coordination', 'finance', 'hr', 'risk', 'sales', 'training']);
    expect(rows).toHaveLength(firstValues().length * 8);
  });

  test('covers every key that services decide on', () => {
    expect([...new Set(firstValues().map((value) => value.key))].sort()).toEqual(Object.keys(parameterTypes).sort());
  });
});

describe('[1.2] four eyes over the outbox', () => {
  const propose = (days: number, key = 'visit.interval-a') =>
    office.acts.proposeParameter.execute(who(officer), {
      key,
      value: '20',
      effectiveFrom: addDays(office.platform.clock.today(), days),
      basis: '办公会',
    });

  test('nothing is announced before somebody else approves', async () => {
    const before = await sentTypes(office.platform);
    const parameterId = await propose(1);
    await expect(office.acts.approveParameter.execute(who(officer), { parameterId })).rejects.toMatchObject({ code: 'FOUR_EYES' });
    expect(await sentTypes(office.platform)).toEqual(before);
    await office.acts.approveParameter.execute(who(second), { parameterId });
    expect((await sentTypes(office.platform)).slice(before.length)).toEqual(['compliance.parameter-published.v1']);
  });

  test('two proposals for one date approved at once: one is published', async () => {
    const ids = [await propose(2), await propose(2)];
    const outcomes = await Promise.allSettled(
      ids.map((parameterId, index) => office.acts.approveParameter.execute(who([second, third][index]), { parameterId })),
    );
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    const [late] = outcomes.filter((outcome) => outcome.status === 'rejected') as PromiseRejectedResult[];
    expect(late?.reason).toMatchObject({ code: 'PARAMETER_DATE_TAKEN' });
  });

  test('a refusal leaves an audit row with its rule', async () => {
    await expect(propose(-1)).rejects.toMatchObject({ code: 'PARAMETER_RETROACTIVE' });
    const row = await office.platform.database.collection('audit_rows').findOne({ code: 'PARAMETER_RETROACTIVE' } as never);
    expect(row).toMatchObject({ outcome: 'refused', rule: '1.2', operation: 'propose-parameter' });
  });
});
