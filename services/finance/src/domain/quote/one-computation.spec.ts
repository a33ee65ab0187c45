import { describe, expect, it } from '@jest/globals';
import { addDays, canonicalHash, DomainError, parseLocalDate, parseRate, sumFen } from '@weilend/kernel';
import fc from 'fast-check';
import { makeCostSheet } from '../cost-sheet/cost-sheet.js';
import { servicingOfLoan } from '../loan/servicing.js';
import { openLoan } from '../loan/loan.js';
import { aProduct, byRate, fixed } from '../product/product.builder.js';
import { getInForce } from '../product/product.js';
import { runs } from '../schedule/schedule.builder.js';
import { COUNTS, METHODS, MONTH_ENDS, ROUNDINGS } from '../schedule/terms.js';
import { priceLoan } from './price-loan.js';
import { quoteLoan, termsHash } from './quote.js';

const firstDay = parseLocalDate('2026-11-23');
const cap = parseRate('10');

const anyLoan = fc.record({
  rules: fc.record({
    dayCount: fc.constantFrom(...COUNTS),
    rounding: fc.constantFrom(...ROUNDINGS),
    monthEnd: fc.constantFrom(...MONTH_ENDS),
    instalmentMultipleFen: fc.constantFrom(1, 1, 10),
    evenLastInstalment: fc.boolean(),
    principalGracePeriods: fc.integer({ min: 0, max: 2 }),
    interestGracePeriods: fc.integer({ min: 0, max: 2 }),
  }),
  fees: fc.subarray([byRate, fixed]),
  annualRate: fc.integer({ min: 0, max: 2_400 }).map((basisPoints) => parseRate((basisPoints / 10_000).toFixed(4))),
  amountFen: fc.integer({ min: 10_000_00, max: 500_000_00 }),
  termMonths: fc.integer({ min: 3, max: 36 }),
  method: fc.constantFrom(...METHODS),
  startDay: fc.integer({ min: 0, max: 1_500 }),
});

describe('[4.3, 4.17, 4.19] what was shown is what is paid', () => {
  it('quote, cost sheet and loan have the same rows, byte for byte, and the same terms', () => {
    fc.assert(
      fc.property(anyLoan, ({ rules, fees, annualRate, amountFen, termMonths, method, startDay }) => {
        const startOn = addDays(firstDay, startDay);
        const product = aProduct({ ...rules, fees, annualRate, methods: [...METHODS] });
        const version = getInForce(product, startOn);
        const terms = { productId: product.id, amountFen, termMonths, annualRate, method };
        const [quote] = quoteLoan(version, { ...terms, methods: [method], startOn, cap });
        const request = { contractId: 'con_1', applicationId: 'app_1', terms, startOn };
        const sheet = makeCostSheet(version, request, cap);
        const penalty = { penaltyRate: parseRate('0.18'), uncutPenaltyRate: parseRate('0.18') };
        const ids = {
          id: 'lon_1',
          contractId: 'con_1',
          applicationId: 'app_1',
          customerId: 'cus_1',
          salespersonId: 'emp_1',
          disbursementId: 'dis_1',
          ...penalty,
        };
        const facts = {
          ...ids,
          ...terms,
          productVersion: version.no,
          principalFen: amountFen,
          dayCount: version.dayCount,
          servicing: servicingOfLoan(version),
          monthEnd: version.monthEnd,
          instalmentMultipleFen: version.instalmentMultipleFen,
          rounding: version.rounding,
        };
        const loan = openLoan({ ...facts, loanUse: 'BUSINESS', disbursedOn: startOn }, priceLoan(version, terms, startOn));
        const shown = canonicalHash(quote?.rows);
        expect(canonicalHash(sheet.rows)).toBe(shown);
        expect(
          canonicalHash(loan.rows.map(({ interestPaidFen: _i, principalPaidFen: _p, interestWaivedFen: _w, billed: _b, ...row }) => row)),
        ).toBe(shown);
        expect([quote?.termsHash, sumFen(loan.rows.map((row) => row.principalFen))]).toEqual([termsHash(sheet.terms), amountFen]);
        expect(sheet.annualCostCompound).toBe(quote?.cost.compound);
      }),
      { numRuns: runs(150) },
    );
  });

  it('terms outside of the product have neither quote nor sheet', () => {
    const version = getInForce(aProduct(), firstDay);
    const terms = { productId: 'prd_1', amountFen: 1, termMonths: 12, annualRate: version.annualRate, method: 'EQUAL_INSTALMENT' } as const;
    expect(() => quoteLoan(version, { ...terms, methods: [terms.method], startOn: firstDay, cap })).toThrow(DomainError);
    const request = { contractId: 'con_1', applicationId: 'app_1', terms, startOn: firstDay };
    expect(() => makeCostSheet(version, request, cap)).toThrow(DomainError);
  });
});
