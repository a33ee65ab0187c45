import type { RefusalCatalogue } from '@weilend/kernel';

// Why money does not leave: the gate of payment (G7), accounts, limits, reversals, batches and bonuses.
export const disbursementErrors = {
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
  GROUP_CONCENTRATION_EXCEEDED: {
    rule: 'concentration.group',
    en: 'the balance of the borrower with his related parties would be {balance} yuan, above the limit of {limit} yuan',
    zh: '该借款人及其关联方余额将达 {balance} 元，超过上限 {limit} 元',
  },
  CONSUMER_CAP_EXCEEDED: {
    rule: 'online.consumer-cap',
    en: "the borrower's balance for consumption would be {balance} yuan, above the cap of {limit} yuan of a network micro-loan company",
    zh: '该借款人消费贷款余额将达 {balance} 元，超过网络小额贷款上限 {limit} 元',
  },
  BUSINESS_CAP_EXCEEDED: {
    rule: 'online.business-cap',
    en: "the borrower's balance for business would be {balance} yuan, above the cap of {limit} yuan of a network micro-loan company",
    zh: '该借款人经营贷款余额将达 {balance} 元，超过网络小额贷款上限 {limit} 元',
  },
  GROUP_NAME_INVALID: {
    rule: 'input',
    en: 'the name of the group is missing or longer than {longest} characters',
    zh: '关联方集团名称缺失或超过 {longest} 个字符',
  },
  GROUP_REASON_MISSING: {
    rule: '7.3',
    en: 'say why the customer is, or is no longer, related to the others',
    zh: '请说明认定或解除关联关系的原因',
  },
  GROUP_MEMBERS_MISSING: { rule: 'input', en: 'a group begins with two different customers or more', zh: '关联方集团至少包含两名不同客户' },
  GROUP_FULL: { rule: 'input', en: 'a group has at most {most} members', zh: '关联方集团成员不超过 {most} 名' },
  CUSTOMER_IN_GROUP: {
    rule: 'concentration.group',
    en: 'the customer {customerId} is in the group {groupId} already: take him out of it first',
    zh: '客户 {customerId} 已属于关联方集团 {groupId}：请先移出',
  },
  NOT_IN_GROUP: {
    rule: 'concentration.group',
    en: 'the customer {customerId} is not in this group',
    zh: '客户 {customerId} 不在该关联方集团',
  },
  CUSTOMER_ID_INVALID: { rule: 'input', en: '{customerId} is not the id of a customer', zh: '{customerId} 不是客户编号' },
  DISBURSEMENT_STOPPED: { rule: 'G7', en: 'the application was withdrawn: nothing may be paid out', zh: '申请已撤回：不得放款' },
  AMOUNT_NOT_CONTRACT: {
    rule: 'G8',
    en: 'exactly the contract amount of {contracted} yuan is paid out, not {paid} yuan',
    zh: '放款金额必须等于合同金额 {contracted} 元，不得为 {paid} 元',
  },
  REJECTION_REASON_MISSING: { rule: '4.19', en: 'a rejected disbursement needs a reason', zh: '退回放款必须说明原因' },
  DISBURSEMENT_REJECTED: { rule: '4.19', en: 'finance gave the payment back: {reason}', zh: '财务退回放款：{reason}' },
  NOT_PAID_OUT: {
    rule: '7.3',
    en: 'the order is {state}: only a payment that was made is taken back',
    zh: '放款单状态为 {state}：只能冲正已付款项',
  },
  REVERSAL_PENDING: {
    rule: '7.3',
    en: '{proposedBy} has proposed to take this payment back already: confirm or reject it',
    zh: '{proposedBy} 已提出冲正该放款：请确认或驳回',
  },
  REVERSAL_NOT_PROPOSED: { rule: '7.3', en: 'nobody has proposed to take this payment back', zh: '尚无人提出冲正该放款' },
  DISBURSEMENT_REVERSED: { rule: '7.3', en: 'the payment was taken back on {on} already', zh: '该放款已于 {on} 冲正' },
  DISBURSEMENT_REVERSAL_INCOMPLETE: {
    rule: '7.3',
    en: "taking a payment back needs a reason and the bank's number of the money that came back",
    zh: '冲正放款须填写原因及退款的银行流水号',
  },
  RETURN_ALREADY_USED: {
    rule: '7.3',
    en: 'the money that came back by {bankReference} belongs to the order {orderId}',
    zh: '退款流水 {bankReference} 已用于放款单 {orderId}',
  },
  RETURN_IS_REPAYMENT: {
    rule: '7.3',
    en: 'the transaction {bankReference} is a repayment of the loan {loanId}: take that back first, when it is the money that came back',
    zh: '银行流水 {bankReference} 已作为贷款 {loanId} 的还款入账：如为退回款项，请先冲正该还款',
  },
  LOAN_ALREADY_REPAID: {
    rule: '7.3',
    en: 'repayments stand on the loan {loanId}: take them back first, or let it be repaid',
    zh: '贷款 {loanId} 已有还款：请先冲正还款，或按还款处理',
  },
  LOAN_REVERSED: {
    rule: '7.3',
    en: 'the payment of the loan {loanId} was taken back: nothing is owed on it',
    zh: '贷款 {loanId} 的放款已冲正：无需还款',
  },
  BATCH_SIZE_INVALID: { rule: 'input', en: 'a batch holds 1 to {most} different orders', zh: '付款批次须包含 1 至 {most} 笔不同的放款单' },
  BATCH_TOTALS_DIFFER: {
    rule: '7.3',
    en: 'the batch holds {count} payments of {total} yuan, not {typedCount} of {typedTotal} yuan',
    zh: '批次为 {count} 笔共 {total} 元，与录入的 {typedCount} 笔 {typedTotal} 元不符',
  },
  BATCH_NOT_RELEASED: {
    rule: '7.12',
    en: 'the batch is {state}: a file is made of what was released',
    zh: '批次状态为 {state}：放行后方可导出',
  },
  ORDER_IN_BATCH: {
    rule: '7.12',
    en: 'the order {orderId} is in the batch {batchId} and is released with it',
    zh: '放款单 {orderId} 已在批次 {batchId} 中，随批次放行',
  },
  ORDER_NOT_FOR_BATCH: {
    rule: '7.12',
    en: 'the order {orderId} is {state}: a batch takes orders that are made and not sent',
    zh: '放款单 {orderId} 状态为 {state}：批次只接受已经办且未发送的放款单',
  },
  BONUS_ALREADY_ORDERED: {
    rule: '5.6',
    en: 'this bonus is the payment {paymentId} already ({state})',
    zh: '该奖金已有付款单 {paymentId}（{state}）',
  },
  BONUS_TO_ONESELF: { rule: '7.3', en: 'nobody prepares or releases a payment to himself', zh: '不得经办或复核支付给本人的款项' },
  BONUS_ACCOUNT_OWN: {
    rule: '7.3',
    en: 'who registered the account does not make the payment to it',
    zh: '登记工资账户的人不得经办该笔奖金',
  },
  BONUS_UNDER_WAY: {
    rule: '7.3',
    en: 'the bonus {paymentId} is under way to this account: it can be changed when that is paid or given back',
    zh: '奖金 {paymentId} 正在向该账户发放：发放完成或退回后方可变更',
  },
  BONUS_REJECTED: { rule: '5.6', en: 'finance gave the bonus back: {reason}', zh: '财务退回奖金：{reason}' },
  AMOUNT_NOT_BONUS: {
    rule: '5.6',
    en: 'exactly the bonus of {owed} yuan is paid, not {paid} yuan',
    zh: '付款金额必须等于奖金 {owed} 元，不得为 {paid} 元',
  },
  SALARY_ACCOUNT_MISSING: {
    rule: '5.6',
    en: 'register where {employeeId} is paid first',
    zh: '请先登记员工 {employeeId} 的工资账户',
  },
  PAYMENT_RELEASED: { rule: '7.12', en: 'the payment is {state}: only the bank decides now', zh: '付款状态为 {state}：只能等待银行结果' },
  PAYMENT_REFUSED_BY_BANK: { rule: '4.19', en: 'the bank refused the payment: {reason}', zh: '银行拒绝付款：{reason}' },
} as const satisfies RefusalCatalogue;
