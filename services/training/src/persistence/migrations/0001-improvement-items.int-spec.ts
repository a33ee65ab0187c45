import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addDays } from '@weilend/kernel';
import { TrainingDesk } from '../../../test/builders/evaluating.builder.js';
import { improvementItems } from './0001-improvement-items.js';

let desk: TrainingDesk;
beforeAll(async () => void (desk = await TrainingDesk.open()));
afterAll(() => desk.platform.stop());

const rows = (name: string) => desk.platform.database.collection<{ _id: string }>(name);

test('[6.9] what evaluations of before found has an owner and a day; again changes nothing', async () => {
  const before = async (improvements: string[], change: object) => {
    const sessionId = await desk.held([desk.seller]);
    const evaluation = { method: 'EXAM', results: [], improvements, evaluatedOn: '2026-03-09' };
    await rows('training_sessions').updateOne({ _id: sessionId }, { $set: { state: 'EVALUATED', evaluation, ...change } as never });
    return sessionId;
  };
  const led = await before(['更多案例', '考试增加判断题'], {});
  const elsewhere = await before(['换一家机构'], { trainerId: null });
  await before([], {});
  await improvementItems.up(desk.platform.database);
  const found = await rows('training_improvements').find().sort({ text: 1 }).toArray();
  const dueOn = addDays(desk.platform.clock.today(), 90);
  const open = { state: 'OPEN', evaluatedOn: '2026-03-09', planId: null, closing: null, dueOn, owedOn: dueOn, version: 1 };
  expect(found).toHaveLength(3);
  expect(found).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ ...open, sessionId: led, text: '更多案例', ownerId: desk.trainer.employeeId }),
      expect.objectContaining({ ...open, sessionId: led, text: '考试增加判断题', ownerId: desk.trainer.employeeId }),
      expect.objectContaining({ ...open, sessionId: elsewhere, text: '换一家机构', ownerId: desk.manager.employeeId }),
    ]),
  );
  expect((await desk.session(led)).evaluation?.improvements).toEqual([]);
  await improvementItems.up(desk.platform.database);
  expect(await rows('training_improvements').find().sort({ text: 1 }).toArray()).toEqual(found);
});
