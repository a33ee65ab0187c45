import type { RefusalCatalogue } from '@weilend/kernel';

// Every reason for which the finance department refuses a step, with the rule behind it: the gate of payment (G7), the published
// price list (G8), the rate ceiling, and the order of things in disbursing and collecting.
export const financeErrors = {
  PRODUCT_NOT_IN_FORCE: {
    rule: '1.2',
    en: 'the product {productId} has no version in force on {on}',
    zh: '产品 {productId} 在 {on} 没有生效的版本',
  },
  PRODUCT_DRAFT_INVALID: { rule: '4.1', en: 'the product cannot be published: {problem}', zh: '产品不能发布：{problem}' },
  PRODUCT_DATE_TAKEN: {
    rule: '1.2',
    en: 'a version in force from {effectiveFrom} or later exists: the new one must start after {latest}',
    zh: '已有自 {latest} 起生效的版本：新版本生效日（{effectiveFrom}）必须更晚',
  },
  PRODUCT_DATE_PAST: { rule: '1.2', en: 'a version cannot take effect before today ({today})', zh: '版本生效日不能早于今天（{today}）' },
  AMOUNT_OUT_OF_RANGE: { rule: '4.2', en: 'the amount must be between {min} and {max} yuan', zh: '金额必须在 {min} 元至 {max} 元之间' },
  TERM_OUT_OF_RANGE: { rule: '4.2', en: 'the term must be between {min} and {max} months', zh: '期限必须在 {min} 至 {max} 个月之间' },
  METHOD_NOT_OFFERED: { rule: '4.2', en: 'the product offers {offered}, not {wanted}', zh: '该产品提供 {offered}，不提供 {wanted}' },
  ANNUAL_COST_BEYOND_MEASURE: {
    rule: 'input',
    en: 'with these fees the annual cost is beyond every measure',
    zh: '按此收费计算的综合融资成本年化过高，无法表示',
  },
  QUOTE_TERMS_INVALID: { rule: 'input', en: '{field} {problem}', zh: '{field} 无效：{problem}' },
  QUOTE_FEES_TOO_HIGH: { rule: '7.10', en: 'fees at disbursement must be less than the principal', zh: '放款时的费用必须低于本金' },
  INSTALMENT_MULTIPLE_TOO_LARGE: {
    rule: 'input',
    en: 'the multiple is more than twice the instalment: nothing would be paid before the last',
    zh: '取整倍数超过期供的两倍：末期之前将不还款',
  },
  RATE_ABOVE_CAP: {
    rule: 'rate.hard-cap',
    en: 'the annual cost with all fees is {annualCost} (compound), above the cap of {cap}',
    zh: '综合融资成本年化 {annualCost}（复利）超过上限 {cap}',
  },
  RATE_ABOVE_PRICE_LIST: {
    rule: '7.10',
    en: 'the rate {annualRate} is above the published rate {published}',
    zh: '利率 {annualRate} 高于公示利率 {published}',
  },
  FEE_LIST_INVALID: { rule: '7.10', en: 'the fee {code} is not complete: {problem}', zh: '收费项目 {code} 不完整：{problem}' },
  ACCOUNT_NUMBER_INVALID: {
    rule: '3.6',
    en: 'the account number is not valid: 12 to 19 digits with a right check digit',
    zh: '账号无效：应为 12 至 19 位且校验位正确',
  },
  HOLDER_NAME_INVALID: { rule: '3.6', en: 'the name of the account holder is missing or too long', zh: '户名缺失或过长' },
  BANK_CODE_INVALID: {
    rule: '3.6',
    en: 'the bank code must be the 12 digits of the CNAPS number (联行号)',
    zh: '银行代码应为 12 位联行号',
  },
  PAYEE_ACCOUNT_EXISTS: {
    rule: '3.6',
    en: 'this account is registered for the customer already: {accountId}',
    zh: '该客户已登记此账户：{accountId}',
  },
  PAYEE_NOT_BORROWER: { rule: 'G7', en: "the payee account is not in the borrower's name", zh: '收款账户户名与借款人不一致' },
  PAYEE_UNKNOWN: { rule: 'G7', en: 'there is no payee account {accountId} of this customer', zh: '该客户没有收款账户 {accountId}' },
  APPROVAL_NOT_IN_FORCE: {
    rule: 'G7',
    en: 'there is no approval in force for this contract: {reason}',
    zh: '该合同没有生效的审批：{reason}',
  },
  TERMS_BEYOND_APPROVAL: { rule: 'G7', en: 'the contract goes beyond the approved terms: {beyond}', zh: '合同超出审批条件：{beyond}' },
  COST_SHEET_MISMATCH: {
    rule: 'G7',
    en: 'the cost sheet is not the one of exactly these terms: {reason}',
    zh: '综合融资成本明示表与合同条件不一致：{reason}',
  },
  CONTRACT_ALREADY_ORDERED: {
    rule: '4.19',
    en: 'the contract {contractId} has a disbursement already ({state})',
    zh: '合同 {contractId} 已有放款单（{state}）',
  },
  CONCENTRATION_EXCEEDED: {
    rule: 'concentration.single-borrower',
    en: "the borrower's balance would be {balance} yuan, above the limit of {limit} yuan",
    zh: '该借款人余额将达 {balance} 元，超过单户上限 {limit} 元',
  },
  DISBURSEMENT_STOPPED: { rule: 'G7', en: 'the application was withdrawn: nothing may be paid out', zh: '申请已撤回：不得放款' },
  AMOUNT_NOT_CONTRACT: {
    rule: 'G8',
    en: 'exactly the contract amount of {contracted} yuan is paid out, not {paid} yuan',
    zh: '放款金额必须等于合同金额 {contracted} 元，不得为 {paid} 元',
  },
  REJECTION_REASON_MISSING: { rule: '4.19', en: 'a rejected disbursement needs a reason', zh: '退回放款必须说明原因' },
  DISBURSEMENT_REJECTED: { rule: '4.19', en: 'finance gave the payment back: {reason}', zh: '财务退回放款：{reason}' },
  PAYMENT_RELEASED: { rule: '7.12', en: 'the payment is {state}: only the bank decides now', zh: '付款状态为 {state}：只能等待银行结果' },
  REPAYMENT_ALREADY_RECORDED: {
    rule: '7.3',
    en: 'the channel transaction {channelTransactionId} is recorded already',
    zh: '渠道流水 {channelTransactionId} 已入账',
  },
  DAY_END_IN_FUTURE: {
    rule: 'input',
    en: 'only a day that has begun can be closed: today is {today}',
    zh: '只能对已到的营业日日终：今日为 {today}',
  },
  DAY_END_TOO_EARLY: { rule: 'input', en: 'the first day end is of {earliest} or later', zh: '首个日终不得早于 {earliest}' },
  DAY_END_RUNNING: { rule: 'input', en: 'the end of {running} is being run already', zh: '{running} 的日终正在执行' },
  DAY_ALREADY_CLOSED: { rule: 'input', en: 'days through {closed} are closed already', zh: '{closed} 及以前已日终' },
  PERIOD_INVALID: { rule: 'input', en: 'not a month: {value}; write it as 2026-10', zh: '月份 {value} 无效：请写作 2026-10' },
  PERIOD_CLOSED: {
    rule: '7.3',
    en: 'nothing can be dated {date}: the books of {month} are closed; correct it with an entry of today',
    zh: '{month} 已结账，不能记入 {date}：请在本期更正',
  },
  PERIOD_ALREADY_CLOSED: { rule: '7.3', en: 'the books are closed through {newest} already', zh: '{newest} 及以前已结账' },
  PERIOD_EARLIER_OPEN: {
    rule: '7.3',
    en: '{earlier} is not closed yet: months are closed in their order',
    zh: '{earlier} 尚未结账：须按月顺序结账',
  },
  PERIOD_NOT_OVER: {
    rule: '7.3',
    en: '{month} runs through {through}: it is closed afterwards',
    zh: '{month} 至 {through} 止：期末之后方可结账',
  },
  PERIOD_DAY_OPEN: { rule: '7.3', en: 'the day {day} is not closed: run its day end first', zh: '{day} 尚未日终：请先完成日终' },
  PERIOD_LOANS_SET_ASIDE: {
    rule: '7.3',
    en: '{loans} loans are set aside since {day}: see dayEnd.setAside, mend them and run the next day end',
    zh: '{day} 日终有 {loans} 笔贷款被搁置：请先处理并完成下一次日终',
  },
  PERIOD_NOT_CHECKED: {
    rule: '7.3',
    en: 'the books were not checked since the end of {month}: run checkLedger',
    zh: '{month} 期末后尚未核对账务：请先核对',
  },
  PERIOD_BOOKS_DIFFER: {
    rule: '7.3',
    en: 'the last check of the books found {differences} differences: clear them and check again',
    zh: '最近一次账务核对有 {differences} 处差异：请先处理并重新核对',
  },
  LEDGER_CHECK_RUNNING: {
    rule: 'input',
    en: 'the books are being checked already ({checkId}): wait until it is done',
    zh: '账务核对（{checkId}）正在进行：请等待完成',
  },
  REPAYMENT_ALREADY_REVERSED: { rule: '7.3', en: 'the repayment {repaymentId} was taken back already', zh: '还款 {repaymentId} 已冲正' },
  REVERSAL_REASON_MISSING: { rule: '7.3', en: 'taking a repayment back needs a reason', zh: '冲正还款必须说明原因' },
  REPAYMENT_AMOUNT_INVALID: { rule: 'input', en: 'a repayment must be more than zero', zh: '还款金额必须大于零' },
  REPAYMENT_DATE_INVALID: {
    rule: 'input',
    en: 'a repayment is dated between {earliest} and {latest}',
    zh: '还款日必须在 {earliest} 与 {latest} 之间',
  },
  REPAYMENT_BEFORE_WRITE_OFF: {
    rule: '7.4',
    en: 'the loan was written off on {on}: what came in before is settled, date the money that day or later',
    zh: '贷款已于 {on} 核销：此前的还款不得变更，请以该日或之后的日期入账',
  },
  EARLY_REPAYMENT_TOO_SMALL: {
    rule: '4.19',
    en: 'to repay principal early at least {least} yuan are needed on that day: what is due and the interest so far come first',
    zh: '当日提前还本至少需 {least} 元：须先清偿到期款项与已计利息',
  },
  LOAN_NOT_RUNNING: {
    rule: '7.4',
    en: 'the loan is {state}: only a running loan can be changed',
    zh: '贷款状态为 {state}：只有存续贷款可以变更',
  },
  RESTRUCTURE_TERMS_INVALID: { rule: '7.4', en: 'the new terms cannot be agreed: {problem}', zh: '重组条件无效：{problem}' },
  RESTRUCTURED_TOO_OFTEN: {
    rule: 'restructure.max-count',
    en: 'a loan is restructured at most {maxCount} times',
    zh: '一笔贷款最多重组 {maxCount} 次',
  },
  WRITE_OFF_NOT_LOSS: {
    rule: '7.4',
    en: 'only a loan of class LOSS is written off, this one is {loanClass}',
    zh: '只有损失类贷款可以核销，当前为 {loanClass}',
  },
  CLASS_NOT_WORSE: {
    rule: '7.4',
    en: '{wanted} is not worse than {loanClass}: a better class is proposed and decided by another person',
    zh: '{wanted} 不低于现分类 {loanClass}：上调须提出申请并由他人审批',
  },
  CLASS_NOT_BETTER: {
    rule: '7.4',
    en: '{wanted} is not better than the judgement {manualClass}; what the days past due say cannot be raised',
    zh: '{wanted} 不高于人工分类 {manualClass}；按逾期天数确定的分类不得上调',
  },
  CLASS_UNDER_OBSERVATION: {
    rule: 'restructure.observation-months',
    en: 'the loan was restructured and is under observation until {until}: no better than special mention',
    zh: '贷款重组后处于观察期（至 {until}）：分类不得高于关注',
  },
  JUDGEMENT_REASON_MISSING: { rule: '7.4', en: 'say why the loan is seen worse', zh: '请说明下调分类的原因' },
  LOAN_REQUEST_REASON_MISSING: { rule: '7.4', en: 'a request, and its rejection, need a reason', zh: '申请与驳回均须说明原因' },
  LOAN_REQUEST_OPEN: {
    rule: '7.4',
    en: 'the request {requestId} of this kind is open: decide or withdraw it first',
    zh: '同类申请 {requestId} 尚未处理：请先审批或撤回',
  },
  LOAN_REQUEST_OWN: {
    rule: '7.3',
    en: 'a request is decided by another person than who proposed it or looks after the loan',
    zh: '申请人和客户经理不得审批该申请',
  },
  LOAN_REQUEST_NOT_OWN: { rule: '7.3', en: 'only who proposed it can withdraw a request', zh: '只有申请人可以撤回申请' },
  PAYMENT_REFUSED_BY_BANK: { rule: '4.19', en: 'the bank refused the payment: {reason}', zh: '银行拒绝付款：{reason}' },
  OPINION_TEXT_MISSING: { rule: '8.5', en: 'write it out in at least {atLeast} characters', zh: '请填写内容（不少于 {atLeast} 个字符）' },
  OPINION_NOT_GIVEN: { rule: '8.5', en: 'the department has no opinion on this application', zh: '该部门对此申请不发表意见' },
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
  PERSONAL_NUMBER_IN_TEXT: {
    rule: '3.7',
    en: '{what} must not hold a telephone, identity or account number',
    zh: '{what}中不得填写电话、身份证或账户号码',
  },
} as const satisfies RefusalCatalogue;

export type FinanceErrorCode = keyof typeof financeErrors;
