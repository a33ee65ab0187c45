import { quarterOf } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';

/**
 * From which quarter on a rule of people's pay and marks may count (规则生效季度): everybody knows it before the quarter begins. Only the very first rule of a company
 * may count in the quarter that is running, and none in one that is over [1.7, 5.6].
 */
export interface RuleTime {
  readonly today: LocalDate;
  /** No rule of the kind was ever published. */
  readonly isFirst: boolean;
}

export function mayCountFrom(quarter: string, { today, isFirst }: RuleTime): boolean {
  const running = quarterOf(today);
  return quarter > running || (isFirst && quarter === running);
}
