import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { CustomerKind } from '../customer/customer.js';

// A loan product as finance published it: for whom, for what, how it may be repaid, how much, how long, at which price. Sales presents
// products, proposes them and refuses an application that the product does not allow, by the version in force on the day.

export interface ProductVersion {
  readonly version: number;
  readonly code: string;
  readonly name: string;
  readonly customerTypes: readonly CustomerKind[];
  readonly purposes: readonly string[];
  readonly methods: readonly string[];
  readonly minAmountFen: number;
  readonly maxAmountFen: number;
  readonly minTermMonths: number;
  readonly maxTermMonths: number;
  readonly annualRate: string;
  /** Penalty rate as a multiple of the contract rate; unknown of versions that finance published before it said so. */
  readonly penaltyFactor?: string | null;
  readonly effectiveFrom: LocalDate;
}

export interface Product {
  readonly id: string;
  readonly version: number;
  readonly versions: readonly ProductVersion[];
}

export interface ProductUse {
  readonly customerType: CustomerKind | null;
  readonly purpose: string;
  readonly amountFen: number;
  readonly termMonths: number;
  readonly method: string | null;
}

/** Adds a published version; the same version again changes nothing. */
export function withVersion(versions: readonly ProductVersion[], added: ProductVersion): readonly ProductVersion[] {
  return versions.some(({ version }) => version === added.version) ? versions : [...versions, added];
}

/** The version in force on a day: the latest that has begun. Throws DomainError PRODUCT_UNKNOWN. */
export function versionInForce(product: Product | null, productId: string, on: LocalDate): ProductVersion {
  const begun = (product?.versions ?? []).filter(({ effectiveFrom }) => effectiveFrom <= on);
  const latest = begun.reduce<ProductVersion | null>(later, null);
  if (!latest) throw new DomainError('PRODUCT_UNKNOWN', { productId }, 'productId');
  return latest;
}

/** What the version in force on a day says of the penalty; null when it says nothing, or there is none. */
export function penaltyFactorOn(product: Product | null, on: LocalDate): string | null {
  const begun = (product?.versions ?? []).filter(({ effectiveFrom }) => effectiveFrom <= on);
  return begun.reduce<ProductVersion | null>(later, null)?.penaltyFactor ?? null;
}

/** One refusal for each way in which the product does not fit the use [7.3]. */
export function unsuitable(product: ProductVersion, use: ProductUse): DomainError[] {
  const refuse = (what: string, allowed: string): DomainError => new DomainError('PRODUCT_UNSUITABLE', { what, allowed }, what);
  const found: DomainError[] = [];
  if (use.customerType && !product.customerTypes.includes(use.customerType))
    found.push(refuse('customerType', product.customerTypes.join(', ')));
  if (!product.purposes.includes(use.purpose)) found.push(refuse('purpose', product.purposes.join(', ')));
  if (use.method && !product.methods.includes(use.method)) found.push(refuse('method', product.methods.join(', ')));
  if (use.amountFen < product.minAmountFen || use.amountFen > product.maxAmountFen)
    found.push(refuse('amount', `${product.minAmountFen / 100} to ${product.maxAmountFen / 100} yuan`));
  if (use.termMonths < product.minTermMonths || use.termMonths > product.maxTermMonths)
    found.push(refuse('termMonths', `${product.minTermMonths} to ${product.maxTermMonths} months`));
  return found;
}

const later = (best: ProductVersion | null, one: ProductVersion): ProductVersion => (best && isLater(best, one) ? best : one);

function isLater(a: ProductVersion, b: ProductVersion): boolean {
  return a.effectiveFrom > b.effectiveFrom || (a.effectiveFrom === b.effectiveFrom && a.version > b.version);
}
