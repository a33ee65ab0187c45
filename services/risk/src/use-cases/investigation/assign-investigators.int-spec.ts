import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { person, seedPeople } from '@weilend/testing';
import { opened, reading, riskUnderTest } from '../../../test/builders/risk.builder.js';
import type { RiskUnderTest } from '../../../test/builders/risk.builder.js';

let risk: RiskUnderTest;
const seller = person('sales', 'salesperson', 'investigator');
const gone = person('risk', 'investigator');
const clerk = person('risk', 'risk-manager');
beforeAll(async () => {
  risk = await riskUnderTest();
  await seedPeople(risk.platform, [seller, gone, clerk]);
  await risk.platform.work.run({ actor: clerk, operation: 'test-leave' }, (tx) => risk.platform.directory.deactivate(gone.employeeId, tx));
});
afterAll(() => risk.platform.stop());

const load = (id: string) => reading(risk, (tx) => risk.investigations.get(id, tx));
const assign = (investigationId: string, ...people: EmployeeActor[]) =>
  risk.assign.execute(risk.people.manager, { investigationId, investigatorIds: people.map((one) => one.employeeId) });

describe('[4.11] two investigators, neither of whom sold the loan', () => {
  test('two active investigators of the directory', async () => {
    const { id } = await opened(risk);
    await assign(id, risk.people.first, risk.people.second);
    expect(await load(id)).toMatchObject({
      state: 'ASSIGNED',
      investigatorIds: [risk.people.first.employeeId, risk.people.second.employeeId],
    });
  });

  const refusals: [string, () => EmployeeActor[], object][] = [
    [
      'the salesperson himself',
      () => [risk.people.first, seller],
      { code: 'SEGREGATION_OF_DUTIES', data: { role: 'INVESTIGATOR', alreadyHeld: 'SALESPERSON' } },
    ],
    ['one twice', () => [risk.people.first, risk.people.first], { code: 'INVESTIGATORS_NOT_TWO' }],
    [
      'somebody who has left',
      () => [risk.people.first, gone],
      { code: 'INVESTIGATOR_NOT_ELIGIBLE', data: { employeeId: gone.employeeId } },
    ],
    ['somebody without the role', () => [clerk, risk.people.first], { code: 'INVESTIGATOR_NOT_ELIGIBLE' }],
    ['somebody nobody knows', () => [risk.people.first, person('risk', 'investigator')], { code: 'INVESTIGATOR_NOT_ELIGIBLE' }],
  ];
  test.each(refusals)('refused: %s, and nothing changes', async (_name, people, refusal) => {
    const investigation = await opened(risk, { salespersonId: seller.employeeId });
    await expect(assign(investigation.id, ...people())).rejects.toMatchObject(refusal);
    expect(await load(investigation.id)).toEqual(investigation);
  });

  test('[7.3] the salesperson is refused even when the handoff forgot to name him', async () => {
    const { id } = await opened(risk, { salespersonId: seller.employeeId, participants: [] });
    await expect(assign(id, risk.people.first, seller)).rejects.toMatchObject({ code: 'SEGREGATION_OF_DUTIES' });
  });

  test('an investigation that is not there', async () => {
    await expect(assign(newId('inv'), risk.people.first, risk.people.second)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
