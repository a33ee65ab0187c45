import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { TrainingDesk } from '../../../test/builders/evaluating.builder.js';
import { TrainingFeedbackQueries } from '../../queries/feedback/training-feedback.queries.js';
import { GiveTrainingFeedback } from './give-training-feedback.use-case.js';

let desk: TrainingDesk;
beforeAll(async () => {
  desk = await TrainingDesk.open();
});
afterAll(() => desk.platform.stop());

const marks = { content: 4, trainer: 5, usefulness: 3 };
const give = (sessionId: string, by = desk.seller, change: object = {}) =>
  desk.get(GiveTrainingFeedback).execute(by, { sessionId, ...marks, ...change });
const summary = (sessionId: string) => desk.get(TrainingFeedbackQueries).summary(sessionId);

describe('[6.7, 6.9] feedback', () => {
  test('is shown together from three answers on, with how many answered', async () => {
    const sessionId = await desk.held([desk.seller, desk.second, desk.officer]);
    await give(sessionId, desk.seller, { text: '案例很有用' });
    await give(sessionId, desk.second, { content: 5 });
    expect(await summary(sessionId)).toEqual({ attendees: 3, answers: 2, least: 3, shown: 0, figures: null });
    await give(sessionId, desk.officer, { content: 5, text: ' ' });
    const figures = { content: 4.6667, trainer: 5, usefulness: 3, texts: ['案例很有用'] };
    expect(await summary(sessionId)).toEqual({ attendees: 3, answers: 3, least: 3, shown: 3, figures });
    expect(await summary(newId('trs'))).toBeNull();
  });

  test.each<[string, (sessionId: string) => Promise<unknown>, string]>([
    ['by somebody who was not there', (id) => give(id, desk.officer), 'FEEDBACK_NOT_ATTENDEE'],
    ['by the trainer of it', (id) => give(id, desk.trainer), 'FEEDBACK_NOT_ATTENDEE'],
    ['twice', (id) => give(id, desk.second), 'FEEDBACK_GIVEN'],
    ['with 6', (id) => give(id, desk.seller, { trainer: 6 }), 'FEEDBACK_MARK_INVALID'],
    ["[3.7] with somebody's number", (id) => give(id, desk.seller, { text: '请联系 13800138000' }), 'PERSONAL_NUMBER_IN_TEXT'],
    ['on nothing', () => give(newId('trs')), 'NOT_FOUND'],
  ])('refused with nothing changed: %s', async (_name, act, code) => {
    const sessionId = await desk.held();
    await give(sessionId, desk.second);
    const before = await desk.snapshot();
    await expect(act(sessionId)).rejects.toMatchObject({ code });
    expect(await desk.snapshot()).toBe(before);
  });

  test('given twice at once it counts once', async () => {
    const sessionId = await desk.held();
    const outcomes = await Promise.allSettled([give(sessionId), give(sessionId)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'FEEDBACK_GIVEN' } });
    expect(await summary(sessionId)).toMatchObject({ answers: 1 });
  });
});
