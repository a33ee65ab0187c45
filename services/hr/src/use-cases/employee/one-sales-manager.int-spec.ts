import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sentMessages } from '@weilend/testing';
import { administrator, hired, hrManager, newcomer, peopleUnderTest } from '../../../test/builders/people.builder.js';
import type { PeopleUnderTest } from '../../../test/builders/people.builder.js';

let people: PeopleUnderTest;
beforeAll(async () => void (people = await peopleUnderTest()));
afterAll(() => people.platform.stop());

const ROUNDS = 8;
const LEAD = { department: 'sales' as const, roles: ['sales-manager'] };

const hire = (): Promise<string> => people.hire.execute(administrator, newcomer({ roles: ['sales-manager'] }));
const appoint = (employeeId: string): Promise<string> => people.change.execute(administrator, { employeeId, ...LEAD });

async function dismissAll(): Promise<void> {
  const { nodes } = await people.employeeQueries.list({ role: 'sales-manager', active: true });
  for (const { id } of nodes) await people.deactivate.execute(hrManager, { employeeId: id });
}

/** What each act came to: the id, or the code of the refusal. */
async function outcomes(acts: readonly Promise<string>[]): Promise<string[]> {
  const settled = await Promise.allSettled(acts);
  return settled
    .map((one) => (one.status === 'fulfilled' ? 'done' : ((one.reason as { code?: string }).code ?? String(one.reason))))
    .sort();
}

describe('[2.1] two managers appointed at once', () => {
  test.each<[string, () => Promise<readonly (() => Promise<string>)[]>]>([
    ['two hirings', async () => [hire, hire]],
    [
      'two transfers',
      async () => {
        const [one, other] = [await hired(people), await hired(people)];
        return [() => appoint(one), () => appoint(other)];
      },
    ],
    [
      'a transfer and a hiring',
      async () => {
        const one = await hired(people);
        return [() => appoint(one), hire];
      },
    ],
    [
      'a return and a transfer',
      async () => {
        const gone = await hired(people);
        await people.deactivate.execute(hrManager, { employeeId: gone });
        const one = await hired(people);
        const back = { employeeId: gone, ...LEAD, password: newcomer().password };
        return [() => people.rehire.execute(administrator, back), () => appoint(one)];
      },
    ],
  ])('%s: one is refused, every time, and leaves nothing behind', async (_title, given) => {
    for (let round = 0; round < ROUNDS; round++) {
      await dismissAll();
      const acts = await given();
      const rows = people.platform.database.collection('employee_changes');
      const [history, news] = [await rows.countDocuments(), (await sentMessages(people.platform)).length];
      expect(await outcomes(acts.map((act) => act()))).toEqual(['SALES_MANAGER_EXISTS', 'done']);
      expect(await people.platform.database.collection('employees').countDocuments({ leadsSales: true })).toBe(1);
      expect(await rows.countDocuments()).toBe(history + 1);
      expect((await sentMessages(people.platform)).length).toBe(news + 1);
    }
  });

  test('the place is free again when he leaves or moves', async () => {
    await dismissAll();
    const id = await hire();
    await people.change.execute(hrManager, { employeeId: id, department: 'sales', roles: ['salesperson'] });
    const next = await hire();
    await people.deactivate.execute(hrManager, { employeeId: next });
    expect(await outcomes([appoint(id)])).toEqual(['done']);
  });
});

describe('[2.1] two who would lead each other at once', () => {
  test('one is refused, every time', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const [one, other] = [await hired(people), await hired(people)];
      const under = (employeeId: string, managerId: string) =>
        people.change.execute(hrManager, { employeeId, department: 'sales', roles: ['salesperson'], managerId });
      expect(await outcomes([under(one, other), under(other, one)])).toEqual(['MANAGER_CIRCLE', 'done']);
    }
  });
});
