import { expect, test } from '@jest/globals';
import { satisfactionTrend } from './satisfaction.js';

test.each([
  ['no mark', [], { average: null, marks: 0, last: null, trend: null }],
  ['one mark', [4], { average: 4, marks: 1, last: 4, trend: null }],
  ['two marks, better', [5, 3], { average: 4, marks: 2, last: 5, trend: 'RISING' }],
  ['two marks, worse', [2, 3], { average: 2.5, marks: 2, last: 2, trend: 'FALLING' }],
  ['the same', [4, 4, 4, 4], { average: 4, marks: 4, last: 4, trend: 'STEADY' }],
  ['a third of a mark is no movement', [4, 5, 4, 4, 4, 4], { marks: 6, last: 4, trend: 'STEADY' }],
  ['two thirds of a mark are', [5, 5, 4, 4, 4, 4], { trend: 'RISING' }],
  ['long ago good, lately bad', [1, 2, 1, 5, 5, 5, 5], { last: 1, trend: 'FALLING' }],
])('[2.13] the trend of %s', (_title, scores, expected) => {
  expect(satisfactionTrend(scores.map((score) => ({ score })))).toMatchObject(expected);
});
