// What a loan is used for, as the law divides it (消费、生产经营): the caps of a network micro-loan company differ by it. Some purposes say it by themselves;
// a vehicle or anything else belongs to the business of who has one, and is consumption of who has none.

export const LOAN_USES = ['CONSUMER', 'BUSINESS'] as const;
export type LoanUse = (typeof LOAN_USES)[number];

const BUSINESS_PURPOSES: readonly string[] = ['WORKING_CAPITAL', 'EQUIPMENT', 'STOCK_PURCHASE'];
const MIXED_PURPOSES: readonly string[] = ['VEHICLE', 'OTHER'];

/** A purpose that nobody knows counts as consumption: its cap is the lower one. */
export function loanUseOf(purpose: string, customerType: string): LoanUse {
  if (BUSINESS_PURPOSES.includes(purpose)) return 'BUSINESS';
  return MIXED_PURPOSES.includes(purpose) && customerType !== 'INDIVIDUAL' ? 'BUSINESS' : 'CONSUMER';
}
