import type { RefusalCatalogue } from '@weilend/kernel';

// Why a risk alert is not raised, moved or closed, and a measure not taken.
export const alertErrors = {
  ALERT_SUBJECT_INVALID: {
    rule: '7.1',
    en: 'an alert is about a customer, an application, a contract or a loan, by its id',
    zh: '风险报告须指明客户、申请、合同或贷款的编号',
  },
  ALERT_TRACKER_NOT_ELIGIBLE: { rule: '7.5', en: '{employeeId} is not an active employee', zh: '{employeeId} 不是在职员工' },
  ALERT_LEVEL_REASON_MISSING: {
    rule: '7.1',
    en: 'the level goes from {from} to {to}: say why',
    zh: '预警等级由 {from} 调整为 {to}，须说明理由',
  },
  ALERT_LOSS_INVALID: { rule: '7.1', en: 'the expected loss is zero or more', zh: '预计损失不得为负' },
  ALERT_NOT_ASSESSED: {
    rule: '7.4',
    en: 'assess the alert (probability, loss) before it is closed',
    zh: '关闭预警前须先评估（可能性、预计损失）',
  },
  ALERT_MEASURES_UNCHECKED: {
    rule: '7.4',
    en: 'check the effect of every measure before the alert is closed; still open: {open}',
    zh: '关闭预警前须逐项检查措施效果，尚有 {open} 项未检查',
  },
  ALERT_RISK_NOT_TREATED: {
    rule: '7.4',
    en: 'the last measure did not work: decide on a further one or escalate the alert before it is closed',
    zh: '最后一项措施无效：请追加措施或上报升级后再关闭',
  },
  MEASURE_UNKNOWN: { rule: '7.4', en: 'the alert has no measure {measureId}', zh: '该预警没有措施 {measureId}' },
  MEASURE_OWNER_NOT_ELIGIBLE: { rule: '7.4', en: '{employeeId} is not an active employee', zh: '{employeeId} 不是在职员工' },
  MEASURE_DEADLINE_PAST: { rule: '7.4', en: 'the deadline of a measure is today or later', zh: '措施期限不得早于今天' },
  MEASURE_TARGET_UNKNOWN: {
    rule: '7.4',
    en: 'it is not known whose {what} this measure is about: name a loan or an application of a known customer',
    zh: '无法确定该措施针对的{what}：请指明已知客户的贷款或申请',
  },
  MEASURE_NEEDS_NO_HANDOVER: {
    rule: '7.4',
    en: 'NONE is carried out by nobody: check its effect instead',
    zh: '“不采取措施”无需移交，请直接检查效果',
  },
  FREEZE_NOT_LIFTABLE: {
    rule: '7.4',
    en: 'only a freeze that finance applied and nobody lifted can be lifted',
    zh: '只能解除财务部已执行且尚未解除的冻结',
  },
  FREEZE_OWN_LIFT: {
    rule: '7.3',
    en: 'who decided on a freeze does not lift it: ask a second person',
    zh: '作出冻结决定的人不得自行解除，须由另一人办理',
  },
} as const satisfies RefusalCatalogue;
