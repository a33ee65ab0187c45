import type { RuleContent } from './warning-rule.js';

// The rules that a new company starts with: late payment by its age, the first instalment unpaid, promises broken or half kept, a worse
// class, inspections without an answer, complaints, a business that goes down for months, lenders who keep asking the bureau, another legal
// representative. The numbers are company practice and are
// changed by a new version of the rule.

type Short = Pick<RuleContent, 'code' | 'signal' | 'level' | 'meaning'> & Partial<RuleContent>;

const rule = (short: Short): RuleContent => ({
  ...{ leastAmount: 1, times: 1, inARow: false, leastTotal: 0, windowDays: 30, category: 'CREDIT', dedupeKey: short.signal },
  ...short,
});

export const firstRules: readonly RuleContent[] = [
  rule({ code: 'DPD_1', signal: 'DAYS_PAST_DUE', level: 'LOW', meaning: '出现逾期（一天以上）' }),
  rule({ code: 'DPD_30', signal: 'DAYS_PAST_DUE', leastAmount: 30, level: 'MEDIUM', meaning: '逾期三十天以上' }),
  rule({ code: 'DPD_60', signal: 'DAYS_PAST_DUE', leastAmount: 60, level: 'HIGH', meaning: '逾期六十天以上' }),
  rule({ code: 'DPD_90', signal: 'DAYS_PAST_DUE', leastAmount: 90, level: 'HIGH', meaning: '逾期九十天以上，列为不良' }),
  rule({ code: 'CLASS_DOWN_2', signal: 'CLASS_WORSE', leastAmount: 2, level: 'HIGH', meaning: '五级分类一次下调两级以上' }),
  rule({ code: 'FIRST_PAYMENT_DEFAULT', signal: 'FIRST_PAYMENT_DEFAULT', level: 'HIGH', meaning: '首期即逾期' }),
  rule({ code: 'BROKEN_PROMISE_1', signal: 'BROKEN_PROMISE', level: 'MEDIUM', windowDays: 90, meaning: '承诺还款未履行' }),
  rule({
    code: 'BROKEN_PROMISE_2',
    signal: 'BROKEN_PROMISE',
    leastAmount: 2,
    level: 'HIGH',
    windowDays: 90,
    meaning: '两次以上承诺还款未履行',
  }),
  rule({ code: 'PARTIAL_PAYMENTS', signal: 'PARTIAL_PAYMENT', times: 2, level: 'MEDIUM', windowDays: 120, meaning: '多次只还部分' }),
  rule({
    code: 'INSPECTIONS_UNCLEAR',
    signal: 'INSPECTION_UNCLEAR',
    times: 2,
    level: 'MEDIUM',
    windowDays: 180,
    meaning: '贷后检查多次无法确认用途',
  }),
  rule({ code: 'ACCOUNT_CHANGED', signal: 'ACCOUNT_CHANGED', level: 'LOW', meaning: '客户变更收款账户' }),
  rule({ code: 'COMPLAINTS', signal: 'COMPLAINT', times: 3, level: 'LOW', windowDays: 90, meaning: '短期内多次投诉' }),
  rule({
    ...{ code: 'REVENUE_DOWN_3_MONTHS', signal: 'REVENUE_FALL', times: 3, inARow: true, windowDays: 125 },
    ...{ level: 'MEDIUM', meaning: '营业收入连续三个月下降' },
  }),
  rule({
    ...{ code: 'DEBT_UP_2_MONTHS', signal: 'DEBT_RISE', times: 2, inARow: true, leastTotal: 1_000, windowDays: 95 },
    ...{ level: 'MEDIUM', meaning: '负债连续两个月上升且合计超过十个百分点' },
  }),
  rule({
    code: 'COLLATERAL_SHORT',
    signal: 'COLLATERAL_FALL',
    leastAmount: 2_000,
    level: 'HIGH',
    windowDays: 60,
    meaning: '担保物价值下降两成以上',
  }),
  rule({ code: 'INQUIRIES_6', signal: 'CREDIT_INQUIRIES', leastAmount: 6, level: 'MEDIUM', meaning: '存量客户半年内征信查询六次以上' }),
  rule({ code: 'REPRESENTATIVE_CHANGED', signal: 'REPRESENTATIVE_CHANGED', level: 'MEDIUM', meaning: '借款企业变更法定代表人' }),
];
