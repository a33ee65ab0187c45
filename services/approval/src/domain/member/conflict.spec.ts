import { describe, expect, test } from '@jest/globals';
import type { LocalDate } from '@weilend/kernel';
import { checkConflict, endConflict, lasts } from './conflict.js';
import type { DeclaredConflict } from './conflict.js';

const day = (text: string): LocalDate => text as LocalDate;
const tie: DeclaredConflict = {
  ...{ id: 'cfl_1', employeeId: 'emp_a', customerId: 'cus_1', kind: 'RELATIVE', recordedBy: 'emp_sec' },
  ...{ fromOn: day('2026-11-01'), endedOn: null, endedReason: null },
};
const over = { ...tie, endedOn: day('2026-11-20') };

describe('[4.12, G4] ties of members to customers', () => {
  test.each([
    ['to another customer', { employeeId: 'emp_a', customerId: 'cus_2' }, [tie]],
    ['of another member', { employeeId: 'emp_b', customerId: 'cus_1' }, [tie]],
    ['again, when the old one is over', { employeeId: 'emp_a', customerId: 'cus_1' }, [over]],
  ])('a tie %s is new', (_name, wanted, others) => {
    expect(() => checkConflict(wanted, others)).not.toThrow();
  });

  test('the same tie is on record once', () => {
    expect(() => checkConflict(tie, [over, tie])).toThrow(expect.objectContaining({ code: 'CONFLICT_KNOWN' }));
  });

  test.each([
    ['2026-10-31', tie, false],
    ['2026-11-01', tie, true],
    ['2030-01-01', tie, true],
    ['2026-11-20', over, true],
    ['2026-11-21', over, false],
  ])('on %s it lasts', (on, one, expected) => {
    expect(lasts(one, day(on))).toBe(expected);
  });

  test('it ends with a day and a reason', () => {
    expect(endConflict(tie, 'emp_sec', { on: day('2026-11-20'), reason: ' 已离婚 ' })).toEqual({ ...over, endedReason: '已离婚' });
  });

  test.each([
    ['by the member himself', tie, 'emp_a', '已无关系', 'CONFLICT_OWN'],
    ['without a reason', tie, 'emp_sec', '  ', 'REASON_REQUIRED'],
    ['twice', over, 'emp_sec', '已无关系', 'CONFLICT_ENDED'],
  ])('it does not end %s', (_name, one, by, reason, code) => {
    expect(() => endConflict(one, by, { on: day('2026-11-21'), reason })).toThrow(expect.objectContaining({ code }));
  });
});
