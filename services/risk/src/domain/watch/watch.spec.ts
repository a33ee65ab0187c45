import { describe, expect, it, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import fc from 'fast-check';
import { addCause, decideEnd, enterWatch, noticeOf, planWatch, proposeEnd, reviewWatch, trackWatch, untrackWatch } from './watch.js';
import type { Watch, WatchPlan } from './watch.js';
import { WATCH_STATES } from './watch.machine.js';

const at = new Date('2026-11-23T02:00:00Z');
const due = new Date('2026-11-25T02:00:00Z');
const cause = { kind: 'HIGH_ALERT' as const, sourceId: 'alt_1', reason: 'a HIGH alert', at };
const entry = { id: 'wat_1', subjectId: 'cus_1', customerId: 'cus_1', level: 'HIGH' as const, enteredAt: at, loanId: 'lon_1', cause };
const watch = enterWatch(entry, due);
const plan: WatchPlan = { goal: 'pay back half by March', actions: ['a visit every week'], reviewEveryDays: 7, by: 'emp_1', at };
const given = { today: parseLocalDate('2026-11-23'), longestDays: 31, planDueAt: due };
const tracked = trackWatch(watch, { employeeId: 'emp_1', active: true }, due);
const planned = planWatch(tracked, plan, given);
const review = { on: parseLocalDate('2026-11-29'), verdict: 'BETTER' as const, text: 'two instalments were paid', by: 'emp_1', at };
const proposed = proposeEnd(planned, { reason: 'he has paid everything', by: 'emp_1', at });
const yes = { reason: 'seen and agreed', by: 'emp_2', at, agreed: true, openAlertId: null };

describe('[7.5, 7.6] a HIGH customer needs a dedicated person and a plan', () => {
  it.each<[string, Watch, boolean]>([
    ['on entering', watch, true],
    ['with a person alone', tracked, true],
    ['with a plan alone', planWatch(watch, plan, given), true],
    ['with both', planned, false],
    ['when he is of medium risk', enterWatch({ ...entry, level: 'MEDIUM' }, due), false],
  ])('%s: on the exception list %#', (_title, one, isException) => {
    expect(one.isException).toBe(isException);
    expect(one.planDueAt).toEqual(isException ? due : null);
  });

  test('the next review is due by the plan, and after each review again', () => {
    expect(planned.nextReviewOn).toBe('2026-11-30');
    expect(reviewWatch(planned, review, due)).toMatchObject({ nextReviewOn: '2026-12-06', reviews: [{ verdict: 'BETTER' }] });
  });

  test('somebody above is told of an exception once, and of each late review once', () => {
    expect(watch.noticeAt).toEqual(due);
    const told = noticeOf(watch);
    expect(told).toMatchObject({ cause: 'NO_TRACKER_OR_PLAN', after: { noticeAt: null, escalationNo: 1 } });
    expect(trackWatch(told.after, { employeeId: 'emp_1', active: true }, due).noticeAt).toBeNull();
    const late = noticeOf(planned);
    expect(late).toMatchObject({ cause: 'REVIEW_OVERDUE', after: { noticeAt: null, toldReviewOn: '2026-11-30' } });
    expect(trackWatch(late.after, { employeeId: 'emp_3', active: true }, due).noticeAt).toBeNull();
    expect(reviewWatch(late.after, review, due).noticeAt).not.toBeNull();
  });

  test('whose tracker has left is an exception again, with its time from then on', () => {
    expect(untrackWatch(planned, due)).toMatchObject({ trackerId: null, isException: true, planDueAt: due, noticeAt: due });
    expect(untrackWatch({ ...planned, level: 'MEDIUM' }, due)).toMatchObject({ trackerId: null, isException: false });
  });

  test('one more reason stands beside the first, the same one once; the level only rises', () => {
    const medium = enterWatch({ ...entry, level: 'MEDIUM' }, due);
    const more = { level: 'HIGH' as const, loanId: 'lon_2', cause: { ...cause, kind: 'LOAN_CLASS' as const, sourceId: 'lon_2' } };
    const high = addCause(medium, more, due);
    expect(high).toMatchObject({ level: 'HIGH', loanIds: ['lon_1', 'lon_2'], isException: true });
    expect(addCause(high, more, due)).toBe(high);
    expect(addCause(high, { ...more, level: 'MEDIUM' }, due)).toBe(high);
  });
});

describe('[7.5] the end of a watch', () => {
  test('needs a reason and a second person', () => {
    expect(decideEnd(proposed, yes, due)).toMatchObject({ state: 'ENDED', openKey: null, nextReviewOn: null, noticeAt: null });
    expect(decideEnd(proposed, { ...yes, agreed: false }, due)).toMatchObject({ state: 'WATCHED', endProposal: null, openKey: 'cus_1' });
  });

  const ended = decideEnd(proposed, yes, due);
  it.each<[string, () => unknown, string]>([
    ['without a proposal', () => decideEnd(planned, yes, due), 'ILLEGAL_TRANSITION'],
    ['by who proposed it', () => decideEnd(proposed, { ...yes, by: 'emp_1' }, due), 'WATCH_OWN_END'],
    ['while a HIGH alert is open', () => decideEnd(proposed, { ...yes, openAlertId: 'alt_1' }, due), 'WATCH_ALERT_OPEN'],
    ['without words', () => decideEnd(proposed, { ...yes, reason: '' }, due), 'TEXT_MISSING'],
    ['proposed without a reason', () => proposeEnd(planned, { reason: ' ', by: 'emp_1', at }), 'TEXT_MISSING'],
    ['proposed twice', () => proposeEnd(proposed, { reason: 'once more', by: 'emp_1', at }), 'ILLEGAL_TRANSITION'],
    ['a plan without actions', () => planWatch(watch, { ...plan, actions: [] }, given), 'WATCH_PLAN_ACTIONS_MISSING'],
    ['a plan with an empty action', () => planWatch(watch, { ...plan, actions: [' '] }, given), 'TEXT_MISSING'],
    ['a plan that is never reviewed', () => planWatch(watch, { ...plan, reviewEveryDays: 0 }, given), 'WATCH_REVIEW_INTERVAL_INVALID'],
    [
      'a plan that is reviewed too seldom',
      () => planWatch(watch, { ...plan, reviewEveryDays: 32 }, given),
      'WATCH_REVIEW_INTERVAL_INVALID',
    ],
    ['a review without a plan', () => reviewWatch(tracked, review, due), 'WATCH_PLAN_MISSING'],
    ['a person who has left', () => trackWatch(watch, { employeeId: 'emp_9', active: false }, due), 'WATCH_TRACKER_NOT_ELIGIBLE'],
    ['a person after the end', () => trackWatch(ended, { employeeId: 'emp_1', active: true }, due), 'ILLEGAL_TRANSITION'],
    ['a plan after the end', () => planWatch(ended, plan, given), 'ILLEGAL_TRANSITION'],
    ['a review after the end', () => reviewWatch(ended, review, due), 'ILLEGAL_TRANSITION'],
  ])('refused %s', (_title, act, code) => expect(act).toThrow(expect.objectContaining({ code })));
});

test('[7.5, 7.6] whatever is done in whatever order: a HIGH watch without person or plan is an exception, and nobody ends his own', () => {
  const acts: readonly ((one: Watch, no: number) => Watch)[] = [
    (one, no) => addCause(one, { level: no % 2 ? 'HIGH' : 'MEDIUM', loanId: `lon_${no}`, cause: { ...cause, sourceId: `alt_${no}` } }, due),
    (one, no) => trackWatch(one, { employeeId: `emp_${no % 3}`, active: no % 5 !== 0 }, due),
    (one, no) => planWatch(one, { ...plan, reviewEveryDays: no % 40 }, given),
    (one) => reviewWatch(one, review, due),
    (one, no) => proposeEnd(one, { reason: 'it is better now', by: `emp_${no % 3}`, at }),
    (one, no) => decideEnd(one, { ...yes, by: `emp_${no % 3}`, agreed: no % 4 !== 0 }, due),
    (one) => noticeOf(one).after,
  ];
  let ends = 0;
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(acts.length - 1), fc.nat(99)), { maxLength: 30 }), (steps) => {
      let one = enterWatch({ ...entry, level: 'MEDIUM' }, due);
      for (const [act, no] of steps) {
        try {
          one = (acts[act] as (one: Watch, no: number) => Watch)(one, no);
        } catch (error) {
          expect(error).toMatchObject({ code: expect.any(String) });
        }
        expect(WATCH_STATES).toContain(one.state);
        const isOpen = one.state !== 'ENDED';
        expect(one.isException).toBe(isOpen && one.level === 'HIGH' && (one.trackerId === null || one.plans.length === 0));
        if (isOpen) continue;
        ends += 1;
        expect(one.ended?.by).not.toBe(one.endProposal?.by);
      }
    }),
    { seed: 7, numRuns: 1_000 },
  );
  expect(ends).toBeGreaterThan(0);
});
