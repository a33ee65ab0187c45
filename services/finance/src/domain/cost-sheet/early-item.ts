import { compareRates } from '@weilend/kernel';
import type { Rate } from '@weilend/kernel';
import { earlyRepaymentFeeFen, monthCost } from '../product/early-cost.js';
import type { ProductVersion } from '../product/product.js';
import type { LoanTerms } from '../quote/quote.js';
import { checkCap, percent } from '../schedule/annual-cost.js';
import type { ContingentItem } from './default-cost.js';

// Repaying early (提前还款) may cost a published fee. It stands on the cost sheet with the other charges that need not come, with what all of the principal
// repaid after one month would cost as the example; where there is no fee nothing is said, because nothing beside the sheet is charged.

/** None, or the one item. Throws DomainError RATE_ABOVE_CAP when the ceiling has come down since the product was published. */
export function earlyItems(version: ProductVersion, { amountFen, annualRate }: LoanTerms, cap: Rate): readonly ContingentItem[] {
  const { earlyRepaymentFeeRate, rounding } = version;
  if (compareRates(earlyRepaymentFeeRate, '0' as Rate) === 0) return [];
  const cost = monthCost(version, { amountFen, annualRate });
  checkCap(cost, cap);
  const { compound } = cost;
  return [
    {
      name: '提前还款手续费',
      standard: `提前偿还的本金 × ${percent(earlyRepaymentFeeRate)}；示例：放款一个月后提前还清全部本金，综合融资成本年化 ${percent(compound)}`,
      annualRate: compound,
      uncutAnnualRate: compound,
      exampleFen: earlyRepaymentFeeFen(amountFen, earlyRepaymentFeeRate, rounding),
    },
  ];
}
