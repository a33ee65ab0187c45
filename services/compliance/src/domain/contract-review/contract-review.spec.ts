import { describe, expect, it, test } from '@jest/globals';
import { dropReview, openContractReview, passReview, returnReview } from './contract-review.js';

const at = new Date('2026-11-23T02:00:00Z');
const review = openContractReview(
  {
    ...{ id: 'crv_1', handoffId: 'hof_1', applicationId: 'app_1', contractId: 'con_1', contractNumber: 'WD-2026-000001' },
    ...{ contractHash: 'a'.repeat(64), templateVersion: '2026.1', amountFen: 60_000_000, reasons: ['LARGE'], changedClauses: [] },
    ...{ openedAt: at, dueAt: at },
  },
  [{ employeeId: 'emp_1' }, { employeeId: 'emp_1' }, { employeeId: 'emp_2' }],
);
const ending = { by: 'emp_9', at };

describe('[2.12] a contract that compliance reads', () => {
  test('begins open, and knows once who has worked on it', () => {
    expect(review).toMatchObject({ state: 'open', words: null, participantIds: ['emp_1', 'emp_2'], dueAt: at });
  });

  it.each([
    ['with a note', ' 条款无异议 ', '条款无异议'],
    ['without a note', null, null],
    ['with an empty note', ' ', null],
  ])('passes %s', (_title, note, words) => {
    expect(passReview(review, note, ending)).toMatchObject({ state: 'reviewed', words, endedBy: 'emp_9', endedAt: at, dueAt: null });
  });

  test('goes back with what has to be changed', () => {
    expect(returnReview(review, '违约条款须按范本', ending)).toMatchObject({ state: 'returned', words: '违约条款须按范本', dueAt: null });
  });

  const passed = passReview(review, null, ending);
  test('falls away with its draft, and only while it is open', () => {
    expect(dropReview(review, 'another draft', at)).toMatchObject({ state: 'dropped', words: 'another draft', endedBy: null, dueAt: null });
    expect(dropReview(passed, 'another draft', at)).toBe(passed);
  });

  it.each<[string, () => unknown, string]>([
    ['by whoever worked on the application', () => passReview(review, null, { ...ending, by: 'emp_2' }), 'CONTRACT_REVIEW_OWN_WORK'],
    [
      'sent back by whoever worked on it',
      () => returnReview(review, '违约条款须按范本', { ...ending, by: 'emp_1' }),
      'CONTRACT_REVIEW_OWN_WORK',
    ],
    ['with a number of a person', () => passReview(review, '电话 13800138000', ending), 'PERSONAL_NUMBER_IN_TEXT'],
    ['sent back without words', () => returnReview(review, ' ', ending), 'OPINION_TEXT_MISSING'],
    ['twice', () => passReview(passed, null, ending), 'ILLEGAL_TRANSITION'],
    ['sent back after it passed', () => returnReview(passed, '违约条款须按范本', ending), 'ILLEGAL_TRANSITION'],
    ['after it fell away', () => passReview(dropReview(review, 'x', at), null, ending), 'ILLEGAL_TRANSITION'],
  ])('is not reviewed %s', (_title, act, code) => expect(act).toThrow(expect.objectContaining({ code })));
});
