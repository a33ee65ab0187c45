import type { CardValue } from './card-facts.js';
import type { FactName } from './scoring-facts.js';

// The words in which an applicant is told how he was judged (评分说明): each fact as it is called on the company's forms, each answer as it is printed there.

export const FACT_WORDS: Readonly<Record<FactName, string>> = {
  checkingAccountStatus: '活期账户状态',
  creditHistory: '信用历史',
  savings: '储蓄情况',
  employmentSince: '现职年限',
  instalmentRatePercent: '还款额占可支配收入的比例',
  otherDebtors: '共同借款人或保证人',
  residenceSince: '现居住地居住年限',
  property: '财产情况',
  ageInYears: '年龄',
  otherInstalmentPlans: '其他分期',
  housing: '居住情况',
  existingCredits: '现有贷款笔数',
  job: '职业',
  dependants: '赡养人数',
  telephone: '本人名下电话',
  amountFen: '申请金额',
  termMonths: '申请期限',
  purpose: '贷款用途',
  bureauScore: '征信评分',
  bureauSeriousDelinquency: '征信严重逾期',
};

const VALUE_WORDS: Readonly<Partial<Record<FactName, Readonly<Record<string, string>>>>> = {
  checkingAccountStatus: {
    OVERDRAWN: '透支',
    BELOW_200: '余额不足 200 元',
    AT_LEAST_200_OR_SALARY: '余额 200 元以上或代发工资',
    NO_ACCOUNT: '无活期账户',
  },
  creditHistory: {
    NO_CREDITS_OR_ALL_PAID: '从未借款或已全部还清',
    ALL_PAID_HERE: '在本公司的借款已全部还清',
    PAID_DULY_TILL_NOW: '现有借款按时偿还',
    PAST_DELAY: '曾经逾期',
    CRITICAL_OR_OTHER_CREDITS: '在其他机构有借款或账户异常',
  },
  savings: {
    BELOW_100: '不足 100 元',
    FROM_100_TO_500: '100 至 500 元',
    FROM_500_TO_1000: '500 至 1000 元',
    AT_LEAST_1000: '1000 元以上',
    UNKNOWN_OR_NONE: '没有或不详',
  },
  employmentSince: {
    UNEMPLOYED: '无业',
    BELOW_1_YEAR: '不足 1 年',
    FROM_1_TO_4_YEARS: '1 至 4 年',
    FROM_4_TO_7_YEARS: '4 至 7 年',
    AT_LEAST_7_YEARS: '7 年以上',
  },
  instalmentRatePercent: { 1: '35% 及以上', 2: '25% 至 35%', 3: '20% 至 25%', 4: '不足 20%' },
  otherDebtors: { NONE: '没有', CO_APPLICANT: '有共同借款人', GUARANTOR: '有保证人' },
  residenceSince: { 1: '不足 1 年', 2: '1 至 4 年', 3: '4 至 7 年', 4: '7 年以上' },
  property: {
    REAL_ESTATE: '房产',
    SAVINGS_AGREEMENT_OR_LIFE_INSURANCE: '住房储蓄或人寿保险',
    CAR_OR_OTHER: '车辆或其他',
    UNKNOWN_OR_NONE: '没有或不详',
  },
  otherInstalmentPlans: { NONE: '没有', BANK: '银行分期', STORES: '商户分期' },
  housing: { OWN: '自有', RENT: '租住', FREE: '借住' },
  job: {
    UNEMPLOYED_OR_UNSKILLED: '无业或无技能',
    UNSKILLED: '非技术岗位',
    SKILLED: '技术岗位或职员',
    MANAGEMENT_OR_SELF_EMPLOYED: '管理人员或自营',
  },
  telephone: { NONE: '没有', REGISTERED: '有登记电话' },
  purpose: {
    HOUSEHOLD_GOODS: '家居用品',
    VEHICLE: '购车',
    EDUCATION: '教育',
    MEDICAL: '医疗',
    TRAVEL: '旅游',
    HOME_REPAIR: '房屋修缮',
    WORKING_CAPITAL: '经营周转',
    EQUIPMENT: '设备购置',
    STOCK_PURCHASE: '进货',
    OTHER: '其他',
  },
  bureauSeriousDelinquency: { true: '有', false: '没有' },
};

const UNITS: Readonly<Partial<Record<FactName, string>>> = {
  ageInYears: ' 岁',
  existingCredits: ' 笔',
  dependants: ' 人',
  termMonths: ' 个月',
  bureauScore: ' 分',
};

/** The answer as the form prints it; null is not verified. */
export function wordsOf(fact: FactName, value: CardValue | null): string {
  if (value === null) return '未核实';
  if (fact === 'amountFen' && typeof value === 'number') return `${(value / 100).toFixed(2)} 元`;
  return VALUE_WORDS[fact]?.[String(value)] ?? `${String(value)}${UNITS[fact] ?? ''}`;
}
