import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import {
  adjustmentsOf,
  appealSheet,
  closeSheet,
  cycleOf,
  decideAppeal,
  isReflected,
  lapseSelfView,
  openSheet,
  reviewSheet,
  stageOf,
  viewSheet,
} from './sheet.js';
import type { AppraisalSheet } from './sheet.js';

const scheme = { id: 'sch_1', version: 1, fromQuarter: '2026-Q1', lines: [{ indicator: 'LOANS' as const, weight: 100, target: 2 }] };
const figures = {
  disbursedFen: 0,
  loans: 1,
  newCustomers: 0,
  satisfactionAverage: null,
  satisfactionSample: 0,
  violations: 0,
  severeViolations: 0,
  trainingHours: 0,
};
const facts = { id: 'apr_1', employeeId: 'emp_1', quarter: '2026-Q1', schemeId: 'sch_1', openedOn: parseLocalDate('2026-01-01') };
const early = { dueAt: new Date('2026-04-01T01:00:00Z'), soonAt: new Date('2026-03-31T01:00:00Z') };
const NOON = new Date('2026-04-02T04:00:00Z');
const byManager = { text: '同意', by: 'emp_2', at: early.soonAt, adjustments: [] };
const plainlyReviewed = reviewSheet(openSheet(facts, early), byManager, {
  limit: 0,
  today: parseLocalDate('2026-04-01'),
  dueAt: early.dueAt,
});
const close = (today: string) => closeSheet(plainlyReviewed, { scheme, figures, today: parseLocalDate(today), now: NOON });

describe('[5.5] natural quarters', () => {
  test.each(['2026-01-15', '2026-03-30', '2026-03-31'])('cannot close on %s', (today) => {
    expect(() => close(today)).toThrow('QUARTER_NOT_ENDED');
  });

  test('closes the day after with frozen figures', () => {
    expect(close('2026-04-01')).toMatchObject({ state: 'CLOSED', closedOn: '2026-04-01', figures, total: 50 });
  });

  test('a closed sheet never changes', () => {
    expect(() => closeSheet(close('2026-04-01'), { scheme, figures, today: parseLocalDate('2026-04-02'), now: NOON })).toThrow(
      'ILLEGAL_TRANSITION',
    );
  });

  test.each([
    ['2026-Q2', 'QUARTER_NOT_BEGUN'],
    ['2026-Q0', 'QUARTER_INVALID'],
  ])('cannot open %s in January', (quarter, code) => {
    expect(() => openSheet({ ...facts, quarter }, early)).toThrow(code);
  });
});

describe('[5.4] a violation stands on a sheet', () => {
  const sheet = openSheet(facts, early);
  const fact = { kind: 'VIOLATION' as const, employeeId: 'emp_1', quarter: '2026-Q1' };

  test('of its person and quarter', () => {
    expect(isReflected(sheet, fact)).toBe(true);
  });

  test.each([
    ['of another person', sheet, { ...fact, employeeId: 'emp_2' }],
    ['of another quarter', sheet, { ...fact, quarter: '2025-Q4' }],
    ['that is closed', close('2026-04-01'), fact],
    ['when it is a loan', sheet, { ...fact, kind: 'LOAN_DISBURSED' as const }],
  ])('but not on one %s', (_title, of, given) => {
    expect(isReflected(of, given)).toBe(false);
  });
});

describe('[5.5] the cycle of a sheet', () => {
  const at = new Date('2026-04-02T01:00:00Z');
  const due = new Date('2026-04-10T01:00:00Z');
  const until = { dueAt: due, soonAt: new Date('2026-04-08T01:00:00Z') };
  const late = new Date('2026-04-11T01:00:00Z');
  const today = parseLocalDate('2026-04-02');
  const word = (by: string, text = '说明', when = at) => ({ by, text, at: when });
  const opened = openSheet(facts, until);
  const viewed = viewSheet(opened, word('emp_1'), until);
  const review = { ...word('emp_2'), adjustments: [{ points: -2.5, reason: '资料归档不及时' }] };
  const of = { limit: 5, today, dueAt: due };
  const reviewed = reviewSheet(viewed, review, of);
  const appealed = appealSheet(reviewed, word('emp_1', '扣分过重'), { dueAt: late, soonAt: due });
  const decision = { ...word('emp_3'), accepted: true, adjustments: [{ points: 1, reason: '客户表扬' }] };
  const decided = decideAppeal(appealed, decision, 5);
  const closeAt = (sheet: AppraisalSheet, now: Date) => closeSheet(sheet, { scheme, figures, today, now });

  test('goes from the self view over review and appeal to the closing; what was decided holds', () => {
    expect([opened, viewed, reviewed, appealed, decided].map(stageOf)).toEqual([
      'OPENED',
      'SELF_VIEWED',
      'REVIEWED',
      'APPEALED',
      'DECIDED',
    ]);
    expect([viewed, reviewed, appealed, decided].map(({ dueAt }) => dueAt)).toEqual([due, due, late, null]);
    expect(closeAt(decided, at)).toMatchObject({ state: 'CLOSED', total: 51, cycle: { stage: 'CLOSED', review, appeal: { decision } } });
    expect(closeAt(decideAppeal(appealed, { ...decision, accepted: false, adjustments: [] }, 5), at).total).toBe(47.5);
    expect(closeAt(reviewed, late).total).toBe(47.5);
  });

  const escalated = (step: 'SELF_VIEW' | 'REVIEW', sheet: AppraisalSheet): AppraisalSheet => ({
    ...sheet,
    cycle: { ...cycleOf(sheet), escalations: [{ step, dueAt: due, at: late, toIds: ['emp_3'] }] },
  });

  test('[5.5] without a review it closes with its figures alone once those above were told that it is late', () => {
    expect(closeAt(escalated('REVIEW', viewed), late)).toMatchObject({ state: 'CLOSED', total: 50, dueAt: null, notice: null });
    expect(closeAt(escalated('REVIEW', lapseSelfView(opened, until)), late)).toMatchObject({ total: 50, cycle: { review: null } });
    expect(() => closeAt(escalated('REVIEW', viewed), due)).toThrow('SHEET_STEP_DUE');
  });

  test('a sheet of before the cycle was kept is opened or closed', () => {
    const { cycle: _cycle, ...old } = opened;
    expect([stageOf(old), stageOf({ ...old, state: 'CLOSED' })]).toEqual(['OPENED', 'CLOSED']);
    expect(adjustmentsOf(old)).toEqual([]);
  });

  test.each<[string, () => unknown, string]>([
    ['a self view by somebody else', () => viewSheet(opened, word('emp_2'), until), 'SHEET_NOT_OWN'],
    ['a self view without words', () => viewSheet(opened, word('emp_1', ' '), until), 'APPRAISAL_WORDS_MISSING'],
    ['a self view that never ends', () => viewSheet(opened, word('emp_1', 'x'.repeat(2_001)), until), 'APPRAISAL_WORDS_MISSING'],
    ['a self view after the review', () => viewSheet(reviewed, word('emp_1'), until), 'ILLEGAL_TRANSITION'],
    ['a review of the own sheet', () => reviewSheet(viewed, { ...review, by: 'emp_1' }, of), 'SHEET_OWN_REVIEW'],
    ['a review before the end', () => reviewSheet(viewed, review, { ...of, today: parseLocalDate('2026-03-31') }), 'QUARTER_NOT_ENDED'],
    ['a review after an appeal', () => reviewSheet(appealed, review, of), 'ILLEGAL_TRANSITION'],
    [
      'an adjustment without reason',
      () => reviewSheet(viewed, { ...review, adjustments: [{ points: 1, reason: ' ' }] }, of),
      'ADJUSTMENT_REASON_MISSING',
    ],
    [
      'an adjustment by nothing',
      () => reviewSheet(viewed, { ...review, adjustments: [{ points: 0, reason: 'x' }] }, of),
      'ADJUSTMENT_EMPTY',
    ],
    [
      'adjustments above the limit',
      () => reviewSheet(viewed, { ...review, adjustments: [{ points: 5.0001, reason: 'x' }] }, of),
      'ADJUSTMENT_ABOVE_LIMIT',
    ],
    [
      'up and down above the limit',
      () =>
        reviewSheet(
          viewed,
          {
            ...review,
            adjustments: [
              { points: 3, reason: 'x' },
              { points: -3, reason: 'y' },
            ],
          },
          of,
        ),
      'ADJUSTMENT_ABOVE_LIMIT',
    ],
    ['an appeal by somebody else', () => appealSheet(reviewed, word('emp_2'), until), 'SHEET_NOT_OWN'],
    ['an appeal after its time', () => appealSheet(reviewed, word('emp_1', '迟了', late), until), 'APPEAL_TOO_LATE'],
    ['an appeal before a review', () => appealSheet(viewed, word('emp_1'), until), 'ILLEGAL_TRANSITION'],
    ['a second appeal', () => appealSheet(decided, word('emp_1'), until), 'ILLEGAL_TRANSITION'],
    ['a decision by who reviewed', () => decideAppeal(appealed, { ...decision, by: 'emp_2' }, 5), 'APPEAL_OWN_DECISION'],
    [
      'a decision by who reviewed first, and was followed by another review',
      () =>
        decideAppeal(
          appealSheet(reviewSheet(reviewed, { ...review, by: 'emp_4' }, of), word('emp_1'), until),
          { ...decision, by: 'emp_2' },
          5,
        ),
      'APPEAL_OWN_DECISION',
    ],
    [
      'a decision by who reviewed a sheet of before all reviewers were kept',
      () => {
        const { reviewers: _reviewers, ...cycle } = cycleOf(appealed);
        return decideAppeal({ ...appealed, cycle }, { ...decision, by: 'emp_2' }, 5);
      },
      'APPEAL_OWN_DECISION',
    ],
    ['a decision by the person', () => decideAppeal(appealed, { ...decision, by: 'emp_1' }, 5), 'APPEAL_OWN_DECISION'],
    ['a decision without words', () => decideAppeal(appealed, { ...decision, text: '' }, 5), 'APPRAISAL_WORDS_MISSING'],
    [
      'adjustments of an appeal that is dismissed',
      () => decideAppeal(appealed, { ...decision, accepted: false }, 5),
      'APPEAL_NOT_ACCEPTED',
    ],
    [
      'a decision above the limit',
      () => decideAppeal(appealed, { ...decision, adjustments: [{ points: 6, reason: 'x' }] }, 5),
      'ADJUSTMENT_ABOVE_LIMIT',
    ],
    ['closing while an appeal is open', () => closeAt(appealed, late), 'ILLEGAL_TRANSITION'],
    ['closing while one may still come', () => closeAt(reviewed, at), 'APPEAL_STILL_POSSIBLE'],
    ['closing while the self view is awaited', () => closeAt(opened, at), 'SHEET_STEP_DUE'],
    ['closing at the last moment of the self view', () => closeAt(opened, due), 'SHEET_STEP_DUE'],
    ['closing without a self view when its time is over', () => closeAt(opened, late), 'SHEET_STEP_DUE'],
    ['closing while the review is awaited', () => closeAt(viewed, at), 'SHEET_STEP_DUE'],
    ['closing while it is awaited without a self view', () => closeAt(lapseSelfView(opened, until), at), 'SHEET_STEP_DUE'],
    ['closing without a review of which nobody was told that it is late', () => closeAt(viewed, late), 'SHEET_STEP_DUE'],
    [
      'closing without a review when only the self view was told to be late',
      () => closeAt(escalated('SELF_VIEW', viewed), late),
      'SHEET_STEP_DUE',
    ],
    ['closing a sheet of which nothing was ever owed, without a review', () => closeAt({ ...opened, dueAt: null }, late), 'SHEET_STEP_DUE'],
    ['editing what is closed', () => viewSheet(closeAt(reviewed, late), word('emp_1'), until), 'ILLEGAL_TRANSITION'],
    ['reviewing what is closed', () => reviewSheet(closeAt(reviewed, late), review, of), 'ILLEGAL_TRANSITION'],
  ])('refused: %s', (_title, act, code) => {
    expect(act).toThrow(expect.objectContaining({ code }));
  });
});
