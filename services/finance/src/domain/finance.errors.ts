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
  REPAYMENT_ALREADY_REVERSED: { rule: '7.3', en: 'the repayment {repaymentId} was taken back already', zh: '还款 {repaymentId} 已冲正' },
  REVERSAL_REASON_MISSING: { rule: '7.3', en: 'taking a repayment back needs a reason', zh: '冲正还款必须说明原因' },
  REPAYMENT_AMOUNT_INVALID: { rule: 'input', en: 'a repayment must be more than zero', zh: '还款金额必须大于零' },
  REPAYMENT_DATE_INVALID: {
    rule: 'input',
    en: 'a repayment is dated between {earliest} and {latest}',
    zh: '还款日必须在 {earliest} 与 {latest} 之间',
  },
  BANK_FILE_INVALID: { rule: 'input', en: 'the bank file cannot be read: {problem}', zh: '银行流水文件无法读取：{problem}' },
  BANK_LINE_INVALID: { rule: 'input', en: 'line {line}: {problem}', zh: '第 {line} 行：{problem}' },
  BANK_ACCOUNT_NAME_INVALID: {
    rule: 'input',
    en: 'name the account that the file is of, in 2 to 40 letters, digits, dots or hyphens',
    zh: '请填写流水所属账户名称（2 至 40 个文字、数字、点或连字符）',
  },
  BANK_LINE_MONEY_OUT: {
    rule: '4.19',
    en: 'money that left the account is no repayment',
    zh: '该流水为支出，不是还款',
  },
  BANK_LINE_LOAN_NOT_ACTIVE: {
    rule: '4.19',
    en: 'the loan is {state}: nothing is repaid on it; set the line aside and pay the money back',
    zh: '贷款状态为 {state}，不能入账；请将该流水挂起并退款',
  },
  BANK_LINE_POSTED: {
    rule: '7.3',
    en: 'the line is the repayment {repaymentId}: take that back first',
    zh: '该流水已入账为还款 {repaymentId}：请先冲正',
  },
  SET_ASIDE_REASON_MISSING: {
    rule: '7.3',
    en: 'say in 1 to {most} characters why it is no repayment',
    zh: '请说明不作还款的原因（1 至 {most} 个字符）',
  },
  PAYMENT_REFUSED_BY_BANK: { rule: '4.19', en: 'the bank refused the payment: {reason}', zh: '银行拒绝付款：{reason}' },
  OPINION_TEXT_MISSING: { rule: '8.5', en: 'write it out in at least {atLeast} characters', zh: '请填写内容（不少于 {atLeast} 个字符）' },
  OPINION_NOT_GIVEN: { rule: '8.5', en: 'the department has no opinion on this application', zh: '该部门对此申请不发表意见' },
  PERSONAL_NUMBER_IN_TEXT: {
    rule: '3.7',
    en: '{what} must not hold a telephone, identity or account number',
    zh: '{what}中不得填写电话、身份证或账户号码',
  },
} as const satisfies RefusalCatalogue;

export type FinanceErrorCode = keyof typeof financeErrors;
