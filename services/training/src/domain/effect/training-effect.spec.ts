import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { comparedQuarters, trainingEffect } from './training-effect.js';
import type { PersonScores } from './training-effect.js';

const person = (employeeId: string, before: number, after: number, level = 'salesperson'): PersonScores => ({
  employeeId,
  level,
  before,
  after,
});
const ask = (attendeeIds: readonly string[], people: readonly PersonScores[], least = 1, trainedElsewhere: readonly string[] = []) =>
  trainingEffect({ quarter: '2026-Q2', attendeeIds: new Set(attendeeIds), trainedElsewhere: new Set(trainedElsewhere), least }, people);

describe('[6.9] the effect of a training', () => {
  test.each([
    ['2026-Q2', '2026-Q1', '2026-Q3'],
    ['2026-Q1', '2025-Q4', '2026-Q2'],
    ['2026-Q4', '2026-Q3', '2027-Q1'],
  ])('%s is seen between %s and %s', (quarter, before, after) => {
    expect(comparedQuarters(quarter)).toEqual({ before, after });
  });

  test.each(['2026', '2026-Q5', ''])('"%s" is no quarter', (quarter) => {
    expect(() => comparedQuarters(quarter)).toThrow('QUARTER_INVALID');
  });

  test('attendees against others who stood alike', () => {
    const people = [person('a', 61, 70), person('b', 68, 70), person('x', 60, 61), person('y', 69, 71), person('far', 90, 40)];
    expect(ask(['a', 'b'], people)).toMatchObject({
      ...{ attendees: 2, scored: 2, compared: 2, others: 2, silentBecause: null },
      figures: { attendeesChange: 5.5, othersChange: 1.5, effect: 4 },
    });
  });

  test('others count by the cells of the attendees, not by how many they are', () => {
    const people = [person('a', 50, 56), person('b', 80, 82), ...['x', 'y', 'z'].map((id) => person(id, 51, 51)), person('w', 85, 80)];
    // Cell 50: 6 against 0; cell 80: 2 against -5.
    expect(ask(['a', 'b'], people).figures).toEqual({ attendeesChange: 4, othersChange: -2.5, effect: 6.5 });
  });

  test.each<[string, PersonScores[], object]>([
    [
      'nobody comparable in the band',
      [person('a', 61, 70), person('x', 71, 75)],
      { scored: 1, compared: 0, others: 0, silentBecause: 'TOO_FEW_ATTENDEES' },
    ],
    ['other roles', [person('a', 61, 70), person('x', 61, 75, 'trainer')], { compared: 0, silentBecause: 'TOO_FEW_ATTENDEES' }],
    ['no scores at all', [], { attendees: 1, scored: 0, compared: 0, silentBecause: 'TOO_FEW_ATTENDEES' }],
  ])('nothing is claimed: %s', (_name, people, expected) => {
    expect(ask(['a'], people)).toMatchObject({ ...expected, figures: null });
  });

  test('nothing is claimed below the number of the policy, on either side', () => {
    const people = [person('a', 61, 70), person('b', 62, 70), person('x', 61, 65)];
    expect(ask(['a', 'b'], people, 3)).toMatchObject({ silentBecause: 'TOO_FEW_ATTENDEES', figures: null });
    expect(ask(['a', 'b'], people, 2)).toMatchObject({ compared: 2, others: 1, silentBecause: 'TOO_FEW_OTHERS', figures: null });
  });

  test('who was trained elsewhere is no measure of being untrained', () => {
    const people = [person('a', 61, 70), person('x', 61, 65), person('y', 61, 90)];
    expect(ask(['a'], people, 1, ['y'])).toMatchObject({ others: 1, figures: { othersChange: 4, effect: 5 } });
  });

  test('the order of the people changes nothing; everybody gaining the same means no effect', () => {
    const scores = fc.array(fc.tuple(fc.integer({ min: 0, max: 110 }), fc.boolean()), { minLength: 2, maxLength: 30 });
    fc.assert(
      fc.property(scores, fc.integer({ min: -9, max: 9 }), (given, gain) => {
        const people = given.map(([before], index) => person(`e${index}`, before, before + gain));
        const ids = given.flatMap(([, attended], index) => (attended ? [`e${index}`] : []));
        const found = ask(ids, people);
        expect(ask(ids, [...people].reverse())).toEqual(found);
        if (found.figures) expect(found.figures).toEqual({ attendeesChange: gain, othersChange: gain, effect: 0 });
      }),
    );
  });
});
