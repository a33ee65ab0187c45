import { parseLocalDate, parseRate } from '@weilend/kernel';
import { priceLoan } from '../quote/price-loan.js';
import { PLAIN_RULES } from '../schedule/schedule-rules.js';
import type { Fee } from '../product/product.js';
import { openLoan } from './loan.js';
import type { Loan } from './loan.js';
import { servicingOfLoan } from './servicing.js';
import { plainServicing } from '../product/servicing-rules.js';
import type { LoanServicing } from './servicing.js';

export const serviceFee: Fee = { code: 'SERVICE', name: '服务费', kind: 'FIXED', amountFen: 300_00, rate: null, payee: '本公司' };

/** A loan of 100,000 yuan at 12 % over 12 months from 2026-01-15, as it stands after payment; single facts can be changed. */
export function aLoan(
  change: Partial<Pick<Loan, 'method' | 'principalFen' | 'termMonths' | 'dayCount'>> & {
    fees?: readonly Fee[];
    servicing?: Partial<LoanServicing>;
  } = {},
): Loan {
  const {
    servicing = {},
    fees = [],
    method = 'EQUAL_INSTALMENT',
    principalFen = 100_000_00,
    termMonths = 12,
    dayCount = 'PERIODIC',
  } = change;
  const annualRate = parseRate('0.12');
  const disbursedOn = parseLocalDate('2026-01-15');
  const priced = priceLoan({ ...PLAIN_RULES, dayCount, fees }, { amountFen: principalFen, termMonths, annualRate, method }, disbursedOn);
  const penalty = { penaltyRate: parseRate('0.18'), uncutPenaltyRate: parseRate('0.18') };
  const ids = {
    id: 'lon_1',
    contractId: 'con_1',
    applicationId: 'app_1',
    customerId: 'cus_1',
    salespersonId: 'emp_1',
    disbursementId: 'dis_1',
    productId: 'prd_1',
  };
  return openLoan(
    {
      ...ids,
      productVersion: 1,
      principalFen,
      annualRate,
      termMonths,
      method,
      loanUse: 'BUSINESS',
      dayCount,
      rounding: PLAIN_RULES.rounding,
      monthEnd: PLAIN_RULES.monthEnd,
      instalmentMultipleFen: PLAIN_RULES.instalmentMultipleFen,
      servicing: { ...servicingOfLoan(plainServicing(parseRate('1.5'))), ...servicing },
      disbursedOn,
      ...penalty,
    },
    priced,
  );
}
