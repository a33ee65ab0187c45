import { expect, test } from '@jest/globals';
import type { SurveyQuestion } from './questionnaire.js';
import { surveyResults } from './survey-results.js';
import type { CountedInvitation } from './survey-results.js';

const question = (key: string, change: Partial<SurveyQuestion> = {}): SurveyQuestion => ({
  ...{ key, kind: 'SCALE', text: key, choices: [], required: true, overall: false, ...change },
});
const QUESTIONS = [
  question('overall', { overall: true }),
  question('channel', { kind: 'CHOICE', choices: ['网点', '电话'] }),
  question('words', { kind: 'TEXT' }),
];
const invited = (salespersonId: string, overall: number | null, text: string | null = null): CountedInvitation => ({
  ...{ salespersonId, overall, isAnswered: overall !== null },
  answers:
    overall === null
      ? []
      : [
          { key: 'overall', score: overall, choice: null, text: null },
          { key: 'channel', score: null, choice: '电话', text: null },
          ...(text ? [{ key: 'words', score: null, choice: null, text }] : []),
        ],
});
const INVITATIONS = [
  invited('emp_1', 5, '乙'),
  invited('emp_1', 4, '甲'),
  invited('emp_1', 3),
  invited('emp_2', 1),
  invited('emp_2', null),
];

test('[5.2] averages with sample size by question and salesperson', () => {
  const results = surveyResults(QUESTIONS, INVITATIONS, 3);
  expect(results).toMatchObject({ invited: 5, answered: 4, responseRate: 0.8 });
  expect(results.questions).toMatchObject([
    { key: 'overall', sample: 4, suppressed: false, average: 3.25 },
    {
      key: 'channel',
      sample: 4,
      average: null,
      choices: [
        { choice: '网点', count: 0 },
        { choice: '电话', count: 4 },
      ],
    },
    { key: 'words', sample: 2, suppressed: true, texts: [] },
  ]);
  expect(results.salespeople).toEqual([
    { salespersonId: 'emp_1', invited: 3, sample: 3, suppressed: false, average: 4 },
    { salespersonId: 'emp_2', invited: 2, sample: 1, suppressed: true, average: null },
  ]);
});

test('[5.2] below the smallest sample nothing is shown but the number', () => {
  const { questions } = surveyResults(QUESTIONS, INVITATIONS, 5);
  expect(questions.map(({ sample, average, choices, texts }) => [sample, average, choices, texts])).toEqual([
    [4, null, [], []],
    [4, null, [], []],
    [2, null, [], []],
  ]);
});

test('[5.2] words come in the order of the alphabet; nobody asked is no rate of zero', () => {
  expect(surveyResults(QUESTIONS, INVITATIONS, 1).questions.at(-1)?.texts).toEqual(['乙', '甲'].sort());
  expect(surveyResults(QUESTIONS, [], 1)).toMatchObject({ responseRate: null, salespeople: [] });
});
