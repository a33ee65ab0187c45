import { describe, expect, test } from '@jest/globals';
import { changeQuestion, retireQuestion, writeQuestion } from './question.js';
import type { QuestionContent } from './question.js';

const act = { by: 'emp_t', at: new Date('2026-03-02T02:00:00Z') };
const content: QuestionContent = {
  ...{ topic: 'LAW', difficulty: 'EASY', kind: 'SINGLE_CHOICE', text: '综合融资成本的上限是多少？' },
  ...{ choices: ['24%', '36%', '48%'], correct: [0], points: 5, explanation: '见《综合融资成本管理工作指引》。' },
};

describe('[6.8] a question of the bank', () => {
  test.each<[string, Partial<QuestionContent>, string]>([
    ['without a text', { text: ' ' }, 'QUESTION_TEXT_MISSING'],
    ['with one choice', { choices: ['24%'] }, 'QUESTION_CHOICES_INVALID'],
    ['with two equal choices', { choices: ['24%', '24% '] }, 'QUESTION_CHOICES_INVALID'],
    ['with a blank choice', { choices: ['24%', ' '] }, 'QUESTION_CHOICES_INVALID'],
    ['with nine choices', { choices: ['1', '2', '3', '4', '5', '6', '7', '8', '9'] }, 'QUESTION_CHOICES_INVALID'],
    ['without a right choice', { correct: [] }, 'QUESTION_CORRECT_INVALID'],
    ['with two right choices where one is asked for', { correct: [0, 1] }, 'QUESTION_CORRECT_INVALID'],
    ['with a right choice that is none', { correct: [3] }, 'QUESTION_CORRECT_INVALID'],
    ['with a right choice before the first', { correct: [-1] }, 'QUESTION_CORRECT_INVALID'],
    ['with half a place', { correct: [0.5] }, 'QUESTION_CORRECT_INVALID'],
    ['of several with one right', { kind: 'MULTIPLE_CHOICE', correct: [1] }, 'QUESTION_CORRECT_INVALID'],
    ['of several with one named twice', { kind: 'MULTIPLE_CHOICE', correct: [1, 1] }, 'QUESTION_CORRECT_INVALID'],
    ['true or false with both', { kind: 'TRUE_FALSE', correct: [0, 1] }, 'QUESTION_CORRECT_INVALID'],
    ['true or false with a third', { kind: 'TRUE_FALSE', correct: [2] }, 'QUESTION_CORRECT_INVALID'],
    ['worth nothing', { points: 0 }, 'QUESTION_POINTS_INVALID'],
    ['worth half a point', { points: 0.5 }, 'QUESTION_POINTS_INVALID'],
    ['worth too much', { points: 101 }, 'QUESTION_POINTS_INVALID'],
    ['without an explanation', { explanation: '' }, 'QUESTION_EXPLANATION_MISSING'],
  ])('refused: %s', (_name, change, code) => {
    expect(() => writeQuestion('tqn_1', { ...content, ...change }, act)).toThrow(code);
  });

  test.each<[string, Partial<QuestionContent>, Partial<QuestionContent>]>([
    ['one right', {}, { correct: [0] }],
    ['several right, in any order', { kind: 'MULTIPLE_CHOICE', correct: [2, 0] }, { correct: [0, 2] }],
    ['true or false has its own choices', { kind: 'TRUE_FALSE', choices: [], correct: [1] }, { choices: ['正确', '错误'] }],
  ])('accepted: %s', (_name, change, expected) => {
    expect(writeQuestion('tqn_1', { ...content, ...change }, act)).toMatchObject({ state: 'ACTIVE', revision: 1, ...expected });
  });

  test('a change keeps what it said before', () => {
    const changed = changeQuestion(writeQuestion('tqn_1', content, act), { ...content, correct: [1] }, { ...act, by: 'emp_m' });
    expect(changed).toMatchObject({ revision: 2, correct: [1], writtenBy: 'emp_m' });
    expect(changed.revisions).toEqual([{ revision: 1, content, ...act }]);
  });

  test('a bad change is refused as a bad question', () => {
    expect(() => changeQuestion(writeQuestion('tqn_1', content, act), { ...content, correct: [] }, act)).toThrow(
      'QUESTION_CORRECT_INVALID',
    );
  });

  test('a retired question is neither changed nor retired again', () => {
    const retired = retireQuestion(writeQuestion('tqn_1', content, act));
    expect(() => retireQuestion(retired)).toThrow('QUESTION_RETIRED');
    expect(() => changeQuestion(retired, content, act)).toThrow('QUESTION_RETIRED');
  });
});
