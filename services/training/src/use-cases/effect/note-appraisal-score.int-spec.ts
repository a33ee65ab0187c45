import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import type { EmployeeActor } from '@weilend/kernel';
import { person, seedPeople } from '@weilend/testing';
import { TrainingDesk } from '../../../test/builders/evaluating.builder.js';
import { TrainingEffectQueries } from '../../queries/effect/training-effect.queries.js';

let desk: TrainingDesk;
let attendees: EmployeeActor[];
let others: EmployeeActor[];
beforeAll(async () => {
  desk = await TrainingDesk.open();
  attendees = Array.from({ length: 5 }, () => person('sales', 'salesperson'));
  others = Array.from({ length: 6 }, () => person('sales', 'salesperson'));
  await seedPeople(desk.platform, [...attendees, ...others]);
});
afterAll(() => desk.platform.stop());

async function closed({ employeeId }: EmployeeActor, quarter: string, score: number): Promise<void> {
  const appraisalId = newId('apr');
  await desk.inbox.receive(desk.source.event('hr.appraisal-closed.v1', appraisalId, { appraisalId, employeeId, quarter, score }));
}
const effect = (change: object = {}) => desk.get(TrainingEffectQueries).effect({ topic: 'LAW', quarter: '2026-Q2', ...change });

describe('[6.9] the effect of a training', () => {
  test('from the closed quarters of hr: nothing is claimed before there are enough people', async () => {
    const sessionId = await desk.held(attendees, { heldOn: '2026-05-10' });
    await closed(attendees[0]!, '2026-Q1', 61);
    await closed(attendees[0]!, '2026-Q3', 70);
    await closed(others[0]!, '2026-Q1', 62);
    await closed(others[0]!, '2026-Q3', 64);
    expect(await effect()).toEqual({
      ...{ beforeQuarter: '2026-Q1', afterQuarter: '2026-Q3', attendees: 5, scored: 1, compared: 1, others: 1, least: 5 },
      ...{ silentBecause: 'TOO_FEW_ATTENDEES', figures: null },
    });
    for (const one of attendees.slice(1)) {
      await closed(one, '2026-Q1', 65);
      await closed(one, '2026-Q3', 72);
    }
    expect(await effect({ sessionId })).toMatchObject({ compared: 5, others: 1, silentBecause: 'TOO_FEW_OTHERS', figures: null });
  });

  test('attendees against others of the same roles and band', async () => {
    for (const one of others.slice(1)) {
      await closed(one, '2026-Q1', 66);
      await closed(one, '2026-Q3', 67);
    }
    // 9 and four times 7 make 7.4; 2 and five times 1 make 7/6.
    expect((await effect()).figures).toEqual({ attendeesChange: 7.4, othersChange: 1.1667, effect: 6.2333 });
  });

  test('a closed quarter never changes; other roles are not compared', async () => {
    await closed(attendees[1]!, '2026-Q3', 100);
    expect(await effect()).toMatchObject({ figures: { attendeesChange: 7.4 } });
    await closed(desk.officer, '2026-Q1', 66);
    await closed(desk.officer, '2026-Q3', 10);
    expect(await effect()).toMatchObject({ others: 6, figures: { effect: 6.2333 } });
  });

  test('others trained in the same topic in these quarters are left out; another topic does not matter', async () => {
    await desk.held([others[5]!], { heldOn: '2026-05-20', topic: 'PRODUCT' });
    expect(await effect()).toMatchObject({ others: 6 });
    const again = await desk.held([others[5]!], { heldOn: '2026-08-20' });
    expect(await effect()).toMatchObject({ attendees: 5, others: 5 });
    expect(await effect({ sessionId: again })).toMatchObject({ attendees: 1, silentBecause: 'TOO_FEW_ATTENDEES' });
  });

  test.each(['2026', '2026-Q7'])('"%s" is no quarter', async (quarter) => {
    await expect(effect({ quarter })).rejects.toMatchObject({ code: 'QUARTER_INVALID' });
  });
});
