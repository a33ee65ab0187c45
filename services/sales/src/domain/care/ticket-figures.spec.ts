import { expect, test } from '@jest/globals';
import { feedbackFigures, median } from './ticket-figures.js';
import type { CountedTicket } from './ticket-figures.js';

const at = (minute: number) => new Date(minute * 60_000);
const ticket = (change: Partial<CountedTicket> = {}): CountedTicket => ({
  ...{ kind: 'COMPLAINT', openedAt: at(0), acknowledgeDueAt: at(10), answerDueAt: at(60), reopened: [] },
  ...{ firstReplyAt: null, closedAt: null, satisfaction: null, ...change },
});
const of = (tickets: readonly CountedTicket[], now = at(100)) => feedbackFigures(tickets, now).find(({ kind }) => kind === 'COMPLAINT');

test.each([
  ['nothing', [], null],
  ['one', [7], 7],
  ['an odd number', [9, 1, 5], 5],
  ['an even number', [4, 1, 2, 9], 3],
])('the median of %s', (_title, values, expected) => {
  expect(median(values)).toBe(expected);
});

test('[3.12] what was never answered counts against us as soon as it is late, not before', () => {
  const tickets = [ticket({ firstReplyAt: at(30) }), ticket({ firstReplyAt: at(61) }), ticket()];
  expect(of(tickets)).toMatchObject({ count: 3, shareOnTime: 1 / 3, medianMinutesToReply: 45.5 });
  expect(of(tickets, at(59))).toMatchObject({ shareOnTime: 1 / 2 });
  expect(of([ticket()], at(59))).toMatchObject({ count: 1, shareOnTime: null, medianMinutesToReply: null });
});

test('[3.12] closing, opening again and the marks of the customers', () => {
  const again = { reason: '仍未解决', formerDueAt: at(60), by: 'emp_1', at: at(80) };
  const tickets = [
    ticket({ closedAt: at(70), satisfaction: 2 }),
    ticket({ closedAt: at(90), satisfaction: 5, reopened: [again] }),
    ticket(),
  ];
  expect(of(tickets)).toMatchObject({ closed: 2, reopened: 1, medianMinutesToClose: 80, averageSatisfaction: 3.5 });
});

test('[3.12] a kind that had none has no figures, not figures of zero', () => {
  const praise = feedbackFigures([ticket()], at(100)).find(({ kind }) => kind === 'PRAISE');
  expect(praise).toMatchObject({ count: 0, medianMinutesToClose: null, shareOnTime: null, averageSatisfaction: null });
});
