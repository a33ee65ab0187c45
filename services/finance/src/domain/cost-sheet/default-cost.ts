import { addDays, compareRates, divideRounded, fen, invariant, rateToScaled, RATE_SCALE, scaledToRate } from '@weilend/kernel';
import type { Fen, Rate } from '@weilend/kernel';
import { percent } from '../schedule/annual-cost.js';
import type { ServicingRules } from '../product/servicing-rules.js';
import type { ScheduleRow } from '../schedule/terms.js';

// What a default would cost (违约情形或有成本): penalty interest on the overdue principal, a multiple of the contract rate that is cut at
// the legal ceiling. It stands apart on the cost sheet, with an example in yuan, because a factor alone says little to a borrower.

/** A charge that falls due only on default. */
export interface ContingentItem {
  readonly name: string;
  readonly standard: string;
  readonly annualRate: Rate;
  /** Contract rate x factor, before the ceiling. */
  readonly uncutAnnualRate: Rate;
  /** Cost of the first principal paid 30 days late, in fen: an example, not a charge. */
  readonly exampleFen: Fen;
}

export interface CostRules {
  /** rate.hard-cap. */
  readonly cap: Rate;
  /** The product's penalty factor on the contract rate. */
  readonly overdueFactor: Rate;
}

const EXAMPLE_DAYS = 30;
const YEAR_DAYS = 360n;

/** When a payment counts as late: the product's words on grace and holidays. */
export type LateRules = Pick<ServicingRules, 'graceDays' | 'holidayRule'>;

const ON_THE_DAY: LateRules = { graceDays: 0, holidayRule: 'NONE' };

/** Penalty interest (罚息) by days over 360, with the first instalment that holds principal as the example. */
export function overdueItem(
  contractRate: Rate,
  rows: readonly ScheduleRow[],
  rules: CostRules,
  late: LateRules = ON_THE_DAY,
): ContingentItem {
  const annualRate = penaltyRate(contractRate, rules);
  const row = rows.find((one) => one.principalFen > 0);
  invariant(row, 'a schedule repays principal');
  const exact = BigInt(row.principalFen) * rateToScaled(annualRate) * BigInt(EXAMPLE_DAYS);
  const example = `第 ${row.no} 期本金于 ${row.dueOn} 到期，${addDays(row.dueOn, EXAMPLE_DAYS)} 支付`;
  return {
    name: '逾期罚息',
    standard: `逾期本金 × 罚息年利率 ${percent(annualRate)} × 逾期天数 ÷ 360；示例：${example}${graceWords(late)}`,
    annualRate,
    uncutAnnualRate: raisedRate(contractRate, rules),
    exampleFen: fen(Number(divideRounded(exact, RATE_SCALE * YEAR_DAYS, 'HALF_UP'))),
  };
}

/** Said only where the product gives it, so that sheets of other products stay as they are. */
function graceWords({ graceDays, holidayRule }: LateRules): string {
  const grace = graceDays > 0 ? `；到期日后 ${graceDays} 日内还清的不计罚息，逾此自到期日起计` : '';
  return holidayRule === 'FOLLOWING' ? `${grace}；到期日为非工作日的，可顺延至下一工作日还款` : grace;
}

/** Yearly penalty rate: contract rate x factor, never above the cap. */
export function penaltyRate(contractRate: Rate, rules: CostRules): Rate {
  const raised = raisedRate(contractRate, rules);
  return compareRates(raised, rules.cap) > 0 ? rules.cap : raised;
}

function raisedRate(contractRate: Rate, rules: CostRules): Rate {
  return scaledToRate(divideRounded(rateToScaled(contractRate) * rateToScaled(rules.overdueFactor), RATE_SCALE, 'DOWN'));
}
