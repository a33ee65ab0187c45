import { describe, expect, test } from '@jest/globals';
import { neededAfter, noteAnswer, noteProgress, TRAINING_STATES } from './training-request.js';
import type { TrainingRequest } from './training-request.js';

describe('[5.8] trainings that a closed sheet asks for', () => {
  test.each<[string, number, number, string[]]>([
    ['nothing on target', 100, 0, []],
    ['nothing at the limit', 60, 0, []],
    ['a training below the limit', 59.9999, 0, ['WEAK_SCORE']],
    ['one in law after a violation', 80, 1, ['VIOLATION']],
    ['both', 0, 2, ['WEAK_SCORE', 'VIOLATION']],
  ])('%s', (_title, total, violations, reasons) => {
    expect(neededAfter({ total, violations }, 60).map(({ reason }) => reason)).toEqual(reasons);
  });
});

describe('[5.8] what became of it', () => {
  const asked: TrainingRequest = {
    ...{ id: 'trq_1', version: 1, employeeId: 'emp_1', topic: null, reason: 'AWARD', aboutId: 'hnr_1', handoffId: 'hof_1', state: 'ASKED' },
    ...{ askedAt: new Date(0), answeredAt: null, sessionId: null, note: null },
  };
  const nominated = { state: 'NOMINATED', answeredAt: new Date(1), sessionId: 'trs_1', note: null } as const;

  test('is noted once: a later word changes nothing', () => {
    const noted = noteAnswer(asked, nominated);
    expect(noted).toMatchObject(nominated);
    expect(noteAnswer(noted, { state: 'RETURNED', answeredAt: new Date(2), sessionId: null, note: 'no seat' })).toBe(noted);
  });

  const progress = TRAINING_STATES.flatMap((before) => TRAINING_STATES.map((after) => [before, after] as const));
  test.each(progress)('%s, and then %s: what is over stays as it ended', (before, after) => {
    const known = { ...asked, ...nominated, state: before };
    const word = { state: after, answeredAt: new Date(2), sessionId: after === 'ASKED' ? null : 'trs_2', note: null };
    const isOver = before === 'TRAINED' || before === 'RETURNED';
    expect(noteProgress(known, word)).toEqual(isOver ? known : { ...known, ...word });
  });
});
