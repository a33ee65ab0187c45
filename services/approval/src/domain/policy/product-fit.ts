// Before the committee sits, the application must fit what the company sells: the product's limits of amount and term, and the customers,
// purposes and repayment methods it is offered for. An application that does not fit is not decided but goes back [7.3]; the committee may also
// allow less of a product than finance publishes.
import { DomainError, formatYuan } from '@weilend/kernel';
import type { Fen, LocalDate } from '@weilend/kernel';
import type { ProductLimit } from './policy.js';

/** What the committee keeps of a published product version. */
export interface ProductVersion {
  readonly productId: string;
  readonly productVersion: number;
  readonly customerTypes: readonly string[];
  readonly purposes: readonly string[];
  readonly methods: readonly string[];
  readonly minAmountFen: Fen;
  readonly maxAmountFen: Fen;
  readonly minTermMonths: number;
  readonly maxTermMonths: number;
  readonly effectiveFrom: string;
}

export interface Wanted {
  readonly productId: string;
  readonly customerType: string;
  readonly purpose: string;
  readonly method: string;
  readonly amountFen: Fen;
  readonly termMonths: number;
}

/** The newest version of a product whose date has come, or null. */
export function productInForce(versions: readonly ProductVersion[], on: LocalDate): ProductVersion | null {
  const due = versions.filter((version) => version.effectiveFrom <= on);
  return due.sort((a, b) => b.productVersion - a.productVersion)[0] ?? null;
}

/** Throws OVER_PRODUCT_LIMIT or PRODUCT_UNFIT. `product` is null when the product is not on sale. */
export function checkProductFit(wanted: Wanted, product: ProductVersion | null, limits: readonly ProductLimit[]): void {
  if (!product) throw new DomainError('PRODUCT_UNFIT', { what: 'product', value: wanted.productId });
  const offered: readonly (readonly [string, readonly string[], string])[] = [
    ['customer type', product.customerTypes, wanted.customerType],
    ['purpose', product.purposes, wanted.purpose],
    ['repayment method', product.methods, wanted.method],
  ];
  for (const [what, allowed, value] of offered) if (!allowed.includes(value)) throw new DomainError('PRODUCT_UNFIT', { what, value });
  checkAmount(wanted, product, limits);
  if (wanted.termMonths < product.minTermMonths || wanted.termMonths > product.maxTermMonths) {
    throw new DomainError('OVER_PRODUCT_LIMIT', {
      what: 'term in months',
      value: wanted.termMonths,
      from: product.minTermMonths,
      to: product.maxTermMonths,
    });
  }
}

function checkAmount({ productId, amountFen }: Wanted, product: ProductVersion, limits: readonly ProductLimit[]): void {
  const own = limits.find((limit) => limit.productId === productId)?.maxAmountFen ?? product.maxAmountFen;
  const most = Math.min(own, product.maxAmountFen);
  if (amountFen >= product.minAmountFen && amountFen <= most) return;
  throw new DomainError('OVER_PRODUCT_LIMIT', {
    what: 'amount',
    value: formatYuan(amountFen),
    from: formatYuan(product.minAmountFen),
    to: formatYuan(most),
  });
}
