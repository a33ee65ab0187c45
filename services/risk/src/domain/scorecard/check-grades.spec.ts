import { describe, expect, it, test } from '@jest/globals';
import { gradeProblems } from './check-grades.js';
import type { Grade } from './scorecard.js';
import { currentCard } from './scorecards.js';

const { attributes } = currentCard;
const grade = (atLeast: number, rating: string, recommendation: string): Grade => ({ atLeast, rating, recommendation }) as Grade;
const best = grade(120, 'LOW', 'APPROVE');
const middle = grade(106, 'MEDIUM', 'APPROVE_WITH_CONDITIONS');
const worst = grade(0, 'HIGH', 'REJECT');

describe('[4.10] grades', () => {
  it.each<[string, readonly Grade[], string]>([
    ['none', [], 'TOO_FEW'],
    ['one', [worst], 'TOO_FEW'],
    ['half a point', [grade(119.5, 'LOW', 'APPROVE'), worst], 'NOT_WHOLE'],
    ['below zero', [best, grade(-1, 'HIGH', 'REJECT')], 'NOT_WHOLE'],
    ['not down to zero', [best, middle], 'LAST_NOT_ZERO'],
    ['rising', [middle, best, worst], 'NOT_DESCENDING'],
    ['two at the same points', [best, best, worst], 'NOT_DESCENDING'],
    ['two at zero', [grade(0, 'LOW', 'APPROVE'), worst], 'NOT_DESCENDING'],
    ['people as a grade', [best, grade(0, 'HIGH', 'REFER')], 'UNKNOWN'],
    ['a rating that is none', [best, grade(0, 'AWFUL', 'REJECT')], 'UNKNOWN'],
    ['a better rating for fewer points', [grade(120, 'MEDIUM', 'APPROVE'), grade(0, 'LOW', 'REJECT')], 'MILDER_BELOW'],
    ['a milder word for fewer points', [grade(120, 'LOW', 'REJECT'), grade(0, 'HIGH', 'APPROVE')], 'MILDER_BELOW'],
    ['out of everybody’s reach', [grade(10_000, 'LOW', 'APPROVE'), worst], 'OUT_OF_REACH'],
  ])('%s', (_name, grades, problem) => {
    const [found] = gradeProblems({ attributes, grades: grades as typeof currentCard.grades });
    expect(found).toMatchObject({ code: 'SCORECARD_GRADES_INVALID', data: { problem }, field: 'grades' });
  });

  test('three that fall to zero', () => {
    expect(gradeProblems({ attributes, grades: [best, middle, worst] })).toEqual([]);
  });
});
