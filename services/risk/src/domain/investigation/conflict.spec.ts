import { describe, expect, it, test } from '@jest/globals';
import { conflicted, declareConflict, endConflict } from './conflict.js';
import type { ConflictDeclaration, NewConflict } from './conflict.js';

const customerId = `cus_${'0'.repeat(26)}`;
const other = `cus_${'1'.repeat(26)}`;
const at = new Date('2026-11-23T08:00:00Z');
const declared: NewConflict = {
  ...{ id: 'cfl_1', employeeId: 'emp_1', customerId, relation: 'RELATIVE', reason: 'his cousin', declaredBy: 'emp_1', declaredAt: at },
};
const holds = declareConflict(declared, []);
const ended = endConflict(holds, { at, by: 'emp_m', reason: 'a mistake of names' });

describe('[4.11] a declared conflict of interest', () => {
  test('holds until it is ended, and stays readable', () => {
    expect(holds).toMatchObject({ endedAt: null, relation: 'RELATIVE' });
    expect(ended).toMatchObject({ endedBy: 'emp_m', endedReason: 'a mistake of names', reason: 'his cousin' });
  });

  test('may be declared again when the earlier one was ended, and about somebody else', () => {
    expect(declareConflict(declared, [ended])).toMatchObject({ endedAt: null });
    expect(declareConflict({ ...declared, customerId: other }, [holds])).toMatchObject({ customerId: other });
  });

  it.each<[string, Partial<NewConflict>, ConflictDeclaration[], string]>([
    ['no customer', { customerId: '' }, [], 'CONFLICT_CUSTOMER_UNKNOWN'],
    ['a name', { customerId: 'Mr Wang' }, [], 'CONFLICT_CUSTOMER_UNKNOWN'],
    ['an application', { customerId: `app_${'0'.repeat(26)}` }, [], 'CONFLICT_CUSTOMER_UNKNOWN'],
    ['the same again', {}, [holds], 'CONFLICT_ALREADY_DECLARED'],
    ['no reason', { reason: ' ' }, [], 'TEXT_MISSING'],
    ['[3.7] an identity number', { reason: 'he is 11010519491231002X' }, [], 'PERSONAL_NUMBER_IN_TEXT'],
  ])('refuses %s', (_name, change, inForce, code) => {
    expect(() => declareConflict({ ...declared, ...change }, inForce)).toThrow(expect.objectContaining({ code }));
  });

  it.each<[string, ConflictDeclaration, object, string]>([
    ['twice', ended, {}, 'CONFLICT_ENDED'],
    ['the own one', holds, { by: 'emp_1' }, 'CONFLICT_OWN'],
    ['without a reason', holds, { reason: '' }, 'TEXT_MISSING'],
  ])('is not ended %s', (_name, conflict, change, code) => {
    expect(() => endConflict(conflict, { at, by: 'emp_m', reason: 'a mistake of names', ...change })).toThrow(
      expect.objectContaining({ code }),
    );
  });

  it.each<[string, ConflictDeclaration[], string[], string[]]>([
    ['about the borrower', [holds], [customerId], ['emp_1']],
    ['about a related party', [holds], [other, customerId], ['emp_1']],
    ['about somebody else', [holds], [other], []],
    ['one that was ended', [ended], [customerId], []],
    ['nothing declared', [], [customerId], []],
  ])('keeps out: %s', (_name, conflicts, customers, expected) => {
    expect([...conflicted(conflicts, customers)]).toEqual(expected);
  });
});
