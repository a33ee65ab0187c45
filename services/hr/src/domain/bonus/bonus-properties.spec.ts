import { describe, test } from '@jest/globals';
import { invariant } from '@weilend/kernel';
import fc from 'fast-check';
import { aPart, day, goodFormula } from './bonus.builder.js';
import { checkFormula } from './check-formula.js';
import { noteTaken, takeBack } from './clawback.js';
import { computeBonus } from './compute-bonus.js';
import type { BonusInputs } from './compute-bonus.js';
import { holdDeferred, releaseDeferred, takeFromDeferred } from './deferred.js';
import type { BonusFormula, Curve } from './formula.js';
import { LATE_BUCKETS } from './formula.js';
import { splitBonus } from './split-bonus.js';
import type { BonusStatement } from './statement.js';

const RUNS = { seed: 8, numRuns: 10_000 };

const rising = (values: number[]): number[] => [...values].sort((a, b) => a - b);
const bps = fc.integer({ min: 0, max: 10_000 });
const coefficient = fc.integer({ min: 0, max: 50_000 });

const aCurve: fc.Arbitrary<Curve> = fc
  .tuple(
    fc.constantFrom('STEPS' as const, 'LINEAR' as const),
    fc.uniqueArray(fc.integer({ min: 1, max: 120 }), { maxLength: 5 }),
    fc.array(coefficient, { minLength: 6, maxLength: 6 }),
  )
  .map(([kind, places, coefficients]) => {
    const heights = rising(coefficients);
    return { kind, points: [0, ...rising(places)].map((at, no) => ({ at, coefficientBps: heights[no] ?? 0 })) };
  });

const someBands = fc
  .tuple(fc.uniqueArray(fc.integer({ min: 1, max: 9_999 }), { maxLength: 3 }), fc.array(bps, { minLength: 4, maxLength: 4 }))
  .map(([places, some]) => {
    const heights = rising(some).reverse();
    return [0, ...rising(places)].map((fromBps, no) => ({ fromBps, coefficientBps: heights[no] ?? 0 }));
  });

const aFormula: fc.Arbitrary<BonusFormula> = fc
  .record({
    ...{ share: fc.integer({ min: 1, max: 10_000 }), performance: aCurve, score: aCurve, overdue: someBands, npl: someBands },
    ...{ personFen: fc.integer({ min: 1, max: 100_000_000 }), capShare: fc.option(fc.integer({ min: 1, max: 100_000 })) },
    ...{ minScore: fc.integer({ min: 0, max: 120 }), deferred: bps, clawed: bps },
  })
  .map((of) => ({
    ...{ ...goodFormula, base: { kind: 'SHARE_OF_LOANS', shareBps: of.share, levels: [] }, performance: of.performance, score: of.score },
    ...{
      risk: { overdue: of.overdue, npl: of.npl },
      caps: { personFen: of.personFen, shareOfBaseBps: of.capShare },
      minScore: of.minScore,
    },
    ...{ deferral: { shareBps: of.deferred, quarters: 2 }, clawback: { shareBps: of.clawed, quarters: 4 } },
  }));

const points = fc.integer({ min: 0, max: 1_200_000 });
const money = fc.integer({ min: 0, max: 1_000_000_000_00 });
const someInputs: fc.Arbitrary<BonusInputs> = fc.record({
  ...{ disbursedFen: fc.integer({ min: -1_000_000, max: 1_000_000_000_00 }), loans: fc.nat(500), performance: points, score: points },
  ...{ overdueFen: fc.option(money), nplFen: fc.option(money), outstandingFen: fc.option(money), levels: fc.constant(['salesperson']) },
});
const someAmounts = fc.array(fc.integer({ min: 1, max: 50_000_000 }), { maxLength: 12 });

const loansOf = (amounts: readonly number[]) => amounts.map((amountFen, no) => ({ loanId: `lon_${no}`, amountFen }));
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('[5.6] whatever the formula and the figures, 10 000 cases each', () => {
  test('the formulas that are tried are ones that may be drafted', () => {
    fc.assert(fc.property(aFormula, checkFormula), RUNS);
  });

  test('more performance or a better score never lowers the bonus', () => {
    fc.assert(
      fc.property(aFormula, someInputs, points, points, (formula, inputs, more, better) => {
        const before = computeBonus(formula, inputs);
        const performance = Math.max(inputs.performance, more);
        const score = Math.max(inputs.score, better);
        invariant(computeBonus(formula, { ...inputs, performance }).totalFen >= before.totalFen, 'performance');
        invariant(computeBonus(formula, { ...inputs, score }).totalFen >= before.totalFen, 'score');
        invariant(computeBonus(formula, { ...inputs, performance, score }).totalFen >= before.totalFen, 'both');
      }),
      RUNS,
    );
  });

  test('more disbursed never lowers it, more overdue or bad never raises it', () => {
    fc.assert(
      fc.property(aFormula, someInputs, money, (formula, inputs, more) => {
        const { totalFen } = computeBonus(formula, inputs);
        invariant(computeBonus(formula, { ...inputs, disbursedFen: inputs.disbursedFen + more }).totalFen >= totalFen, 'disbursed');
        const worse = (fen: number | null) => (fen === null ? null : fen + more);
        const risky = { ...inputs, overdueFen: worse(inputs.overdueFen), nplFen: worse(inputs.nplFen) };
        invariant(computeBonus(formula, risky).totalFen <= totalFen, 'risk');
      }),
      RUNS,
    );
  });

  test('it is never negative, never above a cap, and deferred and paid now are the whole', () => {
    fc.assert(
      fc.property(aFormula, someInputs, (formula, inputs) => {
        const { totalFen, deferredFen, paidNowFen, baseFen } = computeBonus(formula, inputs);
        const { personFen, shareOfBaseBps } = formula.caps;
        invariant(Number.isSafeInteger(totalFen) && totalFen >= 0 && deferredFen >= 0 && paidNowFen >= 0, 'negative');
        invariant(deferredFen + paidNowFen === totalFen, 'to the fen');
        invariant(totalFen <= personFen, 'above the cap of a person');
        // Half a fen may be rounded up.
        invariant(
          shareOfBaseBps === null || BigInt(totalFen) * 20_000n <= BigInt(baseFen) * BigInt(shareOfBaseBps) * 2n + 10_000n,
          'above the cap by the base',
        );
      }),
      RUNS,
    );
  });

  test('the parts of the loans sum to the bonus, and the deferred part of a loan is within its part', () => {
    fc.assert(
      fc.property(aFormula, someInputs, someAmounts, (formula, inputs, amounts) => {
        const bonus = computeBonus(formula, inputs);
        const parts = splitBonus(loansOf(amounts), bonus);
        if (parts.length > 0) {
          invariant(sum(parts.map(({ partFen }) => partFen)) === bonus.totalFen, 'total');
          invariant(sum(parts.map(({ deferredFen }) => deferredFen)) === bonus.deferredFen, 'deferred');
        }
        for (const { partFen, deferredFen } of parts) invariant(deferredFen >= 0 && deferredFen <= partFen, 'a part');
      }),
      RUNS,
    );
  });

  test('clawbacks and the release never take more than was given: of a loan, of what is held, of the whole', () => {
    fc.assert(
      fc.property(
        aFormula,
        someInputs,
        someAmounts,
        fc.record({ turned: fc.array(fc.nat(11), { maxLength: 8 }), badAtRelease: fc.array(fc.nat(11)) }),
        (formula, inputs, amounts, { turned, badAtRelease }) => {
          const bonus = computeBonus(formula, inputs);
          let parts = splitBonus(loansOf(amounts), bonus).map((part, no) => aPart({ ...part, id: `bnp_${no}` }));
          const statement = {
            id: 'bns_1',
            preparation: 1,
            formulaId: 'f',
            employeeId: 'e',
            quarter: '2026-Q1',
            computation: bonus,
          } as BonusStatement;
          let deferred = holdDeferred('bnd_1', statement, day('2026-10-01'));
          let owedFen = 0;
          for (const no of turned) {
            const part = parts[no];
            if (!part) continue;
            const taken = takeBack(part, formula, deferred.amountFen - deferred.takenFen);
            owedFen += taken.carriedFen;
            deferred = takeFromDeferred(deferred, taken.fromDeferredFen);
            parts = parts.map((one) => (one === part ? noteTaken(one, taken, day('2026-07-01')) : one));
          }
          const bad = {
            version: 1,
            employeeId: 'e',
            bucket: LATE_BUCKETS[2],
            loanClass: 'PASS' as const,
            changedOn: day('2026-07-01'),
            reached: {},
          };
          const loans = new Map(badAtRelease.map((no) => [`lon_${no}`, { ...bad, id: `lon_${no}` }]));
          const {
            deferred: released,
            withheld,
            balance,
          } = releaseDeferred(deferred, { parts, loans, formula }, { id: 'e', version: 1, owedFen }, day('2026-10-01'));
          const last = parts.map((part) => withheld.find(({ id }) => id === part.id) ?? part);
          for (const part of last) invariant(part.takenFen + part.withheldFen <= part.partFen, 'more than the part of the loan');
          invariant(released.takenFen <= released.amountFen && released.dueFen >= 0, 'more than was deferred');
          invariant(released.takenFen + released.withheldFen + released.dueFen === released.amountFen, 'to the fen');
          invariant(released.setOffFen <= released.dueFen && (balance?.owedFen ?? 0) === owedFen - released.setOffFen, 'a negative payout');
        },
      ),
      RUNS,
    );
  });
});
