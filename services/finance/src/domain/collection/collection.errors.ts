import type { RefusalCatalogue } from '@weilend/kernel';

// Why a debtor may not be contacted now, or a promise is not taken.
export const collectionErrors = {
  LOAN_NOT_OVERDUE: { rule: '7.4', en: 'the loan {loanId} is not late: there is nothing to collect', zh: '贷款 {loanId} 未逾期：无需催收' },
  CONTACT_IN_FUTURE: { rule: 'input', en: 'a contact is recorded after it took place', zh: '催收记录的时间不能晚于现在' },
  CONTACT_BEFORE_OVERDUE: {
    rule: '7.4',
    en: 'the loan is late since {overdueSince}: a contact is on a later day',
    zh: '贷款自 {overdueSince} 起逾期：催收日期必须晚于该日',
  },
  CONTACT_QUIET_HOURS: {
    rule: 'collection.quiet-hours',
    en: 'nobody is contacted from {from} to {to}: wait until then',
    zh: '{from} 至 {to} 不得催收：请在该时段之后联系',
  },
  CONTACT_DAILY_MAXIMUM: {
    rule: 'collection.voice-per-day',
    en: 'the debtor was spoken to {maximum} times on that day: call on another day',
    zh: '该债务人当日有效通话已达 {maximum} 次：请改日联系',
  },
  CONTACT_REASON_MISSING: {
    rule: '7.4',
    en: 'others are contacted only when the debtor could not be reached: say why',
    zh: '仅在无法联系债务人时方可联系他人：请填写原因',
  },
  CONTACT_PERSON_REFUSED: {
    rule: '7.4',
    en: 'this person asked not to be contacted: contact the debtor or a guarantor',
    zh: '该联系人已拒绝联系：请联系债务人或担保人',
  },
  CONTACT_GUARANTEE_MISSING: {
    rule: '7.4',
    en: 'a guarantor is contacted under his guarantee contract: give its reference',
    zh: '联系担保人须依据担保合同：请填写合同编号',
  },
  CONTACT_INVALID: { rule: 'input', en: 'the contact does not fit together: {problem}', zh: '催收记录不一致：{problem}' },
  PROMISE_AMOUNT_INVALID: {
    rule: '7.4',
    en: 'a promise is of more than zero and at most the {most} yuan that clear the loan',
    zh: '承诺金额应大于零且不超过结清金额 {most} 元',
  },
  PROMISE_DATE_INVALID: {
    rule: 'collection.promise-within',
    en: 'a promise is for a day between {earliest} and {latest}',
    zh: '承诺还款日必须在 {earliest} 与 {latest} 之间',
  },
  PROMISE_ALREADY_OPEN: {
    rule: '7.4',
    en: 'the promise {promiseId} stands: one at a time; cancel it first when another takes its place',
    zh: '还款承诺 {promiseId} 尚未到期：同时只能有一个，如需更改请先取消',
  },
  COLLECTION_REASON_MISSING: { rule: '7.4', en: 'say why', zh: '请填写原因' },
  COLLECTOR_NOT_ELIGIBLE: {
    rule: '7.4',
    en: '{employeeId} does not collect: choose a finance officer or manager who is in office',
    zh: '{employeeId} 不能担任催收员：请选择在职的财务人员',
  },
  NEXT_ACTION_INVALID: {
    rule: 'input',
    en: 'the next action is on a day between {earliest} and {latest}',
    zh: '下次跟进日必须在 {earliest} 与 {latest} 之间',
  },
} as const satisfies RefusalCatalogue;
