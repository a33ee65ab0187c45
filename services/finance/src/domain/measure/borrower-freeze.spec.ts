import { describe, expect, it, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { isFrozen, liftFreeze, requireNotFrozen } from './borrower-freeze.js';
import type { BorrowerFreeze } from './borrower-freeze.js';

const at = new Date('2026-11-24T02:00:00Z');
const freeze: BorrowerFreeze = {
  ...{ id: 'frz_1', version: 1, customerId: 'cus_1', measureId: 'mea_1', alertId: 'alt_1', reason: 'he has fled' },
  ...{ since: parseLocalDate('2026-11-23'), liftedAt: null, liftedBy: null },
};
const lifted = liftFreeze(freeze, { by: 'emp_1', at });

describe('[7.4] a frozen borrower', () => {
  it.each<[string, BorrowerFreeze[], boolean]>([
    ['none', [], true],
    ['a lifted one', [lifted], true],
    ['one in force', [freeze], false],
    ['one in force beside a lifted one', [lifted, { ...freeze, id: 'frz_2' }], false],
  ])('with %s', (_title, freezes, isFree) => {
    const pay = () => requireNotFrozen(freezes);
    expect(isFrozen(freezes)).toBe(!isFree);
    if (isFree) expect(pay).not.toThrow();
    else expect(pay).toThrow(expect.objectContaining({ code: 'BORROWER_FROZEN' }));
  });

  test('is lifted once', () => {
    expect(lifted).toMatchObject({ liftedAt: at, liftedBy: 'emp_1' });
    expect(liftFreeze(lifted, { by: 'emp_2', at })).toBe(lifted);
  });
});
