import type { RefusalCatalogue } from '@weilend/kernel';

// What may be refused about the care for a loan after its payout, with the rule behind it.
export const afterLoanErrors = {
  WARNING_UNKNOWN: { rule: '4.23', en: 'there is no warning {warningId} on this application', zh: '该申请没有预警 {warningId}' },
  WARNING_ACKNOWLEDGED: { rule: '4.23', en: 'the warning is acknowledged already', zh: '该预警已确认' },
  BUSINESS_CHANGE_EMPTY: { rule: '4.22', en: 'name at least one figure that is known now', zh: '请至少填写一项现值' },
  BUSINESS_FIGURE_INVALID: { rule: '4.22', en: 'the figure {figure} is a whole number that is not negative', zh: '{figure} 应为非负整数' },
  SECURITY_EVIDENCE_MISSING: { rule: '7.4', en: 'show the paper of the security: upload it first', zh: '须先上传担保证明文件' },
  SECURITY_TASK_RETURNED: { rule: '7.4', en: 'the security cannot be had: {reason}', zh: '无法取得追加担保：{reason}' },
  CONTACT_QUIET_HOURS: {
    rule: 'collection.quiet-hours',
    en: 'nobody is contacted about what is late from {from} to {to}: wait until then',
    zh: '{from} 至 {to} 不得催告：请在该时段之后联系',
  },
  ARREARS_CONTACT_EARLIER: {
    rule: '7.4',
    en: 'finance asked at {openedAt}: speak with the customer now, an earlier conversation does not count',
    zh: '财务部于 {openedAt} 交办催告，请重新联系客户，此前的沟通不计入',
  },
} as const satisfies RefusalCatalogue;
