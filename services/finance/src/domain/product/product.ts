import { addDays, DomainError, formatYuan } from '@weilend/kernel';
import type { Fen, LocalDate, Rate } from '@weilend/kernel';
import type { ScheduleRules } from '../schedule/schedule-rules.js';
import type { Method } from '../schedule/terms.js';
import type { ServicingRules } from './servicing-rules.js';

// A loan product (贷款产品): its published price, limits, fee list and repayment methods. A product has versions dated by the day
// they take effect; a loan is quoted by the version in force on its start day, and an old version never changes.

export interface Fee {
  readonly code: string;
  readonly name: string;
  readonly kind: 'FIXED' | 'RATE_OF_PRINCIPAL';
  /** Fen for FIXED, else null. */
  readonly amountFen: Fen | null;
  /** Fraction of the principal for RATE_OF_PRINCIPAL, else null. */
  readonly rate: Rate | null;
  /** Who receives it (收取主体). */
  readonly payee: string;
}

export interface ProductOffer extends ScheduleRules, ServicingRules {
  readonly name: string;
  readonly customerTypes: readonly string[];
  readonly purposes: readonly string[];
  readonly methods: readonly Method[];
  readonly minAmountFen: Fen;
  readonly maxAmountFen: Fen;
  readonly minTermMonths: number;
  readonly maxTermMonths: number;
  readonly annualRate: Rate;
  readonly fees: readonly Fee[];
  readonly effectiveFrom: LocalDate;
}

export interface ProductVersion extends ProductOffer {
  readonly no: number;
}

export interface LoanProduct {
  readonly id: string;
  readonly code: string;
  readonly versions: readonly ProductVersion[];
}

/** The version in force on a day, or null when the product is not yet sold then. */
export function inForce(product: LoanProduct, on: LocalDate): ProductVersion | null {
  return product.versions.reduce<ProductVersion | null>(
    (found, version) => (version.effectiveFrom <= on && (found === null || version.effectiveFrom > found.effectiveFrom) ? version : found),
    null,
  );
}

/** The version in force; throws DomainError PRODUCT_NOT_IN_FORCE. */
export function getInForce(product: LoanProduct, on: LocalDate): ProductVersion {
  const version = inForce(product, on);
  if (!version) throw new DomainError('PRODUCT_NOT_IN_FORCE', { productId: product.id, on });
  return version;
}

/** Adds a version that takes effect today at the earliest and after every other; throws DomainError PRODUCT_DATE_PAST or PRODUCT_DATE_TAKEN. */
export function withVersion(product: LoanProduct, offer: ProductOffer, today: LocalDate): LoanProduct {
  if (offer.effectiveFrom < today) throw new DomainError('PRODUCT_DATE_PAST', { today }, 'effectiveFrom');
  const latest = product.versions.at(-1)?.effectiveFrom ?? addDays(today, -1);
  if (product.versions.length > 0 && offer.effectiveFrom <= latest) {
    throw new DomainError('PRODUCT_DATE_TAKEN', { latest, effectiveFrom: offer.effectiveFrom }, 'effectiveFrom');
  }
  return { ...product, versions: [...product.versions, { ...offer, no: product.versions.length + 1 }] };
}

export interface WantedLoan {
  readonly amountFen: Fen;
  readonly termMonths: number;
}

/** Refusals of an amount or term outside of the product's limits [4.2]. */
export function outsideLimits(version: ProductOffer, wanted: WantedLoan): readonly DomainError[] {
  const { minAmountFen, maxAmountFen, minTermMonths, maxTermMonths } = version;
  const found: DomainError[] = [];
  if (wanted.amountFen < minAmountFen || wanted.amountFen > maxAmountFen) {
    found.push(new DomainError('AMOUNT_OUT_OF_RANGE', { min: formatYuan(minAmountFen), max: formatYuan(maxAmountFen) }, 'amount'));
  }
  if (wanted.termMonths < minTermMonths || wanted.termMonths > maxTermMonths) {
    found.push(new DomainError('TERM_OUT_OF_RANGE', { min: minTermMonths, max: maxTermMonths }, 'termMonths'));
  }
  return found;
}
