import { banded } from './criterion.js';
import type { Criterion } from './criterion.js';

// Potential (发展潜力): a business that has lasted and turns over money will borrow again; a person with steady roots and income likewise.

const BUSINESS_MONTHS = [
  [11, 10],
  [35, 35],
  [Number.MAX_SAFE_INTEGER, 50],
] as const;
/** Fen: 200,000 and 1,000,000 yuan of yearly turnover. */
const REVENUE = [
  [19_999_999, 10],
  [99_999_999, 30],
  [Number.MAX_SAFE_INTEGER, 50],
] as const;
const RESIDENCE_YEARS = [
  [0, 10],
  [2, 25],
  [Number.MAX_SAFE_INTEGER, 40],
] as const;
/** Fen: 4,000 and 10,000 yuan a month. */
const INCOME = [
  [399_999, 10],
  [999_999, 40],
  [Number.MAX_SAFE_INTEGER, 60],
] as const;

export const potentialRule: Criterion = {
  id: 'potential',
  version: 1,
  score({ type, profile: { basic, financial } }) {
    if (type === 'INDIVIDUAL') {
      const points = known(basic.yearsAtResidence, RESIDENCE_YEARS) + known(financial.monthlyIncomeFen, INCOME);
      return { points, reason: 'years at the residence and monthly income' };
    }
    const points = known(basic.businessMonths, BUSINESS_MONTHS) + known(financial.annualRevenueFen, REVENUE);
    return { points, reason: 'age and turnover of the business' };
  },
};

function known(value: number | null, bands: readonly (readonly [number, number])[]): number {
  return value === null ? 0 : banded(value, bands);
}
