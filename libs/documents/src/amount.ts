import { formatYuan } from '@weilend/kernel';
import type { Fen } from '@weilend/kernel';

/** Fen as a reader of papers expects it: `1,234,567.89`. */
export function amountText(amount: Fen): string {
  const [whole = '', cents = ''] = formatYuan(amount).split('.');
  return `${whole.replace(/\B(?=(?:\d{3})+$)/g, ',')}.${cents}`;
}
