import { describe, expect, test } from '@jest/globals';
import { aPart, day, goodFormula } from './bonus.builder.js';
import type { BonusPart } from './clawback.js';
import { noteTaken, setOff, takeBack, takenMore } from './clawback.js';

const share = (shareBps: number) => ({ clawback: { shareBps, quarters: 4 } });

describe('[5.6] a loan that turns bad takes back its part of the bonus', () => {
  test.each<[string, Partial<BonusPart>, number, number, [number, number, number]]>([
    ['from the deferred part first, the rest from the next bonus', {}, 10_000, 4_000, [10_000, 4_000, 6_000]],
    ['from the deferred part alone when it is enough', {}, 10_000, 50_000, [10_000, 10_000, 0]],
    ['from the next bonus alone when nothing is held', {}, 10_000, 0, [10_000, 0, 10_000]],
    ['a share of it', {}, 5_000, 4_000, [5_000, 4_000, 1_000]],
    ['half a fen is rounded up', { partFen: 1 }, 5_000, 0, [1, 0, 1]],
    ['not what was withheld already', { withheldFen: 4_000 }, 10_000, 0, [6_000, 0, 6_000]],
    ['nothing twice', { takenOn: day('2026-05-01'), takenFen: 100 }, 10_000, 4_000, [0, 0, 0]],
    ['nothing of nothing', { partFen: 0, deferredFen: 0 }, 10_000, 4_000, [0, 0, 0]],
  ])('%s', (_title, part, bps, held, [amountFen, fromDeferredFen, carriedFen]) => {
    expect(takeBack(aPart(part), share(bps), held)).toEqual({ amountFen, fromDeferredFen, carriedFen });
  });

  test.each<[string, Partial<BonusPart>, [number, number, number]]>([
    ['whole, though the formula takes a half', {}, [10_000, 4_000, 6_000]],
    ['what an earlier clawback left', { takenOn: day('2026-05-01'), takenFen: 5_000 }, [5_000, 4_000, 1_000]],
    ['nothing twice', { takenOn: day('2026-05-01'), takenFen: 10_000 }, [0, 0, 0]],
    ['not what was withheld already', { withheldFen: 4_000 }, [6_000, 4_000, 2_000]],
  ])('of a loan that is no more: %s', (_title, part, [amountFen, fromDeferredFen, carriedFen]) => {
    expect(takeBack(aPart(part), share(5_000), 4_000, true)).toEqual({ amountFen, fromDeferredFen, carriedFen });
  });

  test('what is taken later is added to the one clawback', () => {
    const first = { id: 'bnc_1', version: 1, statementId: 'bns_1', employeeId: 'emp_1', quarter: '2026-Q1', loanId: 'lon_1' };
    const days = { badSince: day('2026-05-01'), bookedOn: day('2026-05-02') };
    const taken = { amountFen: 5, fromDeferredFen: 3, carriedFen: 2 };
    expect(takenMore({ ...first, ...days, ...taken }, { amountFen: 4, fromDeferredFen: 1, carriedFen: 3 })).toEqual({
      ...{ ...first, ...days, amountFen: 9, fromDeferredFen: 4, carriedFen: 5 },
    });
  });

  test('it is written on the part', () => {
    const part = noteTaken(aPart(), takeBack(aPart(), goodFormula, 4_000), day('2026-07-01'));
    expect(part).toMatchObject({ takenFen: 10_000, takenOfDeferredFen: 4_000, takenOn: '2026-07-01' });
  });
});

describe('[5.6] what is owed lowers the next payment, never below nothing', () => {
  const owed = (owedFen: number) => ({ id: 'emp_1', version: 1, owedFen });

  test.each([
    [500, 2_000, 500, 0],
    [2_000, 500, 500, 1_500],
    [500, 0, 0, 500],
    [0, 500, 0, 0],
  ])('owed %i, to be paid %i: %i kept back, %i still owed', (before, payment, setOffFen, left) => {
    expect(setOff(owed(before), payment)).toMatchObject({ setOffFen, balance: { owedFen: left } });
  });

  test('nothing is kept back of somebody who owes nothing', () => {
    expect(setOff(null, 500)).toEqual({ setOffFen: 0, balance: null });
  });
});
