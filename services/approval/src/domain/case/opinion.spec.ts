import { describe, expect, it, test } from '@jest/globals';
import { aCase } from '../__cases__/committee.builder.js';
import { askOpinion, isLate, noteOpinion, questionFor } from './opinion.js';
import type { DepartmentOpinion, OpinionAnswer } from './opinion.js';

const at = new Date('2026-11-23T08:00:00Z');
const due = new Date('2026-11-24T08:00:00Z');
const asked: DepartmentOpinion = {
  ...{ department: 'finance', handoffId: 'hof_1', question: 'Is the cash flow enough?', askedBy: 'emp_sec', askedAt: at, dueAt: due },
  answer: null,
};
const answer: OpinionAnswer = { kind: 'GIVEN', stance: 'SUPPORT', text: 'it is enough', by: 'emp_fin', at };
const waiting = aCase({ opinions: [asked] });

describe('[8.5] the opinion of a department', () => {
  test.each([
    ['the first', aCase()],
    ['beside that of another department', aCase({ opinions: [{ ...asked, department: 'risk' }] })],
    ['again after the first answer', aCase({ opinions: [{ ...asked, answer }] })],
  ])('is asked: %s', (_title, approvalCase) => {
    expect(askOpinion(approvalCase, asked)).toMatchObject({ state: 'open', opinions: [...approvalCase.opinions, asked] });
  });

  it.each<[string, () => unknown, string]>([
    ['twice at a time', () => askOpinion(waiting, { ...asked, handoffId: 'hof_2' }), 'OPINION_ALREADY_ASKED'],
    ['after the decision', () => askOpinion(aCase({ state: 'decided' }), asked), 'ILLEGAL_TRANSITION'],
    ['after the withdrawal', () => askOpinion(aCase({ state: 'withdrawn' }), asked), 'ILLEGAL_TRANSITION'],
    ['without words', () => questionFor(' '), 'OPINION_QUESTION_MISSING'],
    ['in one word', () => questionFor('why'), 'OPINION_QUESTION_MISSING'],
    ['[3.7] with a number of a person', () => questionFor('who is 138 0013 8000?'), 'PERSONAL_NUMBER_IN_TEXT'],
  ])('is not asked %s', (_title, ask, code) => {
    expect(ask).toThrow(expect.objectContaining({ code }));
  });

  test.each(['open', 'decided', 'withdrawn'] as const)('is kept when it comes to a case that is %s', (state) => {
    expect(noteOpinion({ ...waiting, state }, 'hof_1', answer)).toMatchObject({ state, opinions: [{ answer }] });
  });

  test.each([
    ['was never asked', aCase()],
    ['is of other work', aCase({ opinions: [{ ...asked, handoffId: 'hof_9' }] })],
    ['was given before', aCase({ opinions: [{ ...asked, answer }] })],
  ])('one that %s changes nothing', (_title, approvalCase) => {
    expect(noteOpinion(approvalCase, 'hof_1', { ...answer, kind: 'RETURNED' })).toBe(approvalCase);
  });

  test.each<[string, OpinionAnswer | null, Date, boolean]>([
    ['waits in time', null, due, false],
    ['waits too long', null, new Date(due.getTime() + 1), true],
    ['came in time', answer, new Date('2027-01-01T00:00:00Z'), false],
    ['came late', { ...answer, at: new Date(due.getTime() + 1) }, due, true],
  ])('one that %s: late %4$s', (_title, given, now, late) => {
    expect(isLate({ ...asked, answer: given }, now)).toBe(late);
  });
});
