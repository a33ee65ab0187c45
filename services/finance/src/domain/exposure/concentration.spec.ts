import { describe, expect, it } from '@jest/globals';
import { InvariantViolation, parseRate } from '@weilend/kernel';
import fc from 'fast-check';
import { checkConcentration, lend, release, repay, reserve } from './concentration.js';
import type { Exposure } from './concentration.js';

const limit = { share: parseRate('0.1'), netAssetsFen: 1_000_000_00 };
const exposure = (outstandingFen: number, reservedFen = 0): Exposure => ({ customerId: 'cus_1', outstandingFen, reservedFen, loans: 0 });

describe('[7.3] G7: the concentration limit (10 % of 1,000,000 yuan)', () => {
  it.each([
    ['the first loan up to the limit', exposure(0), 100_000_00],
    ['the rest beside an outstanding balance', exposure(60_000_00), 40_000_00],
    ['the rest beside a payment under way', exposure(0, 99_999_99), 1],
  ])('allows %s', (_title, before, amountFen) => {
    expect(reserve(before, amountFen, limit)).toEqual({ ...before, reservedFen: before.reservedFen + amountFen });
  });

  it.each([
    ['one fen above the limit', exposure(0), 100_000_01],
    ['one fen above with an outstanding balance', exposure(60_000_00), 40_000_01],
    ['one fen above with a payment under way', exposure(0, 60_000_00), 40_000_01],
    ['one fen above with both', exposure(50_000_00, 50_000_00), 1],
    ['anything when the limit has shrunk below the balance', exposure(500_000_00), 1],
  ])('refuses %s', (_title, before, amountFen) => {
    expect(() => reserve(before, amountFen, limit)).toThrow('CONCENTRATION_EXCEEDED');
    expect(() => checkConcentration(before, amountFen, limit)).toThrow('CONCENTRATION_EXCEEDED');
  });

  it('never rounds the limit up', () => {
    expect(() => reserve(exposure(0), 34, { share: parseRate('0.333333'), netAssetsFen: 100 })).toThrow('CONCENTRATION_EXCEEDED');
    expect(() => reserve(exposure(0), 33, { share: parseRate('0.333333'), netAssetsFen: 100 })).not.toThrow();
  });
});

describe('the exposure of a borrower', () => {
  it('keeps every fen from reservation to repayment', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000_00 }), fc.integer({ min: 0, max: 100_000_00 }), (amountFen, part) => {
        const lent = lend(reserve(exposure(0), amountFen, limit), amountFen);
        expect(lent).toEqual({ customerId: 'cus_1', outstandingFen: amountFen, reservedFen: 0, loans: 1 });
        expect(repay(lent, Math.min(part, amountFen)).outstandingFen).toBe(amountFen - Math.min(part, amountFen));
        expect(release(reserve(exposure(7), amountFen, { ...limit, netAssetsFen: 2_000_000_00 }), amountFen)).toEqual(exposure(7));
      }),
    );
  });

  it.each([
    ['lending what was not reserved', () => lend(exposure(10), 1)],
    ['releasing more than was reserved', () => release(exposure(10, 5), 6)],
    ['repaying more than is owed', () => repay(exposure(10), 11)],
    ['reserving nothing', () => reserve(exposure(0), 0, limit)],
    ['reserving less than nothing', () => reserve(exposure(0), -5, limit)],
  ])('%s is a bug', (_title, act) => expect(act).toThrow(InvariantViolation));
});
