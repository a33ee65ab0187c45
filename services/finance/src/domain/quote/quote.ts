import { canonicalHash, DomainError, refuseAll } from '@weilend/kernel';
import type { LocalDate, Rate } from '@weilend/kernel';
import { outsideLimits } from '../product/product.js';
import type { ProductVersion } from '../product/product.js';
import { withinCap } from '../schedule/annual-cost.js';
import type { LoanWish } from '../schedule/schedule-rules.js';
import type { Method } from '../schedule/terms.js';
import { priceLoan } from './price-loan.js';
import type { PricedLoan } from './price-loan.js';

// A quote (报价): what the wanted loan costs by one repayment method. A proposal gets one for each method that it asks for and the
// product offers; sales shows them side by side. A quote above the legal ceiling is shown as such, and no cost sheet follows it.

export interface LoanQuote extends PricedLoan {
  readonly productId: string;
  readonly productVersion: number;
  readonly method: Method;
  readonly annualRate: Rate;
  readonly termsHash: string;
  readonly withinCap: boolean;
}

/** Terms that make two loans the same loan to the borrower. */
export interface LoanTerms extends LoanWish {
  readonly productId: string;
}

/** Hash of the terms alone: the contract, its cost sheet and the payment must show the same one. */
export function termsHash(terms: LoanTerms): string {
  const { productId, amountFen, termMonths, annualRate, method } = terms;
  return canonicalHash({ productId, amountFen, termMonths, annualRate, method });
}

export interface QuoteRequest {
  readonly productId: string;
  readonly amountFen: number;
  readonly termMonths: number;
  readonly methods: readonly Method[];
  readonly startOn: LocalDate;
  readonly cap: Rate;
}

/**
 * Quotes at the published rate for each wanted method that the product offers, in the order asked.
 * Throws DomainError AMOUNT_OUT_OF_RANGE, TERM_OUT_OF_RANGE (both at once when both) or METHOD_NOT_OFFERED when no wanted method is offered.
 */
export function quoteLoan(version: ProductVersion, request: QuoteRequest): readonly LoanQuote[] {
  refuseAll(outsideLimits(version, request));
  const offered = [...new Set(request.methods)].filter((method) => version.methods.includes(method));
  if (offered.length === 0) throw new DomainError('METHOD_NOT_OFFERED', { wanted: request.methods, offered: version.methods }, 'methods');
  return offered.map((method) => {
    const wish = { amountFen: request.amountFen, termMonths: request.termMonths, annualRate: version.annualRate, method };
    const priced = priceLoan(version, wish, request.startOn);
    return {
      ...priced,
      productId: request.productId,
      productVersion: version.no,
      method,
      annualRate: version.annualRate,
      termsHash: termsHash({ ...wish, productId: request.productId }),
      withinCap: withinCap(priced.cost, request.cap),
    };
  });
}
