import type { RefusalCatalogue } from '@weilend/kernel';

// Why a repayment is not posted and a running loan is not changed.
export const loanErrors = {
  REPAYMENT_ALREADY_RECORDED: {
    rule: '7.3',
    en: 'the channel transaction {channelTransactionId} is recorded already',
    zh: '渠道流水 {channelTransactionId} 已入账',
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
} as const satisfies RefusalCatalogue;
