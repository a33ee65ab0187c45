import { describe, expect, it } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { assignCollector, caseStatus, closeCase, endHardship, noteHardship, openCase, planNextAction } from './collection-case.js';
import { withContact, withPromise } from './collection-case.js';
import type { CaseStatus, CollectionCase } from './collection-case.js';

const on = parseLocalDate;
const today = on('2026-03-02');
const fresh = openCase(
  'ccs_1',
  { id: 'lon_1', customerId: 'cus_1', salespersonId: 'emp_1' },
  { overdueSince: on('2026-02-15'), openedOn: on('2026-02-16') },
);
const noted = { since: today, notedBy: 'emp_2' };

describe('[7.4] a collection case', () => {
  it('begins open, with nobody on it', () => {
    expect(fresh).toMatchObject({ state: 'OPEN', collectorId: null, nextActionOn: null, hardship: null, contacts: 0, closedOn: null });
  });

  it.each(['CURRENT', 'LOAN_ENDED'] as const)('is closed once, because of %s', (by) => {
    const closed = closeCase(fresh, by, today);
    expect(closed).toMatchObject({ state: 'CLOSED', closedBy: by, closedOn: '2026-03-02' });
    expect(() => closeCase(closed, by, today)).toThrow('ILLEGAL_TRANSITION');
  });

  it('goes to a person who collects', () => {
    expect(assignCollector(fresh, { employeeId: 'emp_2', eligible: true }).collectorId).toBe('emp_2');
    expect(() => assignCollector(fresh, { employeeId: 'emp_2', eligible: false })).toThrow('COLLECTOR_NOT_ELIGIBLE');
  });

  it.each([['2026-03-02'], ['2026-09-02'], [null]])('may be planned for %s', (day) => {
    expect(planNextAction(fresh, day === null ? null : on(day), today).nextActionOn).toBe(day);
  });

  it.each(['2026-03-01', '2026-09-03', '2020-01-01'])('may not be planned for %s', (day) => {
    expect(() => planNextAction(fresh, on(day), today)).toThrow('NEXT_ACTION_INVALID');
  });

  it('knows a hardship with its reason, and its end', () => {
    const hard = noteHardship(fresh, ' 住院 ', noted);
    expect(hard.hardship).toEqual({ reason: '住院', since: '2026-03-02', notedBy: 'emp_2' });
    expect(endHardship(hard).hardship).toBeNull();
    expect(() => noteHardship(fresh, ' ', noted)).toThrow('COLLECTION_REASON_MISSING');
    expect(() => noteHardship(fresh, '电 13800138000', noted)).toThrow('PERSONAL_NUMBER_IN_TEXT');
  });

  it.each([
    ['2026-03-01', null],
    ['2026-03-02', null],
    ['2026-03-03', '2026-03-03'],
    [null, null],
  ])('planned for %s and contacted on 2026-03-02 is planned for %s', (planned, left) => {
    const one = { ...fresh, nextActionOn: planned === null ? null : on(planned) };
    expect(withContact(one, { id: 'ctc_1', on: today })).toMatchObject({ contacts: 1, lastContactId: 'ctc_1', nextActionOn: left });
  });

  it.each([
    ['OPEN', '2026-03-11'],
    ['BROKEN', '2026-03-02'],
    ['KEPT', '2026-03-05'],
    ['CANCELLED', '2026-03-05'],
  ] as const)('with a promise that is %s acts next on %s', (state, next) => {
    const one = withPromise({ ...fresh, nextActionOn: on('2026-03-05') }, { id: 'ptp_1', state, byOn: on('2026-03-10') }, today);
    expect(one).toMatchObject({ promiseId: 'ptp_1', promiseState: state, nextActionOn: next });
  });
});

describe('[7.4] the status of a case', () => {
  it.each<[string, CollectionCase | null, CaseStatus]>([
    ['nobody has looked', null, 'OPEN'],
    ['nobody has called', fresh, 'OPEN'],
    ['called', { ...fresh, contacts: 1 }, 'IN_PROGRESS'],
    ['promised', { ...fresh, contacts: 1, promiseState: 'OPEN' }, 'PROMISED'],
    ['broken', { ...fresh, contacts: 1, promiseState: 'BROKEN' }, 'PROMISE_BROKEN'],
    ['kept', { ...fresh, contacts: 1, promiseState: 'KEPT' }, 'IN_PROGRESS'],
    ['cancelled', { ...fresh, contacts: 1, promiseState: 'CANCELLED' }, 'IN_PROGRESS'],
    ['in hardship, whatever was promised', { ...noteHardship(fresh, '失业', noted), promiseState: 'OPEN' }, 'HARDSHIP'],
    ['closed, whatever was', closeCase({ ...fresh, promiseState: 'BROKEN' }, 'CURRENT', today), 'CLOSED'],
  ])('%s', (_title, one, status) => expect(caseStatus(one)).toBe(status));
});
