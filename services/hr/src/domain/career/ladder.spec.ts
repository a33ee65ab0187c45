import { describe, expect, test } from '@jest/globals';
import { DomainError, DomainErrors, parseLocalDate } from '@weilend/kernel';
import { firstLadder } from './first-ladder.js';
import { approveLadder, checkLadder, criteriaOf, levelAbove, LEVELS } from './ladder.js';
import type { LadderLevel, LevelCriteria } from './ladder.js';

const today = parseLocalDate('2026-07-01');
const ladder = { effectiveFrom: parseLocalDate('2026-07-02'), levels: firstLadder.levels, reason: '增设高级销售员' };

const codesOf = (act: () => unknown): string[] => {
  try {
    act();
    return [];
  } catch (error) {
    if (error instanceof DomainErrors) return error.all.map(({ code }) => code);
    if (error instanceof DomainError) return [error.code];
    throw error;
  }
};
const withCriteria = (place: number, change: Partial<LevelCriteria> | null): readonly LadderLevel[] =>
  ladder.levels.map((one, index) =>
    index === place
      ? { ...one, criteria: change && one.criteria ? { ...one.criteria, ...change } : change && (change as LevelCriteria) }
      : one,
  );

describe('[6.10] a ladder says what each level asks for', () => {
  test('the first one of a company holds, from the lowest to the highest level', () => {
    expect(codesOf(() => checkLadder(ladder, today))).toEqual([]);
    expect(LEVELS.map(levelAbove)).toEqual(['SALESPERSON', 'SENIOR_SALESPERSON', 'SUPERVISOR', 'MANAGER', null]);
    expect(criteriaOf(ladder, 'TRAINEE')).toBeNull();
    expect(criteriaOf(ladder, 'SUPERVISOR')).toMatchObject({ leastScore: 90, trainedTopics: ['RISK_MANAGEMENT'] });
  });

  test.each<[string, Partial<typeof ladder>, string[]]>([
    ['from yesterday', { effectiveFrom: parseLocalDate('2026-06-30') }, ['LADDER_IN_THE_PAST']],
    ['from today', { effectiveFrom: today }, ['LADDER_IN_THE_PAST']],
    ['without a reason', { reason: '  调整 ' }, ['LADDER_REASON_MISSING']],
    ['without its highest level', { levels: ladder.levels.slice(0, -1) }, ['LADDER_LEVELS']],
    ['upside down', { levels: [...ladder.levels].reverse() }, ['LADDER_LEVELS']],
    ['with a level twice', { levels: [...ladder.levels, { level: 'TRAINEE', criteria: null }] }, ['LADDER_LEVELS']],
    ['with a level without criteria', { levels: withCriteria(2, null) }, ['LADDER_CRITERIA_MISSING']],
    ['that asks something of beginners', { levels: withCriteria(0, criteriaOf(ladder, 'SALESPERSON')) }, ['LADDER_FIRST_LEVEL']],
    ['that looks at no quarter', { levels: withCriteria(1, { closedQuarters: 0 }) }, ['LADDER_CRITERIA_INVALID']],
    ['that looks at half a quarter', { levels: withCriteria(1, { closedQuarters: 0.5 }) }, ['LADDER_CRITERIA_INVALID']],
    ['that forgives violations at once', { levels: withCriteria(1, { severeFreeQuarters: 0 }) }, ['LADDER_CRITERIA_INVALID']],
    ['with a score that nobody can have', { levels: withCriteria(4, { leastScore: 121 }) }, ['LADDER_CRITERIA_INVALID']],
    ['with more overdue than there is', { levels: withCriteria(4, { mostOverdueBp: 10_001 }) }, ['LADDER_CRITERIA_INVALID']],
    ['with hours below nothing', { levels: withCriteria(3, { trainingHours: -1 }) }, ['LADDER_CRITERIA_INVALID']],
    ['with a topic twice', { levels: withCriteria(3, { trainedTopics: ['LAW', 'LAW'] }) }, ['LADDER_CRITERIA_INVALID']],
    ['that asks less of a higher level', { levels: withCriteria(3, { leastScore: 79 }) }, ['LADDER_FALLS']],
    [
      'wrong in three ways',
      { reason: '', effectiveFrom: parseLocalDate('2020-01-01'), levels: [] },
      ['LADDER_IN_THE_PAST', 'LADDER_REASON_MISSING', 'LADDER_LEVELS'],
    ],
  ])('refused %s', (_title, change, codes) => {
    expect(codesOf(() => checkLadder({ ...ladder, ...change }, today))).toEqual(codes);
  });
});

describe('[6.10] a ladder counts when a second person has approved it before its day', () => {
  const published = { ...ladder, id: 'ldr_1', version: 1, publishedBy: 'employee:emp_hr', approvedBy: null };
  const by = (who: string, on = today) => ({ by: who, today: on });

  test('another person approves', () => {
    expect(approveLadder(published, { ...by('employee:emp_hr2'), version: published.version })).toEqual({
      ...published,
      approvedBy: 'employee:emp_hr2',
    });
  });

  test.each<[string, () => unknown, string]>([
    ['by who published it', () => approveLadder(published, by('employee:emp_hr')), 'LADDER_SAME_PERSON'],
    ['on its day', () => approveLadder(published, by('employee:emp_hr2', ladder.effectiveFrom)), 'LADDER_IN_THE_PAST'],
    ['after its day', () => approveLadder(published, by('employee:emp_hr2', parseLocalDate('2026-08-01'))), 'LADDER_IN_THE_PAST'],
    [
      'by who read another version',
      () => approveLadder(published, { ...by('employee:emp_hr2'), version: published.version + 1 }),
      'PROPOSAL_CHANGED',
    ],
    ['twice', () => approveLadder({ ...published, approvedBy: 'employee:emp_hr2' }, by('employee:emp_hr3')), 'LADDER_APPROVED'],
  ])('not %s', (_title, act, code) => {
    expect(codesOf(act)).toEqual([code]);
  });
});
