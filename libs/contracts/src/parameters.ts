/** A number of law or policy. Defaults are what a new company starts with; the value in force on the business date decides. */
export interface ParameterDefinition {
  readonly unit: 'WORKING_TIME' | 'RATE' | 'FEN' | 'COUNT' | 'DAYS' | 'JSON' | 'TEXT';
  readonly initial: string;
  readonly basis: string;
}

const company = 'company policy';
const deadline = (initial: string): ParameterDefinition => ({ unit: 'WORKING_TIME', initial, basis: company });

/** The keys that services decide on. `deadline.<handoff>` keys hold the deadline of each handoff in working time. */
export const parameterTypes = {
  'deadline.issue-quote': deadline('1m'),
  'deadline.issue-cost-sheet': deadline('1m'),
  'deadline.investigate-application': deadline('3d'),
  'deadline.decide-application': deadline('2d'),
  'deadline.sign-contract': deadline('5d'),
  'deadline.fulfil-conditions': deadline('10d'),
  'deadline.confirm-conditions': deadline('1d'),
  'deadline.inform-customer': deadline('1d'),
  'deadline.disburse-loan': deadline('1d'),
  'deadline.care-for-loan': deadline('15d'),
  'deadline.answer-information-request': deadline('1d'),
  'deadline.assess-alert': deadline('1d'),
  'deadline.transfer-portfolio': deadline('3d'),
  'deadline.appraise-violation': deadline('5d'),
  'deadline.pay-bonus': deadline('5d'),
  'deadline.give-risk-opinion': deadline('1d'),
  'deadline.give-finance-opinion': deadline('1d'),
  'deadline.give-legal-opinion': deadline('1d'),
  'deadline.first-response': deadline('4h'),
  'deadline.supplement': deadline('5d'),
  'deadline.collaboration-request': deadline('2d'),
  'deadline.record-attendance': deadline('4h'),
  'deadline.record-minutes': deadline('2d'),
  'meeting.series-ahead': { unit: 'WORKING_TIME', initial: '3d', basis: company },
  'escalation.reminder-at': { unit: 'RATE', initial: '0.75', basis: company },
  'escalation.level-2-after': { unit: 'RATE', initial: '0.5', basis: company },
  'escalation.level-3-after': { unit: 'RATE', initial: '1', basis: company },
  'calendar.hours': { unit: 'JSON', initial: '[{"from":"09:00","to":"12:00"},{"from":"13:30","to":"18:00"}]', basis: company },
  'calendar.holidays': { unit: 'JSON', initial: '[]', basis: '国务院办公厅节假日安排' },
  'calendar.make-up-days': { unit: 'JSON', initial: '[]', basis: '国务院办公厅节假日安排' },
  'rate.hard-cap': { unit: 'RATE', initial: '0.24', basis: '小额贷款公司综合融资成本管理工作指引 (2025-12-19)' },
  'concentration.single-borrower': { unit: 'RATE', initial: '0.1', basis: '金规〔2024〕26号' },
  'concentration.net-assets': { unit: 'FEN', initial: '50000000000', basis: 'audited statements of the last year end' },
  'concentration.group': { unit: 'RATE', initial: '0.15', basis: '金规〔2024〕26号' },
  /** LOCAL, or ONLINE for a network micro-loan company, for which the two caps hold. */
  'licence.kind': { unit: 'TEXT', initial: 'LOCAL', basis: '小额贷款业务经营许可' },
  'online.consumer-cap': { unit: 'FEN', initial: '20000000', basis: '金规〔2024〕26号' },
  'online.business-cap': { unit: 'FEN', initial: '1000000000', basis: '金规〔2024〕26号' },
  'committee.quorum': { unit: 'JSON', initial: '{"numerator":2,"denominator":3}', basis: company },
  'committee.majority': { unit: 'JSON', initial: '{"numerator":2,"denominator":3}', basis: company },
  'approval.validity': { unit: 'DAYS', initial: '90', basis: company },
  'consent.validity': { unit: 'DAYS', initial: '180', basis: company },
  'inspection.first-within': { unit: 'DAYS', initial: '15', basis: company },
  'inspection.interval-low': { unit: 'DAYS', initial: '90', basis: company },
  'inspection.interval-high': { unit: 'DAYS', initial: '30', basis: company },
  'visit.interval-a': { unit: 'DAYS', initial: '30', basis: company },
  'visit.interval-b': { unit: 'DAYS', initial: '60', basis: company },
  'visit.interval-c': { unit: 'DAYS', initial: '90', basis: company },
  'import.max-rows': { unit: 'COUNT', initial: '50000', basis: company },
  /** Of one file of leads or customers. */
  'import.max-bytes': { unit: 'COUNT', initial: '10485760', basis: company },
  'major-matter.amount': { unit: 'FEN', initial: '100000000', basis: company },
  'classification.special-mention-from': { unit: 'DAYS', initial: '1', basis: '商业银行金融资产风险分类办法 (2023)' },
  'classification.substandard-from': { unit: 'DAYS', initial: '90', basis: '小额贷款公司监督管理暂行办法' },
  'classification.doubtful-from': { unit: 'DAYS', initial: '271', basis: '商业银行金融资产风险分类办法 (2023)' },
  'classification.loss-from': { unit: 'DAYS', initial: '361', basis: '商业银行金融资产风险分类办法 (2023)' },
  'restructure.max-count': { unit: 'COUNT', initial: '2', basis: company },
  'restructure.observation-months': { unit: 'COUNT', initial: '12', basis: '商业银行金融资产风险分类办法 (2023)' },
  'provision.pass': { unit: 'RATE', initial: '0.01', basis: '贷款损失准备计提指引 (2002)' },
  'provision.special-mention': { unit: 'RATE', initial: '0.02', basis: '贷款损失准备计提指引 (2002)' },
  'provision.substandard': { unit: 'RATE', initial: '0.25', basis: '贷款损失准备计提指引 (2002)' },
  'provision.doubtful': { unit: 'RATE', initial: '0.5', basis: '贷款损失准备计提指引 (2002)' },
  'provision.loss': { unit: 'RATE', initial: '1', basis: '贷款损失准备计提指引 (2002)' },
  'penalty.overdue-factor': { unit: 'RATE', initial: '1.5', basis: '银发〔2003〕251号' },
  'penalty.overdue-factor-least': { unit: 'RATE', initial: '1.3', basis: '银发〔2003〕251号' },
  'penalty.overdue-factor-most': { unit: 'RATE', initial: '1.5', basis: '银发〔2003〕251号' },
  'collection.quiet-hours': { unit: 'JSON', initial: '{"from":"22:00","to":"08:00"}', basis: 'GB/T 45251-2025' },
  'collection.voice-per-day': { unit: 'COUNT', initial: '3', basis: 'GB/T 45251-2025' },
  'collection.promise-within': { unit: 'DAYS', initial: '30', basis: company },
  'collection.broken-promises': { unit: 'COUNT', initial: '2', basis: company },
} as const satisfies Record<string, ParameterDefinition>;

export type ParameterKey = keyof typeof parameterTypes;

export function parameterDefinition(key: ParameterKey): ParameterDefinition {
  return parameterTypes[key];
}
