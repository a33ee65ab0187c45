import type { LocalDate } from '@weilend/kernel';
import { Refusals } from '../collect-refusals.js';
import { checkIdentity } from '../customer/customer.js';
import type { CustomerKind, Identity } from '../customer/customer.js';
import type { Profile } from '../customer/profile.js';
import { oneOfWords, requiredText, text, whole, yuan } from './cell-values.js';
import type { Words } from './cell-values.js';
import type { NamedRow } from './row-problem.js';

// A row of a file of customers (客户导入行): an identity that has to add up exactly as when a file is opened by hand, and what is known of
// income, business and needs. Cells that are left empty are simply not known yet.

const KINDS: Words<CustomerKind> = {
  INDIVIDUAL: ['个人', '自然人'],
  SELF_EMPLOYED: ['个体工商户', '个体户'],
  MICRO_ENTERPRISE: ['小微企业', '企业', '微型企业'],
};
export const PURPOSE_WORDS = {
  WORKING_CAPITAL: ['流动资金', '经营周转'],
  EQUIPMENT: ['设备购置', '购置设备'],
  STOCK_PURCHASE: ['进货', '采购存货'],
  VEHICLE: ['购车', '车辆购置'],
  HOUSEHOLD_GOODS: ['家庭消费', '家电家具'],
  HOME_REPAIR: ['装修', '房屋装修'],
  EDUCATION: ['教育'],
  MEDICAL: ['医疗'],
  TRAVEL: ['旅游'],
  OTHER: ['其他'],
} as const satisfies Words<string>;
export const METHOD_WORDS = {
  EQUAL_INSTALMENT: ['等额本息'],
  EQUAL_PRINCIPAL: ['等额本金'],
  INTEREST_ONLY: ['先息后本'],
  BULLET: ['到期一次还本付息', '一次性还本付息'],
} as const satisfies Words<string>;

export interface CustomerClaim {
  readonly identity: Identity;
  readonly profile: Profile;
  readonly salesperson: string | null;
}

const YEARS = 120;
const MONTHS = 1_200;
const TERM = 360;
const TIMES = 999;

/** What the cells say; throws every refusal at once, each at its column [3.5, 3.6, 3.8]. */
export function readCustomerRow({ cells }: NamedRow, today: LocalDate): CustomerClaim {
  const refusals = new Refusals();
  const identity = refusals.try(() => readIdentity(cells, today));
  const basic = refusals.try(() => readBasic(cells));
  const financial = refusals.try(() => readFinancial(cells));
  const needs = refusals.try(() => readNeeds(cells));
  const salesperson = refusals.try(() => text(cells['salesperson'], 'salesperson'));
  refusals.done();
  return { identity, profile: { basic, financial, needs }, salesperson } as CustomerClaim;
}

type Cells = NamedRow['cells'];

function readIdentity(cells: Cells, today: LocalDate): Identity {
  const refusals = new Refusals();
  const needed = (column: string): string => refusals.try(() => requiredText(cells[column], { kind: 'CUSTOMERS', column })) ?? '';
  const type = refusals.try(() => oneOfWords(needed('type') || null, KINDS, 'type'));
  const [name, residentId, phone, address] = [needed('name'), needed('residentId'), needed('phone'), needed('address')];
  const [creditCode, representativeName] = [cells['creditCode'] || null, cells['representativeName'] || null];
  // What is not there, or of no known kind, would only be refused a second time.
  refusals.done();
  return checkIdentity({ type: type ?? 'INDIVIDUAL', name, residentId, creditCode, representativeName, phone, address }, today);
}

function readBasic(cells: Cells): Profile['basic'] {
  const refusals = new Refusals();
  const free = (column: string) => refusals.try(() => text(cells[column], column, 100));
  const basic = {
    ...{ occupation: free('occupation'), education: free('education'), residence: free('residence'), industry: free('industry') },
    yearsAtResidence: refusals.try(() => whole(cells['yearsAtResidence'], 'yearsAtResidence', YEARS)),
    businessMonths: refusals.try(() => whole(cells['businessMonths'], 'businessMonths', MONTHS)),
  };
  refusals.done();
  return basic;
}

function readFinancial(cells: Cells): Profile['financial'] {
  const refusals = new Refusals();
  const amount = (column: string) => refusals.try(() => yuan(cells[column], column));
  const financial = {
    ...{ monthlyIncomeFen: amount('monthlyIncome'), monthlyExpenseFen: amount('monthlyExpense'), assetsFen: amount('assets') },
    ...{ liabilitiesFen: amount('liabilities'), annualRevenueFen: amount('annualRevenue') },
    statedLatePayments: refusals.try(() => whole(cells['statedLatePayments'], 'statedLatePayments', TIMES)),
  };
  refusals.done();
  return financial;
}

function readNeeds(cells: Cells): Profile['needs'] {
  const refusals = new Refusals();
  const needs = {
    purpose: refusals.try(() => oneOfWords<string>(text(cells['purpose'], 'purpose'), PURPOSE_WORDS, 'purpose')),
    amountFen: refusals.try(() => yuan(cells['amount'], 'amount')),
    termMonths: refusals.try(() => whole(cells['termMonths'], 'termMonths', TERM)),
    method: refusals.try(() => oneOfWords<string>(text(cells['method'], 'method'), METHOD_WORDS, 'method')),
  };
  refusals.done();
  return needs;
}
