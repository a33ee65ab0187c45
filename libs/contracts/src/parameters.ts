/** A number of law or policy. Defaults are what a new company starts with; the value in force on the business date decides. */
export interface ParameterDefinition {
  readonly unit: 'WORKING_TIME' | 'RATE' | 'FEN' | 'COUNT' | 'DAYS' | 'JSON' | 'TEXT';
  readonly initial: string;
  readonly basis: string;
}

const company = 'company policy';
const LOAN_DISCLOSURE = [
  '综合成本：全部利息和费用折算为综合融资年化成本，以方案和《综合融资成本明示表》所列为准，此外不再收取任何费用。',
  '放款前不收费：放款之前不收取任何费用，也不从本金中扣除利息、手续费或保证金；凡要求先交费的，请拒绝并举报。',
  '阅读权利：签约前您有权阅读全部合同文本和费用清单，要求逐条说明；没有理解时可以不签，不会因此受到不利对待。',
  '违约后果：逾期按合同约定计收罚息，逾期信息可能依法报送征信机构，公司可依法追偿。',
  '个人信息：您的个人信息只在您书面授权的用途和期限内使用，您有权查询、更正和撤回授权。',
  '投诉渠道：对服务有异议，可向本公司客户投诉部门反映，也可向当地地方金融管理部门投诉。',
].join('\n');
const deadline = (initial: string): ParameterDefinition => ({ unit: 'WORKING_TIME', initial, basis: company });

const GRADE_PLANS = {
  A: {
    strategy: 'personal contact, first offer of new products',
    services: ['a named salesperson', 'priority first response', 'yearly financing review'],
    offers: ['new products before they are advertised', 'a follow-up loan prepared before the running one ends'],
  },
  B: {
    strategy: 'regular contact, offers that fit the known need',
    services: ['a named salesperson', 'half-yearly financing review'],
    offers: ['products that fit the known need', 'invitation to customer meetings'],
  },
  C: {
    strategy: 'contact on occasion, information by message',
    services: ['a named salesperson', 'financial knowledge talks'],
    offers: ['general information on products'],
  },
};

/** Tolerances are fractions of what was found. */
const CONTRADICTION_RULES = [
  { code: 'DELINQUENCY_NOT_STATED', severity: 'HIGH', tolerance: '0' },
  { code: 'CREDITS_UNDERSTATED', severity: 'MEDIUM', tolerance: '0' },
  { code: 'AGE_DIFFERS', severity: 'MEDIUM', tolerance: '0' },
  { code: 'INCOME_OVERSTATED', severity: 'HIGH', tolerance: '0.2' },
  { code: 'INCOME_ABOVE_DOCUMENTS', severity: 'HIGH', tolerance: '0.2' },
  { code: 'INCOME_ABOVE_BUREAU', severity: 'MEDIUM', tolerance: '0.3' },
  { code: 'DEBT_BELOW_DOCUMENTS', severity: 'HIGH', tolerance: '0.1' },
  { code: 'DEBT_BELOW_BUREAU', severity: 'HIGH', tolerance: '0.1' },
  { code: 'PAYMENTS_BELOW_DOCUMENTS', severity: 'MEDIUM', tolerance: '0.1' },
  { code: 'PAYMENTS_BELOW_BUREAU', severity: 'HIGH', tolerance: '0.1' },
  { code: 'EMPLOYMENT_DIFFERS', severity: 'HIGH', tolerance: '0' },
  { code: 'ADDRESS_DIFFERS', severity: 'MEDIUM', tolerance: '0' },
  { code: 'TELEPHONE_DIFFERS', severity: 'LOW', tolerance: '0' },
];

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
  'deadline.work-arrears': deadline('1d'),
  'deadline.review-contract': deadline('1d'),
  'deadline.answer-information-request': deadline('1d'),
  'deadline.assess-alert': deadline('1d'),
  'deadline.apply-finance-measure': deadline('2d'),
  'deadline.apply-sales-measure': deadline('2d'),
  'deadline.transfer-portfolio': deadline('3d'),
  'deadline.appraise-violation': deadline('5d'),
  'deadline.pay-bonus': deadline('5d'),
  'deadline.plan-training': deadline('10d'),
  /** A quarter score below it is a finding that the needs analysis of the training plan counts. */
  'training.weak-score': { unit: 'COUNT', initial: '60', basis: company },
  /** Holders of certificates are reminded so many days before these run out; 0 is the day itself. */
  'training.certificate-reminders': { unit: 'JSON', initial: '[60,30,7,0]', basis: company },
  'deadline.give-risk-opinion': deadline('1d'),
  'deadline.give-finance-opinion': deadline('1d'),
  'deadline.give-legal-opinion': deadline('1d'),
  'deadline.first-response': deadline('4h'),
  'deadline.lead-response-online': deadline('1h'),
  'deadline.lead-response-offline': deadline('1d'),
  'deadline.lead-response-referral': deadline('4h'),
  'deadline.lead-response-partner': deadline('4h'),
  'deadline.supplement': deadline('5d'),
  'deadline.acknowledge-feedback': deadline('4h'),
  'deadline.feedback-question': deadline('1d'),
  'deadline.feedback-opinion': deadline('3d'),
  'deadline.feedback-complaint': deadline('2d'),
  'deadline.feedback-praise': deadline('5d'),
  /** Whatever the kind: what hurts a customer badly is answered within this time. */
  'deadline.feedback-high': deadline('4h'),
  'deadline.close-feedback': deadline('3d'),
  'deadline.acknowledge-warning': deadline('4h'),
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
  'deadline.answer-bureau-inquiry': deadline('4h'),
  /** Days after the bureau's answer for which a report may be used for a later application of the same person. */
  'bureau.report-valid-days': { unit: 'DAYS', initial: '30', basis: company },
  /** A case whose sitting failed is heard again within this working time. */
  'committee.next-session-within': { unit: 'WORKING_TIME', initial: '1d', basis: company },
  /** Members answer a circulated vote within this working time. */
  'committee.circulation-within': { unit: 'WORKING_TIME', initial: '1d', basis: company },
  /** The owner of a condition is reminded so many days before it is due. */
  'committee.condition-reminder': { unit: 'DAYS', initial: '3', basis: company },
  'approval.validity': { unit: 'DAYS', initial: '90', basis: company },
  'consent.validity': { unit: 'DAYS', initial: '180', basis: company },
  'inspection.first-within': { unit: 'DAYS', initial: '15', basis: company },
  'inspection.interval-low': { unit: 'DAYS', initial: '90', basis: company },
  'inspection.interval-high': { unit: 'DAYS', initial: '30', basis: company },
  'inspection.factor-a': { unit: 'RATE', initial: '1.5', basis: company },
  'inspection.factor-b': { unit: 'RATE', initial: '1', basis: company },
  'inspection.factor-c': { unit: 'RATE', initial: '0.8', basis: company },
  /** Of the business after the payout: from this share of change on, the change is a warning sign. */
  'business-change.revenue-fall': { unit: 'RATE', initial: '0.3', basis: company },
  'business-change.staff-fall': { unit: 'RATE', initial: '0.3', basis: company },
  'business-change.stock-fall': { unit: 'RATE', initial: '0.5', basis: company },
  'business-change.debt-rise': { unit: 'RATE', initial: '0.5', basis: company },
  'business-change.collateral-fall': { unit: 'RATE', initial: '0.2', basis: company },
  'visit.interval-a': { unit: 'DAYS', initial: '30', basis: company },
  'visit.interval-b': { unit: 'DAYS', initial: '60', basis: company },
  'visit.interval-c': { unit: 'DAYS', initial: '90', basis: company },
  'work-log.late-days': { unit: 'DAYS', initial: '3', basis: company },
  /** Days after it took place for which a contact, a visit or an activity may still be recorded. */
  'record.late-days': { unit: 'DAYS', initial: '3', basis: company },
  /** An answer that is recorded later than this after it took place counts from when it was recorded. */
  'record.prompt-within': { unit: 'WORKING_TIME', initial: '1h', basis: company },
  /** Guests of one event for customers. */
  'customer-event.most-guests': { unit: 'COUNT', initial: '500', basis: company },
  /** Agreements with partners are named as running out so long before. */
  'partner.renew-ahead': { unit: 'DAYS', initial: '30', basis: company },
  /** Nobody reads any contract faster, in seconds. */
  'contract.reading-floor': { unit: 'COUNT', initial: '10', basis: company },
  /** Days after which a grade is worked out again though nothing changed. */
  'grade.max-age': { unit: 'DAYS', initial: '180', basis: company },
  /** Strategy, services and offers by grade; a lower grade gets less marketing, never worse terms. */
  'grade.plans': { unit: 'JSON', initial: JSON.stringify(GRADE_PLANS), basis: company },
  /** What a customer earns for another one whom he sent: the kind of credit and how much of it. */
  'referral.reward': { unit: 'JSON', initial: '{"kind":"POINTS","amount":100}', basis: company },
  'visit.plan-ahead': { unit: 'DAYS', initial: '14', basis: company },
  'visit.again-within': { unit: 'DAYS', initial: '14', basis: company },
  'feedback.reopen-within': { unit: 'DAYS', initial: '30', basis: company },
  'survey.link-validity': { unit: 'DAYS', initial: '14', basis: company },
  'survey.link-attempts': { unit: 'COUNT', initial: '5', basis: company },
  'survey.minimal-sample': { unit: 'COUNT', initial: '5', basis: company },
  'customer-event.effect-within': { unit: 'DAYS', initial: '90', basis: company },
  'contract.sign-within': { unit: 'DAYS', initial: '30', basis: company },
  /** A contract from this amount on is reviewed by compliance before it is signed. */
  'contract.review-from': { unit: 'FEN', initial: '50000000', basis: company },
  'contract.template-grace': { unit: 'DAYS', initial: '7', basis: company },
  'contract.reading-speed': { unit: 'COUNT', initial: '800', basis: company },
  'recording.least-seconds': { unit: 'COUNT', initial: '30', basis: company },
  'retention.recording-years': { unit: 'COUNT', initial: '10', basis: '中华人民共和国反洗钱法 (2024) 第34条' },
  'deadline.sign-amendment': deadline('5d'),
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
  /** Days past due at which the customer's salesperson is asked to speak with him, rising. */
  'collection.arrears-steps': { unit: 'JSON', initial: '[1,8,31,61,91]', basis: company },
  'collection.promise-within': { unit: 'DAYS', initial: '30', basis: company },
  'collection.broken-promises': { unit: 'COUNT', initial: '2', basis: company },
  /** What every customer is told before he applies [7.9]: one item a line, its name before the first full-width colon. */
  'disclosure.loan': { unit: 'TEXT', initial: LOAN_DISCLOSURE, basis: '银行保险机构消费者权益保护管理办法 (2022); 金规〔2024〕26号' },
  'deadline.first-response-a': deadline('2h'),
  'deadline.first-response-c': deadline('4h'),
  'deadline.first-response-b': deadline('3h'),
  'deadline.make-proposal': deadline('1d'),
  /** Steps of a risk alert by its level, each from the step before [4.23, 7.4]. */
  'deadline.alert-acknowledge-high': deadline('2h'),
  'deadline.alert-acknowledge-medium': deadline('4h'),
  'deadline.alert-acknowledge-low': deadline('1d'),
  'deadline.alert-assess-high': deadline('4h'),
  'deadline.alert-assess-medium': deadline('1d'),
  'deadline.alert-assess-low': deadline('3d'),
  'deadline.alert-measure-high': deadline('4h'),
  'deadline.alert-measure-medium': deadline('1d'),
  'deadline.alert-measure-low': deadline('3d'),
  'deadline.alert-close-high': deadline('10d'),
  'deadline.alert-close-medium': deadline('20d'),
  'deadline.alert-close-low': deadline('30d'),
  /** A customer under special watch has his dedicated person and his risk-control plan within this time [7.5, 7.6]. */
  'deadline.watch-plan': deadline('2d'),
  'watch.longest-review': { unit: 'DAYS', initial: '31', basis: company },
  /** From this five-tier class on a loan is under watch, and from the second on the watch is HIGH. */
  'watch.enter-class': { unit: 'TEXT', initial: 'SPECIAL_MENTION', basis: company },
  'watch.high-class': { unit: 'TEXT', initial: 'SUBSTANDARD', basis: company },
  /** Steps of a quarter's appraisal, each from the step before [5.5]. */
  'deadline.appraisal-self-view': deadline('5d'),
  'deadline.appraisal-review': deadline('5d'),
  'deadline.appraisal-appeal': deadline('5d'),
  'deadline.appraisal-appeal-decision': deadline('5d'),
  'proposal.validity': { unit: 'DAYS', initial: '30', basis: company },
  /** The four checks of an investigation, each from when its pair is named. */
  'deadline.check-site-visit': deadline('2d'),
  'deadline.check-phone-verification': deadline('1d'),
  'deadline.check-bureau-inquiry': deadline('1d'),
  'deadline.check-data-analysis': deadline('2d'),
  /** What one open investigation weighs when a pair is proposed. */
  'investigation.load-weights': { unit: 'JSON', initial: '{"assigned":3,"investigating":2,"waiting":1}', basis: company },
  /** How far a statement may be off what was found, and how grave it is when it is further off. */
  'investigation.contradiction-rules': { unit: 'JSON', initial: JSON.stringify(CONTRADICTION_RULES), basis: company },
  'stress.income-falls': { unit: 'JSON', initial: '["0.1","0.2","0.3"]', basis: company },
  'stress.rate-rises': { unit: 'JSON', initial: '["0.01","0.02"]', basis: company },
  'password.least-length': { unit: 'COUNT', initial: '10', basis: 'GB/T 22239-2019 8.1.4.1' },
  /** The present password and those before it that may not be chosen again. */
  'password.not-again': { unit: 'COUNT', initial: '5', basis: 'GB/T 22239-2019 8.1.4.1' },
  'sign-in.failures-before-lock': { unit: 'COUNT', initial: '5', basis: 'GB/T 22239-2019 8.1.4.1' },
  'sign-in.lock-minutes': { unit: 'COUNT', initial: '15', basis: 'GB/T 22239-2019 8.1.4.1' },
  /** Each lock that follows another one without a right password lasts twice as long, so many minutes at most. */
  'sign-in.longest-lock-minutes': { unit: 'COUNT', initial: '240', basis: company },
  /** Minutes after which a device has to give the password again, however it is used. */
  'sign-in.lasts-minutes': { unit: 'COUNT', initial: '720', basis: company },
  /** One leave, in days with its first and last. */
  'leave.longest-days': { unit: 'DAYS', initial: '190', basis: '女职工劳动保护特别规定 (2012) 第7条; company policy' },
  'leave.late-days': { unit: 'DAYS', initial: '7', basis: company },
  /** Of the income, what all debt service may take. */
  'stress.debt-service-limit': { unit: 'RATE', initial: '0.55', basis: '商业银行房地产贷款风险管理指引 (2004) 第36条, as a yardstick' },
  'deadline.mark-on-the-job': deadline('10d'),
  /** A training that was held has its whole evaluation within so many days [6.7]. */
  'training.evaluate-within': { unit: 'DAYS', initial: '14', basis: company },
  /** Each method of evaluation, from when it is opened; the mark on the job counts months from the training [6.8]. */
  'training.exam-within': { unit: 'DAYS', initial: '7', basis: company },
  'training.reflection-within': { unit: 'DAYS', initial: '7', basis: company },
  'training.job-mark-after': { unit: 'COUNT', initial: '2', basis: company },
  /** The superior is asked so many days before the mark on the job is due. */
  'training.job-mark-ahead': { unit: 'DAYS', initial: '14', basis: company },
  'training.reflection-least': { unit: 'COUNT', initial: '50', basis: company },
  /** No evaluation is owed for longer than so many days after it was opened, however often it is extended or sent back. */
  'training.evaluation-longest': { unit: 'DAYS', initial: '90', basis: company },
  /** An improvement that is written down with an evaluation is due after so many days [6.9]. */
  'training.improve-within': { unit: 'DAYS', initial: '90', basis: company },
  /** The least pass mark of an exam that evaluates a training, in percent of all points [6.8]. */
  'training.exam-pass-least': { unit: 'COUNT', initial: '60', basis: company },
  /** A self-nomination that its manager has not decided after so many days gives its seat to whoever waits. */
  'training.decide-within': { unit: 'DAYS', initial: '5', basis: company },
  /** Self-study takes at least this share of the minutes of its units, in percent [6.5]. */
  'training.unit-least-share': { unit: 'COUNT', initial: '50', basis: company },
  /** How often an exam may be tried, and the days between two attempts, where its paper says nothing else. */
  'training.exam-attempts': { unit: 'COUNT', initial: '2', basis: company },
  'training.exam-retake-after': { unit: 'DAYS', initial: '3', basis: company },
  /** Feedback on a training is shown from so many answers on, so that nobody is recognised. */
  'training.feedback-least': { unit: 'COUNT', initial: '3', basis: company },
  /** An effect of a training is claimed from so many people on, on both sides of the comparison. */
  'training.effect-least': { unit: 'COUNT', initial: '5', basis: company },
  /** People are reminded so many days before a deadline of training. */
  'training.remind-ahead': { unit: 'DAYS', initial: '2', basis: company },
  /** What somebody's work requires him to know: how long a proof of it holds, in months; the time a new person has; when it is named as running out. */
  'knowledge.valid-months': { unit: 'COUNT', initial: '12', basis: company },
  'knowledge.grace-days': { unit: 'DAYS', initial: '30', basis: company },
  'knowledge.expiring-ahead': { unit: 'DAYS', initial: '30', basis: company },
  /** A sheet that is closed with a score below this asks for a training; 100 is on target [5.8]. */
  'appraisal.weak-score': { unit: 'COUNT', initial: '60', basis: company },
  /** The manager talks with each person on his career at least so often, by the level on the ladder [6.12]. */
  'career.talk-interval-trainee': { unit: 'DAYS', initial: '30', basis: company },
  'career.talk-interval-salesperson': { unit: 'DAYS', initial: '90', basis: company },
  'career.talk-interval-senior': { unit: 'DAYS', initial: '120', basis: company },
  'career.talk-interval-supervisor': { unit: 'DAYS', initial: '120', basis: company },
  'career.talk-interval-manager': { unit: 'DAYS', initial: '180', basis: company },
  /** The manager is reminded so many days before a talk is due. */
  'career.talk-reminder': { unit: 'DAYS', initial: '7', basis: company },
  /** A talk may still be recorded so many days after it was held. */
  'career.talk-late-days': { unit: 'DAYS', initial: '14', basis: company },
} as const satisfies Record<string, ParameterDefinition>;

export type ParameterKey = keyof typeof parameterTypes;

export function parameterDefinition(key: ParameterKey): ParameterDefinition {
  return parameterTypes[key];
}
