import type { RefusalCatalogue } from '@weilend/kernel';

// Why a measure of risk is not carried out, and why a borrower gets no more money meanwhile.
export const measureErrors = {
  BORROWER_FROZEN: {
    rule: '7.4',
    en: 'risk has frozen payments to this borrower since {since} (measure {measureId}): wait until risk lifts the freeze',
    zh: '风险部自 {since} 起冻结对该借款人放款（措施 {measureId}）：须待风险部解除冻结',
  },
  MEASURE_LOAN_NOT_RUNNING: {
    rule: '7.4',
    en: 'the loan is {state}: there is nothing to collect or to change',
    zh: '贷款状态为 {state}：无可催收或变更',
  },
  MEASURE_WORK_MISMATCH: {
    rule: '7.4',
    en: 'the request cites a measure that is not an open change of amount or term of this loan',
    zh: '申请引用的风险措施不是本笔贷款尚未完成的额度或期限调整',
  },
  MEASURE_ENDS_BY_REQUEST: {
    rule: '7.4',
    en: 'a change of amount or term is done with the approved request that cites it: propose a restructure, or return the measure',
    zh: '额度或期限调整以引用该措施的重组申请获批为完成：请提出重组申请，或退回措施',
  },
  MEASURE_RETURNED: { rule: '7.4', en: 'finance cannot carry out the measure: {reason}', zh: '财务部无法执行该措施：{reason}' },
} as const satisfies RefusalCatalogue;
