import type { Fen, LocalDate, Rate } from '@weilend/kernel';
import type { Method, ScheduleTerms } from './terms.js';

// What a product lays down for the schedules of all its loans. The loans of the company fall due by months from the day of payment; amount,
// term, rate and method are each loan's own.

export type ScheduleRules = Pick<
  ScheduleTerms,
  'dayCount' | 'rounding' | 'monthEnd' | 'instalmentMultipleFen' | 'evenLastInstalment' | 'principalGracePeriods' | 'interestGracePeriods'
>;

/** Rules of a product that says nothing else: a month is a twelfth of a year, half up to the fen, no grace. */
export const PLAIN_RULES: ScheduleRules = {
  dayCount: 'PERIODIC',
  rounding: 'HALF_UP',
  monthEnd: 'CLAMP',
  instalmentMultipleFen: 1,
  evenLastInstalment: false,
  principalGracePeriods: 0,
  interestGracePeriods: 0,
};

export interface LoanWish {
  readonly amountFen: Fen;
  readonly termMonths: number;
  readonly annualRate: Rate;
  readonly method: Method;
}

/** Terms of one loan. A rule that has no meaning for the method (a multiple without a level instalment, grace in one period) does not apply. */
export function termsOfLoan(rules: ScheduleRules, wish: LoanWish, disbursedOn: LocalDate): ScheduleTerms {
  const { amountFen: principalFen, termMonths: periods, annualRate, method } = wish;
  const level = method === 'EQUAL_INSTALMENT';
  const repaysEarlier = level || method === 'EQUAL_PRINCIPAL';
  return {
    ...{ principalFen, annualRate, method, periods, periodUnit: 'MONTH', periodEvery: 1, disbursedOn, firstDueOn: null },
    ...{ dayCount: rules.dayCount, rounding: rules.rounding, monthEnd: rules.monthEnd },
    instalmentMultipleFen: level ? rules.instalmentMultipleFen : 1,
    evenLastInstalment: level && rules.evenLastInstalment,
    principalGracePeriods: repaysEarlier ? rules.principalGracePeriods : 0,
    interestGracePeriods: method === 'BULLET' ? 0 : rules.interestGracePeriods,
  };
}
