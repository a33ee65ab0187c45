import { describe, expect, it } from '@jest/globals';
import { InvariantViolation } from '@weilend/kernel';
import fc from 'fast-check';
import { anExposure } from './exposure.builder.js';
import { lending, moveBalance, moveExposure, owedFen, releasing, repaying, reserving } from './exposure.js';
import type { Exposure, Move } from './exposure.js';

const amount = fc.integer({ min: 1, max: 100_000_00 });

describe('[7.3] the balance of a borrower', () => {
  it('keeps every fen from reservation to repayment', () => {
    fc.assert(
      fc.property(amount, amount, fc.boolean(), (amountFen, part, isConsumption) => {
        const use = isConsumption ? 'CONSUMER' : 'BUSINESS';
        const move = (exposure: Exposure, ...moves: Move[]): Exposure =>
          moves.reduce<Exposure>((now, one) => moveExposure(now, one, use), exposure);
        const lent = move(anExposure(), reserving(amountFen), lending(amountFen));
        expect(lent).toEqual(anExposure({ outstandingFen: amountFen, consumerFen: isConsumption ? amountFen : 0 }));
        const backFen = Math.min(part, amountFen);
        expect(owedFen(move(lent, repaying(backFen)))).toBe(amountFen - backFen);
        expect(move(lent, repaying(backFen), repaying(-backFen))).toEqual(lent);
        expect(move(lent, reserving(part), releasing(part))).toEqual(lent);
      }),
    );
  });

  it('keeps consumption and business apart', () => {
    const both = moveExposure(moveExposure(anExposure(), reserving(7), 'CONSUMER'), reserving(5), 'BUSINESS');
    expect(both).toMatchObject({ reservedFen: 12, consumerFen: 7 });
    expect(moveExposure(both, releasing(7), 'CONSUMER')).toMatchObject({ reservedFen: 5, consumerFen: 0 });
  });

  it.each([
    ['lending what was not reserved', () => moveExposure(anExposure({ outstandingFen: 10 }), lending(1), 'BUSINESS')],
    ['releasing more than was reserved', () => moveBalance({ outstandingFen: 10, reservedFen: 5 }, releasing(6))],
    ['repaying more than is owed', () => moveBalance({ outstandingFen: 10, reservedFen: 0 }, repaying(11))],
    [
      'repaying as consumption what was lent to a business',
      () => moveExposure(anExposure({ outstandingFen: 10 }), repaying(1), 'CONSUMER'),
    ],
    ['reserving nothing', () => reserving(0)],
    ['reserving less than nothing', () => reserving(-5)],
    ['lending less than nothing', () => lending(-5)],
    ['releasing less than nothing', () => releasing(-5)],
  ])('%s is a bug', (_title, act) => expect(act).toThrow(InvariantViolation));
});
