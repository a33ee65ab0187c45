import { describe, expect, test } from '@jest/globals';
import { levelsTrue } from './escalations.ts';
import { logged, minute, oneLateWork } from './facts.builder.ts';
import type { BoardFact, CoordinationFacts } from './facts.ts';

const good = oneLateWork();
const [fired, pending] = good.board[0]!.levels as [BoardFact['levels'][number], BoardFact['levels'][number]];
const WITHDRAWN = 'coordination.handoff-level-withdrawn.v1';
const about = { handoffId: 'hof_1', level: 0 };

describe('I5: levels fire when they are due, once', () => {
  test('holds for work that is late', () => {
    expect(levelsTrue(good)).toEqual({ checked: 1, problems: [] });
  });

  test('holds for a level that was taken back, because the work had been done before', () => {
    const levels = [{ ...fired, withdrawnAt: minute(33) }, pending];
    const facts = oneLateWork({ closing: { at: minute(29) }, levels });
    expect(levelsTrue({ ...facts, log: [...facts.log, logged(33, WITHDRAWN, about)] }).problems).toEqual([]);
  });

  test('holds for work that was closed before anybody could fire', () => {
    const facts = oneLateWork({ closing: { at: minute(32) }, levels: [{ ...fired, firedAt: null }, pending] });
    expect(levelsTrue({ ...facts, log: [] }).problems).toEqual([]);
  });

  test.each<[string, CoordinationFacts, string]>([
    ['a level that never fired', { ...good, now: minute(41) }, 'level 1 is due and never fired'],
    ['a level that fired early', oneLateWork({ levels: [{ ...fired, at: minute(32) }, pending] }), 'fired early'],
    ['a level after the work was done', oneLateWork({ closing: { at: minute(29) } }), 'was not taken back'],
    [
      'a level that was taken back although due',
      oneLateWork({ levels: [{ ...fired, withdrawnAt: minute(33) }] }),
      'although the work was late',
    ],
    [
      'a level that was told twice',
      { ...good, log: [...good.log, logged(32, 'coordination.handoff-escalated.v1', about)] },
      '2 times by the log',
    ],
    ['a level that nobody told', { ...good, log: [] }, '0 times by the log'],
    [
      'a level that fired by a clock that was wrong',
      { ...good, log: [{ ...logged(20, 'coordination.handoff-escalated.v1', about) }] },
      "by the database's clock",
    ],
  ])('is broken by %s', (_title, facts, said) => {
    expect(levelsTrue(facts).problems.join('\n')).toContain(said);
  });
});
