import { describe, expect, test } from '@jest/globals';
import { giveFeedback, summarise } from './feedback.js';
import type { TrainingFeedback } from './feedback.js';

const session = { state: 'HELD', attendeeIds: ['emp_a', 'emp_b', 'emp_c'] } as const;
const given: Omit<TrainingFeedback, 'version'> = {
  ...{ id: 'tfb_1', sessionId: 'trs_1', employeeId: 'emp_a', content: 4, trainer: 5, usefulness: 3, text: '案例很有用' },
  givenAt: new Date('2026-03-03T02:00:00Z'),
};
const feedback = giveFeedback(session, given, null);

describe('[6.7] feedback by attendees only, once', () => {
  test.each<[string, Partial<typeof given>, TrainingFeedback | null, string]>([
    ['somebody who was not there', { employeeId: 'emp_x' }, null, 'FEEDBACK_NOT_ATTENDEE'],
    ['a second time', {}, feedback, 'FEEDBACK_GIVEN'],
    ['a content of 0', { content: 0 }, null, 'FEEDBACK_MARK_INVALID'],
    ['a trainer of 6', { trainer: 6 }, null, 'FEEDBACK_MARK_INVALID'],
    ['half a mark', { usefulness: 2.5 }, null, 'FEEDBACK_MARK_INVALID'],
    ['a blank text', { text: ' ' }, null, 'TEXT_TOO_SHORT'],
    ["[3.7] a customer's number", { text: '问 13800138000' }, null, 'PERSONAL_NUMBER_IN_TEXT'],
  ])('refused: %s', (_name, change, earlier, code) => {
    expect(() => giveFeedback(session, { ...given, ...change }, earlier)).toThrow(code);
  });

  test('kept without words, too', () => {
    expect(giveFeedback(session, { ...given, text: null }, null).text).toBeNull();
  });
});

describe('[6.9] shown together, never one by one', () => {
  const three = [feedback, { ...feedback, employeeId: 'emp_b', content: 5, text: '建议增加演练' }, { ...feedback, content: 5, text: null }];

  test.each([
    [0, 1],
    [1, 2],
    [2, 3],
    [0, 0],
  ])('%s answers where %s are needed: how many, and nothing else', (answers, least) => {
    expect(summarise(3, three.slice(0, answers), least)).toEqual({ attendees: 3, answers, least, shown: 0, figures: null });
  });

  test('with enough answers: averages, and words without their writer', () => {
    const { figures } = summarise(5, three, 3);
    expect(figures).toEqual({ content: 4.6667, trainer: 5, usefulness: 3, texts: ['建议增加演练', '案例很有用'] });
    expect(summarise(5, [...three].reverse(), 3).figures).toEqual(figures);
  });

  test('what one more has said cannot be read from what changes: new answers are shown by as many at a time', () => {
    const many = Array.from({ length: 7 }, (_, place) => ({
      ...{ ...feedback, id: `tfb_${place}`, employeeId: `emp_${place}`, content: (place % 5) + 1, text: `第 ${place} 条意见` },
      givenAt: new Date(feedback.givenAt.getTime() + place * 60_000),
    }));
    const of = (answers: number) => summarise(9, many.slice(0, answers), 3);
    for (const answers of [4, 5]) expect(of(answers)).toEqual({ ...of(3), answers });
    expect(of(6)).toMatchObject({ answers: 6, shown: 6 });
    expect(of(7)).toEqual({ ...of(6), answers: 7 });
    expect(summarise(9, [...many].reverse(), 3)).toEqual(of(7));
  });
});
