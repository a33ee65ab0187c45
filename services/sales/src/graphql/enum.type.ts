import { registerEnumType } from '@nestjs/graphql';
import {
  CONTRACT_REVIEW_REASONS,
  CUSTOMER_TYPES,
  DECISION_RESULTS,
  LOAN_PURPOSES,
  REPAYMENT_METHODS,
  RISK_CATEGORIES,
  RISK_RATINGS,
} from '@weilend/contracts';
import { FILE_STATES } from '@weilend/files';
import { ACTIVITY_STATES } from '../domain/acquisition/activity.machine.js';
import { ASSIGNMENT_WAYS, GIVING_WAYS, INTAKE_WAYS } from '../domain/acquisition/assignment.js';
import { CAMPAIGN_PHASES } from '../domain/acquisition/campaign.js';
import { FUNNEL_DIMENSIONS } from '../domain/acquisition/funnel.js';
import { CONTACT_RESULTS, CONTACT_WAYS } from '../domain/acquisition/lead-steps.js';
import { REFERRAL_STATES } from '../domain/acquisition/referral.machine.js';
import { ARREARS_TASK_STATES } from '../domain/after-loan/arrears-task.machine.js';
import { ARREARS_RESULTS } from '../domain/after-loan/arrears-task.js';
import { INSPECTION_KINDS, INSPECTION_VERDICTS } from '../domain/after-loan/inspection.js';
import { SECURITY_TASK_STATES } from '../domain/after-loan/security-task.machine.js';
import { SECURITY_KINDS } from '../domain/after-loan/security-task.js';
import { VISIT_WAYS } from '../domain/care/return-visit.js';
import { FALSIFICATION_KINDS } from '../domain/application/application.js';
import { CHECKLIST_STATES } from '../domain/application/checklist.js';
import { DOCUMENT_TYPES } from '../domain/application/documents.js';
import { INFORMING_TOPICS, INFORMING_WAYS } from '../domain/application/informing.js';
import { REMINDER_KINDS, REMINDER_LEVELS } from '../domain/reminder/reminder.js';
import { APPLICATION_STAGES } from '../domain/application/stage.js';
import { WORKLISTS } from '../domain/application/worklists.js';
import { AMENDMENT_STATES } from '../domain/contract/amendment.machine.js';
import { RECORDING_KINDS } from '../domain/contract/contract.js';
import { REVIEW_STATES } from '../domain/contract/contract-review.js';
import { CONTRACT_STATES } from '../domain/contract/contract.machine.js';
import { MISSING_PARTS } from '../domain/contract/signing.js';
import { TEMPLATE_STATES } from '../domain/contract/template.machine.js';
import { CONSENT_KINDS } from '../domain/customer/consent.js';
import { GRADE_CAUSES } from '../domain/customer/customer-file.js';
import { OVERRIDABLE } from '../domain/customer/identity-override.js';
import { GRADES } from '../domain/customer/scorecard/grade.js';
import { ACTIVITY_KINDS, LEAD_CHANNELS, LOSS_CAUSES, ONLINE_SOURCES } from '../domain/enquiry/lead.js';
import { ENQUIRY_OUTCOMES, ENQUIRY_STATES } from '../domain/enquiry/enquiry.js';
import { LEAD_STATES } from '../domain/enquiry/lead.machine.js';
import { MEASURES } from '../domain/team/figures.js';
import { MARKET_REPORT_KINDS, MARKET_TOPICS } from '../domain/team/market-report.js';
import { PROBLEM_STATES } from '../domain/team/problem.machine.js';
import { PROBLEM_KINDS } from '../domain/team/problem.js';
import { PLAN_STATES } from '../domain/team/sales-plan.js';
import { WORK_KINDS } from '../domain/team/work-log.js';
import { PROPOSAL_STATES } from '../domain/enquiry/proposal.machine.js';
import { SERVICE_KINDS } from '../domain/enquiry/service-times.js';
import { SCORECARD_STATES } from '../domain/customer/scorecard/scorecard.machine.js';
import { DUPLICATE_SIGNS } from '../queries/customer/duplicate.queries.js';
import { FOUND_KINDS } from '../queries/search/search.queries.js';
import { IMPORT_KINDS } from '../domain/import/import-columns.js';
import { IMPORT_MODES } from '../domain/import/import-run.js';
import { IMPORT_STATES } from '../domain/import/import-run.machine.js';
import { UPLOAD_PURPOSES } from '../use-cases/files/request-upload.use-case.js';

/** `under-check` and `underCheck` are UNDER_CHECK in the graph. */
const nameOf = (value: string): string =>
  value
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toUpperCase()
    .replaceAll('-', '_');

export const enumOf = (name: string, description: string, values: readonly string[]): Record<string, string> => {
  const made = Object.fromEntries(values.map((value) => [nameOf(value), value]));
  registerEnumType(made, { name, description });
  return made;
};

/** Enums that several departments show must be the same everywhere, description included. */
export const RepaymentMethodEnum = enumOf('RepaymentMethod', 'Repayment method (还款方式)', REPAYMENT_METHODS);
export const CustomerTypeEnum = enumOf('CustomerType', 'Kind of customer (客户类型)', CUSTOMER_TYPES);
export const LoanPurposeEnum = enumOf('LoanPurpose', 'Purpose of a loan (贷款用途)', LOAN_PURPOSES);
export const RiskRatingEnum = enumOf('RiskRating', 'Risk rating (风险等级)', RISK_RATINGS);
export const DecisionResultEnum = enumOf('DecisionResult', 'Result of a decision (审批结果)', DECISION_RESULTS);

export const CustomerGradeEnum = enumOf('CustomerGrade', 'Grade of a customer: A high, B medium, C low (客户等级)', GRADES);
export const GradeCauseEnum = enumOf('GradeCause', 'What a grade was given on (评级原因)', GRADE_CAUSES);
export const ScorecardStateEnum = enumOf('GradeScorecardState', 'State of a scorecard version (评分卡状态)', SCORECARD_STATES);
export const OverridableFieldEnum = enumOf('OverridableField', 'Number that may be accepted by the manager (可核准的号码)', OVERRIDABLE);
export const DuplicateSignEnum = enumOf('DuplicateSign', 'Why two files may be one customer (疑似重复依据)', DUPLICATE_SIGNS);
export const FoundKindEnum = enumOf('SalesFoundKind', 'What a search found (搜索结果种类)', FOUND_KINDS);
export const ConsentKindEnum = enumOf('ConsentKind', 'Kind of a written consent (授权种类)', CONSENT_KINDS);
export const LeadChannelEnum = enumOf('LeadChannel', 'Where a customer comes from (获客渠道)', LEAD_CHANNELS);
export const OnlineSourceEnum = enumOf('OnlineSource', 'Online channel (线上渠道)', ONLINE_SOURCES);
export const ActivityKindEnum = enumOf('ActivityKind', 'Kind of an activity, offline or online (推广活动类型)', ACTIVITY_KINDS);
export const LeadStateEnum = enumOf('LeadState', 'State of a lead (线索状态)', LEAD_STATES);
export const LossCauseEnum = enumOf('LeadLossCause', 'Why a lead led to nothing (线索流失原因)', LOSS_CAUSES);
export const AssignmentWayEnum = enumOf('LeadAssignmentWay', 'How the salesperson of a lead was found (线索分配方式)', ASSIGNMENT_WAYS);
export const GivingWayEnum = enumOf('LeadGivingWay', 'How the manager gives out leads (线索派发方式)', GIVING_WAYS);
export const IntakeWayEnum = enumOf(
  'LeadIntakeWay',
  'Who looks after a lead that arrives; LATER leaves it to the manager (线索接收方式)',
  INTAKE_WAYS,
);
export const ContactWayEnum = enumOf('LeadContactWay', 'How a prospect was contacted (联系方式)', CONTACT_WAYS);
export const ContactResultEnum = enumOf('LeadContactResult', 'What came of a contact (联系结果)', CONTACT_RESULTS);
export const ActivityStateEnum = enumOf('SalesActivityState', 'State of an activity (活动状态)', ACTIVITY_STATES);
export const CampaignPhaseEnum = enumOf('SalesCampaignPhase', 'Where a campaign stands (营销计划阶段)', CAMPAIGN_PHASES);
export const ReferralStateEnum = enumOf('ReferralCreditState', 'State of a credit for a referral (推荐奖励状态)', REFERRAL_STATES);
export const FunnelDimensionEnum = enumOf('FunnelDimension', 'What a funnel is broken down by (漏斗维度)', FUNNEL_DIMENSIONS);
export const ProposalStateEnum = enumOf('ProposalState', 'State of a proposal (方案状态)', PROPOSAL_STATES);
export const ApplicationStageEnum = enumOf('ApplicationStage', 'Where an application stands (申请阶段)', APPLICATION_STAGES);
export const DocumentTypeEnum = enumOf('DocumentType', 'Kind of a document (资料种类)', DOCUMENT_TYPES);
export const ChecklistStatusEnum = enumOf('ChecklistStatus', 'How a required document stands (资料状态)', CHECKLIST_STATES);
export const ApplicationWorklistEnum = enumOf('ApplicationWorklist', 'What has to be done on an application (待办清单)', WORKLISTS);
export const FalsificationKindEnum = enumOf(
  'FalsificationKind',
  'What is reported as false or misleading (虚假或误导情形)',
  FALSIFICATION_KINDS,
);
export const EnquiryStateEnum = enumOf('EnquiryState', 'State of an enquiry (咨询状态)', ENQUIRY_STATES);
export const EnquiryOutcomeEnum = enumOf('EnquiryOutcome', 'What became of an enquiry (咨询结果)', ENQUIRY_OUTCOMES);
export const ServiceKindEnum = enumOf('ServiceKind', 'A service with a promised time (服务时限)', SERVICE_KINDS);
export const ReturnedByEnum = enumOf('ReturnedBy', 'Who sent an application back (退回部门)', ['sales', 'risk']);
export const InformingTopicEnum = enumOf('InformingTopic', 'What the customer has to be told (告知事项)', INFORMING_TOPICS);
export const InformingWayEnum = enumOf('InformingWay', 'How the customer was told (告知方式)', INFORMING_WAYS);
export const ContractStateEnum = enumOf('ContractState', 'State of a contract (合同状态)', CONTRACT_STATES);
export const MissingPartEnum = enumOf('ContractMissingPart', 'What a draft waits for (签约待办)', MISSING_PARTS);
export const TemplateStateEnum = enumOf('ContractTemplateState', 'State of a contract template (合同范本状态)', TEMPLATE_STATES);
export const AmendmentStateEnum = enumOf('ContractAmendmentState', 'State of a supplementary agreement (补充协议状态)', AMENDMENT_STATES);
export const RecordingKindEnum = enumOf('RecordingKind', 'Sound or picture of the signing (录音、录像)', RECORDING_KINDS);
export const RiskAlertCategoryEnum = enumOf('RiskAlertCategory', 'Credit, market or policy risk (风险类别)', RISK_CATEGORIES);
export const InspectionKindEnum = enumOf('InspectionKind', 'Kind of an inspection (贷后检查类型)', INSPECTION_KINDS);
export const InspectionVerdictEnum = enumOf('InspectionVerdict', 'Use of the funds (资金用途结论)', INSPECTION_VERDICTS);
export const VisitWayEnum = enumOf('VisitWay', 'How a return visit was made (回访方式)', VISIT_WAYS);
export const UploadPurposeEnum = enumOf('UploadPurpose', 'What a file is uploaded for (上传用途)', UPLOAD_PURPOSES);
export const SalesFileStateEnum = enumOf('SalesFileState', 'State of an uploaded file (文件状态)', FILE_STATES);
export const SalesPlanStateEnum = enumOf('SalesPlanState', 'State of a sales plan (计划状态)', PLAN_STATES);
export const WorkKindEnum = enumOf('WorkKind', 'Kind of work in a log (工作类型)', WORK_KINDS);
export const SalesProblemKindEnum = enumOf('SalesProblemKind', 'What a problem is about (问题类型)', PROBLEM_KINDS);
export const SalesProblemStateEnum = enumOf('SalesProblemState', 'State of a problem (问题状态)', PROBLEM_STATES);
export const MarketReportKindEnum = enumOf('MarketReportKind', 'Market or competitor (报告类型)', MARKET_REPORT_KINDS);
export const MarketTopicEnum = enumOf('MarketTopic', 'Topic of a market report (市场主题)', MARKET_TOPICS);
/** As the figures are named in the graph: money has its unit in the type, not in the name. */
export const SalesMeasureEnum = enumOf('SalesMeasure', 'What sales are measured by (销售指标)', MEASURES);
export const SecurityKindEnum = enumOf('SecurityKind', 'What secures a loan besides the borrower (担保方式)', SECURITY_KINDS);
export const SecurityTaskStateEnum = enumOf('SecurityTaskState', 'State of a task to get security (追加担保状态)', SECURITY_TASK_STATES);
export const ArrearsTaskStateEnum = enumOf('ArrearsTaskState', 'State of a task about arrears (催告任务状态)', ARREARS_TASK_STATES);
export const ArrearsResultEnum = enumOf('ArrearsResult', 'What came of the conversation (催告结果)', ARREARS_RESULTS);
/** Compliance shows them too: the same everywhere, description included. */
export const ContractReviewReasonEnum = enumOf(
  'ContractReviewReason',
  'Why compliance sees a contract before it is signed (合同审查原因)',
  CONTRACT_REVIEW_REASONS,
);
export const ContractReviewStateEnum = enumOf('ContractReviewState', 'Where the review of a contract stands (合同审查状态)', REVIEW_STATES);
export const SalesReminderKindEnum = enumOf('SalesReminderKind', 'What is owed (提醒类型)', REMINDER_KINDS);
export const SalesReminderLevelEnum = enumOf('SalesReminderLevel', 'Before or after the deadline (提醒级别)', REMINDER_LEVELS);
export const ImportKindEnum = enumOf('ImportKind', 'What a file holds (导入内容)', IMPORT_KINDS);
export const ImportModeEnum = enumOf(
  'ImportMode',
  'PREVIEW checks only; ALL_OR_NOTHING takes nothing in when one row is bad; GOOD_ROWS takes the good rows in (导入方式)',
  IMPORT_MODES,
);
export const ImportStateEnum = enumOf('ImportState', 'State of an import (导入状态)', IMPORT_STATES);
