import { registerEnumType } from '@nestjs/graphql';
import {
  CUSTOMER_TYPES,
  DECISION_RESULTS,
  LOAN_PURPOSES,
  OPINION_STANCES,
  REPAYMENT_METHODS,
  RISK_RATINGS,
  RISK_RECOMMENDATIONS,
} from '@weilend/contracts';
import { MEASURE_EFFECTS, MEASURE_KINDS } from '../domain/alert/measure.js';
import { ALERT_CATEGORIES, PROBABILITIES } from '../domain/alert/risk-alert.js';
import { ALERT_STATES } from '../domain/alert/risk-alert.machine.js';
import { RISK_MEASURE_STATES } from '../domain/alert/risk-measure.machine.js';
import { WARNING_RULE_STATES } from '../domain/early-warning/warning-rule.machine.js';
import { WARNING_SIGNALS } from '../domain/early-warning/warning-rule.js';
import { REVIEW_VERDICTS, WATCH_CAUSES, WATCH_LEVELS } from '../domain/watch/watch.js';
import { WATCH_STATES } from '../domain/watch/watch.machine.js';
import { BUREAU_STATES } from '../domain/bureau/bureau-inquiry.machine.js';
import { ARREARS_BUCKETS, CREDIT_STATUSES, IDENTITY_MATCHES, LENDER_KINDS, PUBLIC_RECORD_KINDS } from '../domain/bureau/bureau-report.js';
import { BUREAU_TROUBLES } from '../domain/bureau/bureau-trouble.js';
import { CHANNEL_STATES } from '../domain/bureau/circuit.js';
import { PHONE_NUMBER_KINDS } from '../domain/checks/phone-verification.js';
import { COMPARED_AMOUNTS, COMPARED_STATEMENTS, CONTRADICTION_CODES, SEVERITIES } from '../domain/checks/contradiction-rules.js';
import { RELATED_AS } from '../domain/checks/comparison.js';
import { CHECK_METHODS, WAIVER_STATES } from '../domain/checks/waiver.js';
import { CONFLICT_RELATIONS } from '../domain/investigation/conflict.js';
import { EXCLUSIONS } from '../domain/investigation/pair-proposal.js';
import { ABILITIES } from '../domain/report/repayment-stress.js';
import { REPLY_KINDS } from '../domain/investigation/information-request.js';
import { INVESTIGATION_STATES } from '../domain/investigation/investigation.machine.js';
import { REPORT_CHECKS } from '../domain/report/recheck-report.js';
import { SCORECARD_STATES } from '../domain/scorecard/scorecard.machine.js';
import { CARD_SEGMENTS } from '../domain/scorecard/scorecard-version.js';
import {
  CHECKING_ACCOUNT_STATUSES,
  CREDIT_HISTORIES,
  EMPLOYMENT_SPANS,
  HOUSINGS,
  INSTALMENT_PLANS,
  JOB_LEVELS,
  OTHER_DEBTORS,
  PROPERTIES,
  SAVINGS_LEVELS,
  TELEPHONES,
} from '../domain/scorecard/scoring-facts.js';

/** Registers an enum whose names are its values. */
function enumType(name: string, values: readonly string[], description: string): Record<string, string> {
  const members = Object.fromEntries(values.map((value) => [value, value]));
  registerEnumType(members, { name, description });
  return members;
}

// Shared with other departments: same names, values and descriptions everywhere.
export const RepaymentMethodEnum = enumType('RepaymentMethod', REPAYMENT_METHODS, 'Repayment method (还款方式)');
export const CustomerTypeEnum = enumType('CustomerType', CUSTOMER_TYPES, 'Kind of customer (客户类型)');
export const LoanPurposeEnum = enumType('LoanPurpose', LOAN_PURPOSES, 'Purpose of a loan (贷款用途)');
export const RiskRatingEnum = enumType('RiskRating', RISK_RATINGS, 'Risk rating (风险等级)');
export const RiskRecommendationEnum = enumType('RiskRecommendation', RISK_RECOMMENDATIONS, 'Recommendation of the risk report (风险建议)');
export const DecisionResultEnum = enumType('DecisionResult', DECISION_RESULTS, 'Result of a decision (审批结果)');

export const InvestigationStateEnum = enumType('InvestigationState', INVESTIGATION_STATES, 'Where an investigation stands (调查状态)');
export const OpinionStanceEnum = enumType('OpinionStance', OPINION_STANCES, 'What a department thinks of an application (部门意见)');
export const ReplyKindEnum = enumType('InformationReplyKind', REPLY_KINDS, 'What became of a question to sales (答复情况)');
export const CheckMethodEnum = enumType('CheckMethod', CHECK_METHODS, 'One of the four methods of an investigation (调查方式)');
export const CheckStateEnum = enumType('CheckState', ['RECORDED', 'WAIVED', 'MISSING'], 'Where one method stands (核查状态)');
export const BureauStateEnum = enumType('BureauInquiryState', BUREAU_STATES, 'Where a bureau inquiry stands (征信查询状态)');
export const BureauTroubleEnum = enumType('BureauTrouble', BUREAU_TROUBLES, 'What went wrong with a question to the bureau (征信查询异常)');
export const ChannelStateEnum = enumType('BureauChannelState', CHANNEL_STATES, 'Whether the bureau is being asked (熔断状态)');
export const IdentityMatchEnum = enumType(
  'BureauIdentityMatch',
  IDENTITY_MATCHES,
  'Whether the number is that of a known person (身份核验)',
);
export const LenderKindEnum = enumType('BureauLenderKind', LENDER_KINDS, 'Kind of lender (机构类型)');
export const CreditStatusEnum = enumType('BureauCreditStatus', CREDIT_STATUSES, 'Whether a credit runs or was written off (账户状态)');
export const ArrearsBucketEnum = enumType('BureauArrearsBucket', ARREARS_BUCKETS, 'How many days late (逾期档次)');
export const PublicRecordKindEnum = enumType('BureauPublicRecordKind', PUBLIC_RECORD_KINDS, 'What was recorded (公共记录类型)');
export const PhoneNumberKindEnum = enumType('PhoneNumberKind', PHONE_NUMBER_KINDS, 'Whose telephone it was (号码类别)');
export const AlertCategoryEnum = enumType('RiskAlertCategory', ALERT_CATEGORIES, 'Credit, market or policy risk (风险类别)');
export const AlertStateEnum = enumType('RiskAlertState', ALERT_STATES, 'Where an alert stands (预警状态)');
export const MeasureKindEnum = enumType('RiskMeasureKind', MEASURE_KINDS, 'What is done about a risk (风险措施)');
export const MeasureStateEnum = enumType('RiskMeasureState', RISK_MEASURE_STATES, 'Where a measure stands (措施状态)');
export const MeasureEffectEnum = enumType('RiskMeasureEffect', MEASURE_EFFECTS, 'Whether a measure worked (措施效果)');
export const AlertProbabilityEnum = enumType('RiskProbability', PROBABILITIES, 'How likely the loss is (发生可能性)');
export const WatchStateEnum = enumType('WatchState', WATCH_STATES, 'Where a watch stands (关注状态)');
export const WatchLevelEnum = enumType('WatchLevel', WATCH_LEVELS, 'How closely a customer is watched (关注等级)');
export const WatchCauseEnum = enumType('WatchCauseKind', WATCH_CAUSES, 'Why a customer is watched (关注原因)');
export const ReviewVerdictEnum = enumType('WatchReviewVerdict', REVIEW_VERDICTS, 'How it stands at a review (复核结论)');
export const WarningSignalEnum = enumType('WarningSignal', WARNING_SIGNALS, 'What an early-warning rule looks at (预警信号)');
export const WarningRuleStateEnum = enumType('WarningRuleState', WARNING_RULE_STATES, 'Where a rule stands (规则状态)');
export const ScoreReasonKindEnum = enumType(
  'ScoreReasonKind',
  ['POINTS', 'MISSING', 'OUTSIDE', 'KNOCK_OUT', 'REFER'],
  'How a fact counted (评分依据)',
);
export const ContradictionEnum = enumType('ContradictionCode', CONTRADICTION_CODES, 'What does not fit together (矛盾)');
export const SeverityEnum = enumType('ContradictionSeverity', SEVERITIES, 'How grave a contradiction is (矛盾程度)');
export const ComparedAmountEnum = enumType('ComparedAmount', COMPARED_AMOUNTS, 'Amount that is compared (比对金额)');
export const ComparedStatementEnum = enumType('ComparedStatement', COMPARED_STATEMENTS, 'Statement that is compared (比对事项)');
export const RelatedAsEnum = enumType('RelatedAs', RELATED_AS, 'How another customer is one risk with the borrower (关联关系)');
export const WaiverStateEnum = enumType('WaiverState', WAIVER_STATES, 'Where the wish to leave a method out stands (免除状态)');
export const ConflictRelationEnum = enumType('ConflictRelation', CONFLICT_RELATIONS, 'How somebody is close to a customer (利益冲突关系)');
export const ExclusionEnum = enumType('PairExclusion', EXCLUSIONS, 'What keeps somebody out of a pair (不予分派原因)');
export const AbilityEnum = enumType('RepaymentAbility', ABILITIES, 'What the stress says of the means of the borrower (还款能力)');
export const InstalmentBasisEnum = enumType(
  'InstalmentBasis',
  ['AS_QUOTED', 'AS_IF_EQUAL_INSTALMENTS'],
  'How the monthly payment was counted (月供口径)',
);
export const ScorecardStateEnum = enumType('ScorecardState', SCORECARD_STATES, 'Where a scorecard stands (评分卡状态)');
export const ScorecardSegmentEnum = enumType('ScorecardSegment', CARD_SEGMENTS, 'Whom a scorecard is for (适用客户)');
export const ReportCheckEnum = enumType('RiskReportCheckName', REPORT_CHECKS, 'What of a final report was checked (核验项目)');
export const AccessKindEnum = enumType(
  'RiskAccessKind',
  ['BUREAU_INQUIRY', 'BUREAU_REUSE', 'BUREAU_ANSWER', 'BUREAU_ANSWER_REFUSED', 'BUREAU_REPORT_VIEW', 'SITE_PHOTO_VIEW'],
  'Kind of access to personal data',
);

// Facts of the scorecard.
export const CheckingAccountEnum = enumType('CheckingAccountStatus', CHECKING_ACCOUNT_STATUSES, 'Own current account (活期账户状态)');
export const CreditHistoryEnum = enumType('CreditHistory', CREDIT_HISTORIES, 'Repayment history as stated (信用历史)');
export const SavingsEnum = enumType('SavingsLevel', SAVINGS_LEVELS, 'Savings and bonds, in yuan (储蓄)');
export const EmploymentEnum = enumType('EmploymentSpan', EMPLOYMENT_SPANS, 'Years in the present work (现职年限)');
export const OtherDebtorEnum = enumType('OtherDebtor', OTHER_DEBTORS, 'Others who stand for the debt (共同借款人或保证人)');
export const PropertyEnum = enumType('PropertyKind', PROPERTIES, 'Best property owned (财产)');
export const InstalmentPlanEnum = enumType('InstalmentPlan', INSTALMENT_PLANS, 'Instalment plans with others (其他分期)');
export const HousingEnum = enumType('Housing', HOUSINGS, 'Housing (居住)');
export const JobLevelEnum = enumType('JobLevel', JOB_LEVELS, 'Qualification of the work done (职业)');
export const TelephoneEnum = enumType('TelephoneKind', TELEPHONES, 'Telephone in the own name (电话)');
