import type { LocalDate } from '@weilend/kernel';
import type { Method } from '../../domain/schedule/terms.js';

/** How papers name repayment methods. */
export const METHOD_WORDS: Readonly<Record<Method, string>> = {
  EQUAL_INSTALMENT: '等额本息',
  EQUAL_PRINCIPAL: '等额本金',
  INTEREST_ONLY: '先息后本',
  BULLET: '到期一次还本付息',
};

/** 2026-08-01 as 2026年8月1日. */
export function dayText(day: LocalDate): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}
