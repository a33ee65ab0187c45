import { describe, expect, test } from '@jest/globals';
import { badRateOf, groupName, groupsOf } from './groups.ts';

const scored = [
  { score: 5, isBad: true },
  { score: 10, isBad: true },
  { score: 14, isBad: false },
  { score: 30, isBad: false },
];

describe('applications by bands of the score', () => {
  test('everybody is in one group, with the bads counted', () => {
    const groups = groupsOf(scored, [10, 20]);
    expect(groups.map(({ rows, bads }) => [rows, bads])).toEqual([
      [1, 1],
      [2, 1],
      [1, 0],
    ]);
    expect(groups.map(badRateOf)).toEqual([1, 0.5, 0]);
    expect(groups.map(groupName)).toEqual(['below 10', '10 to 19', '20 and more']);
    expect(groups[1]?.averageScore).toBe(12);
  });

  test('an empty group has no bad rate to divide by', () => {
    const [, empty] = groupsOf(scored, [40]);
    expect(empty).toMatchObject({ rows: 0, bads: 0, averageScore: 0 });
    expect(badRateOf({ rows: 0, bads: 0 })).toBe(0);
  });

  test('without limits there is one group', () => expect(groupsOf(scored, []).map(groupName)).toEqual(['all']));
});
