import { expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { endFollowUp, followUpDueOn, openFollowUp } from './follow-up.js';

const today = parseLocalDate('2026-11-23');
const at = new Date('2026-11-23T02:00:00Z');
const start = { id: 'fup_1', customerId: 'cus_1', ownerId: 'emp_1', visitId: 'vis_1', openedBy: 'emp_1', openedAt: at };
const wish = { text: '协助补办营业执照', dueOn: parseLocalDate('2026-11-30') };
const first = openFollowUp(start, wish, { today, previous: null });

test('[3.11] a follow-up begins a chain, the next one lengthens it', () => {
  expect(first).toMatchObject({ state: 'open', rootId: 'fup_1', previousId: null, plannedOn: '2026-11-30', closed: null });
  const second = openFollowUp({ ...start, id: 'fup_2', visitId: null }, wish, { today, previous: first });
  const third = openFollowUp({ ...start, id: 'fup_3', visitId: null }, wish, { today, previous: second });
  expect([second, third].map(({ rootId, previousId }) => [rootId, previousId])).toEqual([
    ['fup_1', 'fup_1'],
    ['fup_1', 'fup_2'],
  ]);
});

test.each([
  ['no words', { ...wish, text: ' ' }, 'REASON_REQUIRED', 'text'],
  ['a telephone number', { ...wish, text: '回电 13800138000' }, 'PERSONAL_NUMBER_IN_TEXT', 'text'],
  ['a day that is over', { ...wish, dueOn: parseLocalDate('2026-11-22') }, 'FOLLOW_UP_DAY_PAST', 'dueOn'],
])('[3.11] is refused with %s', (_title, said, code, field) => {
  expect(() => openFollowUp(start, said, { today, previous: null })).toThrow(expect.objectContaining({ code, field }));
});

test.each([
  ['complete', 'done'],
  ['cancel', 'cancelled'],
] as const)('[3.11] %s ends it once, with words', (event, state) => {
  const ended = endFollowUp(first, event, { result: '已经办妥', by: 'emp_1', at });
  expect(ended).toMatchObject({ state, closed: { result: '已经办妥' } });
  expect([followUpDueOn(first), followUpDueOn(ended)]).toEqual(['2026-11-30', null]);
  expect(() => endFollowUp(ended, event, { result: '已经办妥', by: 'emp_1', at })).toThrow(
    expect.objectContaining({ code: 'ILLEGAL_TRANSITION' }),
  );
  expect(() => endFollowUp(first, event, { result: '好', by: 'emp_1', at })).toThrow(expect.objectContaining({ code: 'REASON_REQUIRED' }));
});
