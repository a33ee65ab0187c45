import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { alignVisit, checkVisitDay, endVisit, moveVisit, planVisit, visitDueOn } from './visit-plan.js';

const on = parseLocalDate;
const at = new Date('2026-11-23T02:00:00Z');
const start = { id: 'plv_1', customerId: 'cus_1', salespersonId: 'emp_1', plannedAt: at };
const plan = planVisit({ ...start, origin: 'GRADE', plannedOn: on('2026-12-01') });
const window = { today: on('2026-11-23'), latestOn: on('2026-12-23') };
const wish = { plannedOn: on('2026-11-28'), way: 'PHONE' as const, purpose: null, by: 'emp_1', at };

describe('[3.11] the day of a planned visit', () => {
  test.each(['2026-11-23', '2026-12-01', '2026-12-23'])('may be %s', (day) => {
    expect(() => checkVisitDay(on(day), window, 'plannedOn')).not.toThrow();
  });

  test.each([
    ['2026-11-22', 'VISIT_DAY_PAST'],
    ['2020-01-01', 'VISIT_DAY_PAST'],
    ['2026-12-24', 'VISIT_TOO_LATE'],
    ['2036-01-01', 'VISIT_TOO_LATE'],
  ])('[3.10] may not be %s: %s', (day, code) => {
    expect(() => checkVisitDay(on(day), window, 'newOn')).toThrow(expect.objectContaining({ code, field: 'newOn' }));
    expect(() => moveVisit(plan, { ...wish, plannedOn: on(day) }, window)).toThrow(expect.objectContaining({ code, field: 'plannedOn' }));
  });
});

describe('[2.13] the visit that comes next', () => {
  test('is moved by hand and keeps the days that it had', () => {
    const moved = moveVisit(plan, { ...wish, purpose: '介绍新产品' }, window);
    expect(moved).toMatchObject({ origin: 'HAND', plannedOn: '2026-11-28', way: 'PHONE', purpose: '介绍新产品' });
    expect(moved.moves).toEqual([{ from: '2026-12-01', to: '2026-11-28', by: 'emp_1', at }]);
    expect(moveVisit(moved, { ...wish, way: null }, window)).toMatchObject({ way: 'PHONE', purpose: '介绍新产品', moves: moved.moves });
  });

  test('follows the grade and the owner', () => {
    const byHand = moveVisit(plan, wish, window);
    expect(alignVisit(byHand, { plannedOn: on('2026-12-20'), salespersonId: 'emp_2' })).toMatchObject({
      ...{ origin: 'GRADE', plannedOn: '2026-12-20', salespersonId: 'emp_2' },
    });
    expect(alignVisit(byHand, { plannedOn: byHand.plannedOn, salespersonId: 'emp_2' })).toMatchObject({ origin: 'HAND' });
  });

  test.each([
    ['hold', 'held'],
    ['miss', 'not-held'],
    ['cancel', 'cancelled'],
  ] as const)('is over after %s, and nothing is due', (event, state) => {
    const ended = endVisit(plan, event, { visitId: null, reason: '客户外出', by: 'emp_1', at });
    expect(ended).toMatchObject({ state, end: { reason: '客户外出' } });
    expect([visitDueOn(plan), visitDueOn(ended)]).toEqual(['2026-12-01', null]);
    expect(() => endVisit(ended, event, { visitId: null, reason: null, by: 'emp_1', at })).toThrow(
      expect.objectContaining({ code: 'ILLEGAL_TRANSITION' }),
    );
  });
});
