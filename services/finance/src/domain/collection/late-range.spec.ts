import { describe, expect, it } from '@jest/globals';
import { addDays, parseLocalDate } from '@weilend/kernel';
import { bucketOf, BUCKETS } from '../arrears/past-due.js';
import { lateRange } from './late-range.js';

const today = parseLocalDate('2026-05-31');
const LATE = BUCKETS.filter((bucket) => bucket !== 'CURRENT');

describe('[7.4] due days of late loans', () => {
  it.each([
    [null, null, null, '2026-05-30'],
    [null, 0, null, '2026-05-30'],
    [null, 30, null, '2026-05-01'],
    ['M1', null, '2026-05-02', '2026-05-30'],
    ['M2_M3', null, '2026-03-03', '2026-05-01'],
    ['M4_PLUS', null, null, '2026-03-02'],
    ['M1', 10, '2026-05-02', '2026-05-21'],
  ] as const)('of bucket %s and at least %s days are from %s to %s', (bucket, minDays, from, to) => {
    expect(lateRange(today, { bucket, minDays })).toEqual({ from, to });
  });

  it('of each bucket are those that the bucket is counted by', () => {
    for (let days = 0; days < 200; days++) {
      const dueOn = addDays(today, -days);
      const within = LATE.filter((bucket) => {
        const { from, to } = lateRange(today, { bucket, minDays: null });
        return dueOn <= to && (from === null || dueOn >= from);
      });
      expect(within).toEqual(days === 0 ? [] : [bucketOf(days)]);
    }
  });

  it('are none when at least more days are asked for than the bucket has', () => {
    const { from, to } = lateRange(today, { bucket: 'M1', minDays: 40 });
    expect(from !== null && from > to).toBe(true);
  });
});
