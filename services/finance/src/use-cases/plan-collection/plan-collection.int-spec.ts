import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, newId } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { collectionsKit, collector } from '../../../test/builders/collections-kit.builder.js';
import type { CollectionsKit } from '../../../test/builders/collections-kit.builder.js';

let kit: CollectionsKit;
let today: LocalDate;
beforeAll(async () => {
  kit = await collectionsKit();
  today = kit.p.clock.today();
});
afterAll(() => kit.stop());

const plan = (loanId: string, nextActionOn: LocalDate | null) => kit.plan.execute(collector, { loanId, nextActionOn });
const hardship = (loanId: string, reason: string | null) => kit.plan.noteHardship(collector, { loanId, reason });
const late = async (): Promise<string> => (await kit.lend(addDays(today, -10))).id;
const caseOf = async (loanId: string) => (await kit.rows('collection_cases', { loanId }))[0];

describe('[7.4] the next action', () => {
  it('is planned, moved and taken away', async () => {
    const loanId = await late();
    for (const day of [today, addDays(today, 7), null]) {
      await plan(loanId, day);
      expect(await caseOf(loanId)).toMatchObject({ nextActionOn: day });
    }
  });

  it.each([-1, 185])('is not %i days from today', async (count) => {
    const loanId = await late();
    await expect(plan(loanId, addDays(today, count))).rejects.toMatchObject({ code: 'NEXT_ACTION_INVALID' });
    expect(await caseOf(loanId)).toBeUndefined();
  });

  it('is of late loans only', async () => {
    const { id } = await kit.lend(today);
    await expect(plan(id, addDays(today, 1))).rejects.toMatchObject({ code: 'LOAN_NOT_OVERDUE' });
    await expect(plan(newId('lon'), today)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('[7.4] hardship', () => {
  it('is noted with its reason, and ends', async () => {
    const loanId = await late();
    await hardship(loanId, ' 住院 ');
    const noted = { reason: '住院', since: today, notedBy: `employee:${collector.employeeId}` };
    expect(await caseOf(loanId)).toMatchObject({ hardship: noted });
    await hardship(loanId, null);
    expect(await caseOf(loanId)).toMatchObject({ hardship: null });
  });

  it.each([
    ['', 'COLLECTION_REASON_MISSING'],
    [' ', 'COLLECTION_REASON_MISSING'],
    ['电话 13800138000', 'PERSONAL_NUMBER_IN_TEXT'],
  ])('is not noted with "%s"', async (reason, code) => {
    const loanId = await late();
    await expect(hardship(loanId, reason)).rejects.toMatchObject({ code });
    expect(await caseOf(loanId)).toBeUndefined();
  });
});
