import { parseRate } from '@weilend/kernel';
import type { RepaymentMethod } from '@weilend/contracts';
import type { LoanTerms } from '../domain/quote/quote.js';

/** The terms that a message carries among other things, and nothing else of it. */
export function termsOf(carrier: {
  productId: string;
  amountFen: number;
  termMonths: number;
  annualRate: string;
  method: RepaymentMethod;
}): LoanTerms {
  const { productId, amountFen, termMonths, annualRate, method } = carrier;
  return { productId, amountFen, termMonths, annualRate: parseRate(annualRate), method };
}
