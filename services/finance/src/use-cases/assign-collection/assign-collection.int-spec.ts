import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, newId } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { person, seedPeople } from '@weilend/testing';
import { collectionsKit, collector } from '../../../test/builders/collections-kit.builder.js';
import type { CollectionsKit } from '../../../test/builders/collections-kit.builder.js';
import { people } from '../../../test/builders/finance-kit.builder.js';

let kit: CollectionsKit;
let today: LocalDate;
beforeAll(async () => {
  kit = await collectionsKit();
  today = kit.p.clock.today();
});
afterAll(() => kit.stop());

const assign = (loanIds: readonly string[], collectorId = collector.employeeId) =>
  kit.assign.execute(people.checker, { loanIds, collectorId });
const late = () => kit.lend(addDays(today, -10));
const casesOf = (loanIds: readonly string[]) => kit.rows('collection_cases', { loanId: { $in: [...loanIds] } });

describe('[7.4] late loans are given to a collector', () => {
  it('many at once; the last one given to has it', async () => {
    const loanIds = [(await late()).id, (await late()).id];
    await assign([...loanIds, ...loanIds]);
    expect(await casesOf(loanIds)).toMatchObject([{ collectorId: collector.employeeId }, { collectorId: collector.employeeId }]);
    await assign(loanIds, people.checker.employeeId);
    expect(await casesOf(loanIds)).toMatchObject([{ collectorId: people.checker.employeeId }, { collectorId: people.checker.employeeId }]);
  });

  it('all of them or none', async () => {
    const loan = await late();
    const current = await kit.lend(addDays(today, 10));
    await expect(assign([loan.id, current.id])).rejects.toMatchObject({ code: 'LOAN_NOT_OVERDUE' });
    await expect(assign([loan.id, newId('lon')])).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await casesOf([loan.id, current.id])).toEqual([]);
  });

  it.each([
    ['no loan', () => []],
    ['too many', () => Array.from({ length: 101 }, () => newId('lon'))],
  ])('not %s', async (_title, loanIds) => {
    await expect(assign(loanIds())).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  it('not to a salesperson, to somebody unknown or to somebody who has left', async () => {
    const loan = await late();
    const left = person('finance', 'finance-officer');
    await seedPeople(kit.p, [left]);
    await kit.p.database.collection<{ _id: string }>('employee_directory').updateOne({ _id: left.employeeId }, { $set: { active: false } });
    for (const collectorId of [people.salesperson.employeeId, newId('emp'), left.employeeId]) {
      await expect(assign([loan.id], collectorId)).rejects.toMatchObject({ code: 'COLLECTOR_NOT_ELIGIBLE' });
    }
    expect(await casesOf([loan.id])).toEqual([]);
  });
});
