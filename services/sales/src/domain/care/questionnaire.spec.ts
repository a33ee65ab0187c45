import { describe, expect, test } from '@jest/globals';
import { DomainErrors } from '@weilend/kernel';
import { checkAnswers, checkQuestions, overallScore } from './questionnaire.js';
import type { SurveyAnswer, SurveyQuestion } from './questionnaire.js';

const question = (key: string, change: Partial<SurveyQuestion> = {}): SurveyQuestion => ({
  ...{ key, kind: 'SCALE', text: '您是否满意？', choices: [], required: true, overall: false, ...change },
});
const QUESTIONS = [
  question('overall', { overall: true }),
  question('speed', { required: false }),
  question('channel', { kind: 'CHOICE', choices: ['网点', '电话'] }),
  question('words', { kind: 'TEXT', required: false }),
];
const answer = (key: string, change: Partial<SurveyAnswer>): SurveyAnswer => ({ key, score: null, choice: null, text: null, ...change });
const GOOD = [answer('channel', { choice: '电话' }), answer('overall', { score: 5 })];
const refusalsOf = (act: () => unknown): string[] => {
  try {
    act();
    return [];
  } catch (error) {
    return (error instanceof DomainErrors ? error.all : [error as DomainErrors]).map((one) => `${one.code} ${one.field}`);
  }
};

describe('[5.2] a questionnaire', () => {
  test('asks marks, choices and words, one mark overall', () => {
    expect(() => checkQuestions(QUESTIONS)).not.toThrow();
  });

  test.each<[string, readonly SurveyQuestion[], string]>([
    ['nothing', [], 'questions'],
    ['too much', Array.from({ length: 31 }, (_, index) => question(`q${index}`, { overall: index === 0 })), 'questions'],
    ['one thing twice', [...QUESTIONS, question('speed')], 'questions'],
    ['no overall mark', QUESTIONS.slice(1), 'questions'],
    ['two overall marks', [...QUESTIONS, question('again', { overall: true })], 'questions'],
    ['an overall mark that may be left out', [question('overall', { overall: true, required: false })], 'questions.0.overall'],
    ['words for an overall mark', [question('overall', { overall: true, kind: 'TEXT' })], 'questions.0.overall'],
    ['a key in Chinese', [...QUESTIONS, question('满意')], 'questions.4.key'],
    ['without words', [...QUESTIONS, question('empty', { text: ' ' })], 'questions.4.text'],
    ['one choice only', [...QUESTIONS, question('one', { kind: 'CHOICE', choices: ['是'] })], 'questions.4.choices'],
    ['the same choice twice', [...QUESTIONS, question('one', { kind: 'CHOICE', choices: ['是', '是'] })], 'questions.4.choices'],
    ['choices for a mark', [...QUESTIONS, question('one', { choices: ['是', '否'] })], 'questions.4.choices'],
  ])('that asks %s is refused', (_title, questions, field) => {
    expect(refusalsOf(() => checkQuestions(questions))).toContain(`QUESTIONNAIRE_INVALID ${field}`);
  });
});

describe('[5.2] answers', () => {
  test('are kept in the order of the questions; the overall mark is the one that counts', () => {
    const kept = checkAnswers(QUESTIONS, [...GOOD, answer('words', { text: ' 很好 ' })]);
    expect(kept.map(({ key }) => key)).toEqual(['overall', 'channel', 'words']);
    expect(kept.at(-1)?.text).toBe('很好');
    expect(overallScore(QUESTIONS, kept)).toBe(5);
  });

  test.each<[string, readonly SurveyAnswer[], string]>([
    ['without what is required', [answer('overall', { score: 5 })], 'ANSWER_INVALID answers.channel'],
    ['with six for a mark', [...GOOD.slice(0, 1), answer('overall', { score: 6 })], 'ANSWER_INVALID answers.overall'],
    ['with half a mark', [...GOOD.slice(0, 1), answer('overall', { score: 4.5 })], 'ANSWER_INVALID answers.overall'],
    ['with words for a mark', [...GOOD.slice(0, 1), answer('overall', { text: '好' })], 'ANSWER_INVALID answers.overall'],
    ['with a choice that is none', [...GOOD.slice(1), answer('channel', { choice: '微信' })], 'ANSWER_INVALID answers.channel'],
    ['to what nobody asked', [...GOOD, answer('age', { score: 5 })], 'ANSWER_INVALID answers.age'],
    ['given twice', [...GOOD, ...GOOD], 'ANSWER_INVALID answers'],
    ['without end', [...GOOD, answer('words', { text: '好'.repeat(1_001) })], 'ANSWER_INVALID answers.words'],
    ['[3.7] with a telephone number', [...GOOD, answer('words', { text: '13800138000' })], 'PERSONAL_NUMBER_IN_TEXT answers.words'],
  ])('%s are refused', (_title, answers, expected) => {
    expect(refusalsOf(() => checkAnswers(QUESTIONS, answers))).toEqual([expected]);
  });

  test('every mistake is told in one answer', () => {
    expect(refusalsOf(() => checkAnswers(QUESTIONS, []))).toEqual(['ANSWER_INVALID answers.overall', 'ANSWER_INVALID answers.channel']);
  });
});
