import { expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { checkVisit } from './return-visit.js';

const today = parseLocalDate('2026-11-23');
const visit = { useOfLoan: '购买设备', business: '平稳', furtherNeeds: '无', visitedOn: today, satisfaction: 5 };

test.each([{}, { satisfaction: null }, { satisfaction: 1 }, { visitedOn: parseLocalDate('2026-01-01') }])(
  '[3.11] a visit with its three sections is kept: %j',
  (change) => {
    expect(() => checkVisit({ ...visit, ...change }, today)).not.toThrow();
  },
);

test.each([
  ['useOfLoan', { useOfLoan: '' }],
  ['business', { business: '  ' }],
  ['furtherNeeds', { furtherNeeds: '\n' }],
  ['visitedOn', { visitedOn: parseLocalDate('2026-11-24') }],
  ['satisfaction', { satisfaction: 0 }],
  ['satisfaction', { satisfaction: 6 }],
  ['satisfaction', { satisfaction: 4.5 }],
])('[3.11, 5.2] refused at %s: %j', (field, change) => {
  expect(() => checkVisit({ ...visit, ...change }, today)).toThrow(expect.objectContaining({ code: 'INPUT_INVALID', field }));
});
