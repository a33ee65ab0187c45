import { parseLocalDate } from '@weilend/kernel';
import { Refusals } from '../collect-refusals.js';
import { emptyProfile, mergeProfile } from '../customer/profile.js';
import type { Profile } from '../customer/profile.js';
import { oneOfWords, text, whole, yuan } from './cell-values.js';
import type { Words } from './cell-values.js';
import type { NamedRow } from './row-problem.js';

// What the cells of a row say of a customer's work, family, business, money, debts and needs, by the same rules as when it is typed in: an
// empty cell is not known yet, and what contradicts itself is not taken.

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

const LONGEST = 100;
const YEARS = 120;
const MONTHS = 1_200;
const TERM = 360;
const TIMES = 999;
const PEOPLE = 100_000;

/** Throws every refusal at once, each at its column [3.5, 3.6]. */
export function readProfile(cells: NamedRow['cells']): Profile {
  const refusals = new Refusals();
  const read = readers(cells, refusals);
  const change = { ...personOf(read), ...businessOf(read), ...moneyOf(read) };
  refusals.done();
  return mergeProfile(emptyProfile, change);
}

type Readers = ReturnType<typeof readers>;

function readers(cells: NamedRow['cells'], refusals: Refusals) {
  return {
    free: (column: string) => refusals.try(() => text(cells[column], column, LONGEST)),
    count: (column: string, most: number) => refusals.try(() => whole(cells[column], column, most)),
    amount: (column: string) => refusals.try(() => yuan(cells[column], column)),
    day: (column: string) => refusals.try(() => (cells[column] ? parseLocalDate(cells[column], column) : null)),
    word: (column: string, words: Words<string>) => refusals.try(() => oneOfWords<string>(text(cells[column], column), words, column)),
  };
}

function personOf({ free, count }: Readers): Pick<Profile, 'basic' | 'employment' | 'family'> {
  return {
    basic: {
      ...{ occupation: free('occupation'), education: free('education'), residence: free('residence'), industry: free('industry') },
      ...{ yearsAtResidence: count('yearsAtResidence', YEARS), businessMonths: count('businessMonths', MONTHS) },
    },
    employment: { employer: free('employer'), position: free('position'), employedMonths: count('employedMonths', MONTHS) },
    family: { maritalStatus: free('maritalStatus'), dependants: count('dependants', TIMES) },
  };
}

function businessOf({ free, count, day }: Readers): Pick<Profile, 'business'> {
  return {
    business: {
      ...{ scope: free('businessScope'), premises: free('premises'), employees: count('employees', PEOPLE) },
      ...{ licenceIssuedOn: day('licenceIssuedOn'), licenceValidUntil: day('licenceValidUntil') },
    },
  };
}

function moneyOf({ count, amount, word }: Readers): Pick<Profile, 'financial' | 'debts' | 'needs'> {
  return {
    financial: {
      ...{ monthlyIncomeFen: amount('monthlyIncome'), monthlyExpenseFen: amount('monthlyExpense'), assetsFen: amount('assets') },
      ...{ liabilitiesFen: amount('liabilities'), annualRevenueFen: amount('annualRevenue') },
      statedLatePayments: count('statedLatePayments', TIMES),
    },
    debts: {
      ...{ otherLoans: count('otherLoans', TIMES), otherLoansFen: amount('otherLoansAmount') },
      ...{ monthlyDebtServiceFen: amount('monthlyDebtService'), guaranteesFen: amount('guarantees') },
    },
    needs: {
      ...{ purpose: word('purpose', PURPOSE_WORDS), amountFen: amount('amount') },
      ...{ termMonths: count('termMonths', TERM), method: word('method', METHOD_WORDS) },
    },
  };
}
