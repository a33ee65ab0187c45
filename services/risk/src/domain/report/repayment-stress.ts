import { divideRounded, fen, parseRate, RATE_SCALE, rateToScaled, scaledToRate } from '@weilend/kernel';
import type { HouseholdFigures } from '../checks/data-analysis.js';
import type { RequestedTerms } from '../investigation/investigation.js';
import { monthlyBurden } from './instalment.js';
import type { InstalmentBasis } from './instalment.js';

// Would the borrower still pay if things went worse (还款能力压力测试)? All his debt service with the new loan is held against his income as it
// is, with the income fallen, with the rate risen, and with the worst of both at once; and it is said from which income on he can just
// carry it. Falls, rises and the share of the income that debts may take are dated parameters. Ratios are exact, in basis points.

export interface StressPolicy {
  /** Falls of the income, as fractions, e.g. 0.1. */
  readonly incomeFalls: readonly string[];
  /** Rises of the yearly rate, e.g. 0.01 for one percentage point. */
  readonly rateRises: readonly string[];
  /** Largest share of the income that all debt service may take. */
  readonly debtServiceLimit: string;
}

export interface StressCase {
  readonly incomeFall: string;
  readonly rateRise: string;
  readonly incomeFen: number;
  readonly instalmentFen: number;
  readonly debtServiceFen: number;
  /** Debt service / income, 10 000 is all of it; rounded up, so that it never looks better than it is. Null without income. */
  readonly debtServiceBps: number | null;
  /** What is left after living cost and debts; null when the living cost is not verified. */
  readonly leftFen: number | null;
  readonly carries: boolean;
}

export const ABILITIES = ['COMFORTABLE', 'TIGHT', 'OVERSTRETCHED', 'UNKNOWN'] as const;
export type RepaymentAbility = (typeof ABILITIES)[number];

export interface RepaymentStress {
  readonly policy: StressPolicy;
  readonly basis: InstalmentBasis;
  /** The first case is things as they are, the last one the worst of all at once; empty when income or debts are not verified. */
  readonly cases: readonly StressCase[];
  /** Least monthly income that carries the loan as things are; null when debts are not verified. */
  readonly breakEvenIncomeFen: number | null;
  readonly ability: RepaymentAbility;
}

type LoanTerms = Pick<RequestedTerms, 'amountFen' | 'termMonths' | 'annualRate' | 'method'>;

const BPS = 10_000n;

/** The stress of a loan on verified monthly figures; nothing is computed from what nobody verified. */
export function repaymentStress(figures: HouseholdFigures | null, terms: LoanTerms, policy: StressPolicy): RepaymentStress {
  const { basis, instalmentFen } = monthlyBurden(terms);
  const debtFen = figures?.debtServiceFen ?? null;
  const incomeFen = figures?.verifiedIncomeFen ?? null;
  const livingFen = figures?.livingCostFen ?? null;
  const breakEvenIncomeFen = debtFen === null ? null : breakEven(debtFen + instalmentFen, livingFen, policy.debtServiceLimit);
  if (debtFen === null || incomeFen === null) return { policy, basis, cases: [], breakEvenIncomeFen, ability: 'UNKNOWN' };
  const cases = combinationsOf(policy).map(({ incomeFall, rateRise }) =>
    stressCase({ incomeFall, rateRise, limit: policy.debtServiceLimit }, { incomeFen, debtFen, livingFen, terms }),
  );
  return { policy, basis, cases, breakEvenIncomeFen, ability: abilityOf(cases) };
}

/** Carries nothing as things are: overstretched; carries not every case: tight. */
function abilityOf([asIs, ...worse]: readonly StressCase[]): RepaymentAbility {
  if (!asIs?.carries) return 'OVERSTRETCHED';
  return worse.every((one) => one.carries) ? 'COMFORTABLE' : 'TIGHT';
}

interface Shock {
  readonly incomeFall: string;
  readonly rateRise: string;
}

/** As things are, each fall, each rise, the largest of both. */
function combinationsOf({ incomeFalls, rateRises }: StressPolicy): Shock[] {
  const falls = [...incomeFalls].sort(byRate);
  const rises = [...rateRises].sort(byRate);
  const worst = { incomeFall: falls.at(-1) ?? '0', rateRise: rises.at(-1) ?? '0' };
  return [
    { incomeFall: '0', rateRise: '0' },
    ...falls.map((incomeFall) => ({ incomeFall, rateRise: '0' })),
    ...rises.map((rateRise) => ({ incomeFall: '0', rateRise })),
    ...(falls.length > 0 && rises.length > 0 ? [worst] : []),
  ];
}

function stressCase(
  shock: Shock & { limit: string },
  household: { incomeFen: number; debtFen: number; livingFen: number | null; terms: LoanTerms },
): StressCase {
  const { incomeFall, rateRise, limit } = shock;
  const { debtFen, livingFen, terms } = household;
  const annualRate = scaledToRate(scaled(terms.annualRate) + scaled(rateRise));
  const { instalmentFen } = monthlyBurden({ ...terms, annualRate });
  const kept = scaled(incomeFall) >= RATE_SCALE ? 0n : RATE_SCALE - scaled(incomeFall);
  const incomeFen = Number(divideRounded(BigInt(household.incomeFen) * kept, RATE_SCALE, 'DOWN'));
  const debtServiceFen = fen(debtFen + instalmentFen);
  const leftFen = livingFen === null ? null : incomeFen - livingFen - debtServiceFen;
  const within = BigInt(debtServiceFen) * RATE_SCALE <= BigInt(incomeFen) * scaled(limit);
  return {
    ...{ incomeFall, rateRise, incomeFen, instalmentFen, debtServiceFen, leftFen },
    debtServiceBps: incomeFen > 0 ? Number(divideRounded(BigInt(debtServiceFen) * BPS, BigInt(incomeFen), 'UP')) : null,
    carries: within && (leftFen === null || leftFen >= 0),
  };
}

/** Least income whose allowed share pays the debts and that leaves enough to live on. */
function breakEven(serviceFen: number, livingFen: number | null, limit: string): number | null {
  if (scaled(limit) === 0n) return null;
  const byShare = Number(divideRounded(BigInt(serviceFen) * RATE_SCALE, scaled(limit), 'UP'));
  return Math.max(byShare, livingFen === null ? 0 : livingFen + serviceFen);
}

function scaled(rate: string): bigint {
  return rateToScaled(parseRate(rate));
}

function byRate(a: string, b: string): number {
  return scaled(a) < scaled(b) ? -1 : 1;
}
