import { canonicalHash, compareRates, DomainError, fen, refuseAll } from '@weilend/kernel';
import type { Fen, LocalDate, Rate } from '@weilend/kernel';
import { outsideLimits } from '../product/product.js';
import type { ProductVersion } from '../product/product.js';
import { priceLoan } from '../quote/price-loan.js';
import { termsHash } from '../quote/quote.js';
import type { LoanTerms } from '../quote/quote.js';
import { checkCap, percent } from '../schedule/annual-cost.js';
import type { ScheduleRow } from '../schedule/terms.js';
import { overdueItem } from './default-cost.js';
import type { ContingentItem } from './default-cost.js';
import { earlyItems } from './early-item.js';

// The comprehensive financing cost sheet (综合融资成本明示表, in force 2026-08-01): before signing, the borrower sees the principal, each
// interest and fee item with way, standard and receiver, and the annual cost when all goes well; what a default would cost stands
// apart; and that nothing else is charged. The sheet is immutable: its hash covers every figure and word.

export interface CostItem {
  readonly name: string;
  /** Way of charging (收取方式). */
  readonly way: string;
  /** Standard (收取标准). */
  readonly standard: string;
  readonly payee: string;
  readonly amountFen: Fen;
}

export interface CostSheetContent {
  readonly contractId: string;
  readonly applicationId: string;
  readonly terms: LoanTerms;
  readonly productVersion: number;
  readonly startOn: LocalDate;
  readonly items: readonly CostItem[];
  readonly totalCostFen: Fen;
  readonly annualCostCompound: Rate;
  readonly annualCostSimple: Rate;
  readonly measure: string;
  readonly contingent: readonly ContingentItem[];
  readonly statement: string;
  readonly rows: readonly ScheduleRow[];
}

export interface CostSheetRequest {
  readonly contractId: string;
  readonly applicationId: string;
  readonly terms: LoanTerms;
  readonly startOn: LocalDate;
}

const LENDER = '贷款人';
const STATEMENT = '除本表所列项目外，不收取任何其他费用；利息及费用不从贷款本金中先行扣除。';

/**
 * The sheet of exactly these terms. Throws DomainErrors for terms outside of the product, a rate above the published one
 * (RATE_ABOVE_PRICE_LIST) or an annual cost above the cap (RATE_ABOVE_CAP, `cap` is rate.hard-cap).
 */
export function makeCostSheet(version: ProductVersion, request: CostSheetRequest, cap: Rate): CostSheetContent {
  const { terms, startOn } = request;
  checkPriceList(version, terms);
  const priced = priceLoan(version, terms, startOn);
  checkCap(priced.cost, cap);
  const rules = { cap, overdueFactor: version.penaltyFactor };
  const interest: CostItem = {
    name: '利息',
    way: '按还款计划分期支付',
    standard: `年利率 ${percent(terms.annualRate)}（单利）`,
    payee: LENDER,
    amountFen: priced.totalInterestFen,
  };
  const fees = priced.fees.map((fee): CostItem => ({
    name: fee.name,
    way: '放款日另行支付',
    standard: '公示收费标准',
    payee: fee.payee,
    amountFen: fee.amountFen,
  }));
  return {
    contractId: request.contractId,
    applicationId: request.applicationId,
    terms,
    productVersion: version.no,
    startOn,
    items: [interest, ...fees],
    totalCostFen: fen(priced.totalInterestFen + priced.totalFeesFen),
    annualCostCompound: priced.cost.compound,
    annualCostSimple: priced.cost.simple,
    measure: '内部收益率法（复利）',
    // The penalty comes first: the loan takes its rate from there.
    contingent: [overdueItem(terms.annualRate, priced.rows, rules, version), ...earlyItems(version, terms, cap)],
    statement: STATEMENT,
    rows: priced.rows,
  };
}

/** SHA-256 of everything on the sheet, hex. */
export function costSheetHash(content: CostSheetContent): string {
  return canonicalHash(content);
}

export const sheetTermsHash = (content: CostSheetContent): string => termsHash(content.terms);

function checkPriceList(version: ProductVersion, terms: LoanTerms): void {
  const found = [...outsideLimits(version, terms)];
  if (!version.methods.includes(terms.method))
    found.push(new DomainError('METHOD_NOT_OFFERED', { wanted: terms.method, offered: version.methods }, 'method'));
  if (compareRates(terms.annualRate, version.annualRate) > 0) {
    found.push(new DomainError('RATE_ABOVE_PRICE_LIST', { annualRate: terms.annualRate, published: version.annualRate }, 'annualRate'));
  }
  refuseAll(found);
}
