import { registerEnumType } from '@nestjs/graphql';
import { CUSTOMER_TYPES, DECISION_RESULTS, LOAN_PURPOSES, REPAYMENT_METHODS, RISK_CATEGORIES, RISK_RATINGS } from '@weilend/contracts';
import { FILE_STATES } from '@weilend/files';
import { INSPECTION_KINDS, INSPECTION_VERDICTS } from '../domain/after-loan/inspection.js';
import { VISIT_WAYS } from '../domain/after-loan/return-visit.js';
import { DOCUMENT_TYPES } from '../domain/application/documents.js';
import { INFORMING_TOPICS, INFORMING_WAYS } from '../domain/application/informing.js';
import { APPLICATION_STAGES } from '../domain/application/stage.js';
import { RECORDING_KINDS } from '../domain/contract/contract.js';
import { CONTRACT_STATES } from '../domain/contract/contract.machine.js';
import { CONSENT_KINDS } from '../domain/customer/consent.js';
import { GRADES } from '../domain/customer/scorecard/grade.js';
import { ACTIVITY_KINDS, LEAD_CHANNELS, ONLINE_SOURCES } from '../domain/enquiry/lead.js';
import { LEAD_STATES } from '../domain/enquiry/lead.machine.js';
import { PROPOSAL_STATES } from '../domain/enquiry/proposal.js';
import { IMPORT_KINDS } from '../domain/import/import-columns.js';
import { IMPORT_MODES } from '../domain/import/import-run.js';
import { IMPORT_STATES } from '../domain/import/import-run.machine.js';
import { UPLOAD_PURPOSES } from '../use-cases/files/request-upload.use-case.js';

const enumOf = (name: string, description: string, values: readonly string[]): Record<string, string> => {
  const made = Object.fromEntries(values.map((value) => [value.toUpperCase().replaceAll('-', '_'), value]));
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
export const ConsentKindEnum = enumOf('ConsentKind', 'Kind of a written consent (授权种类)', CONSENT_KINDS);
export const LeadChannelEnum = enumOf('LeadChannel', 'Where a customer comes from (获客渠道)', LEAD_CHANNELS);
export const OnlineSourceEnum = enumOf('OnlineSource', 'Online channel (线上渠道)', ONLINE_SOURCES);
export const ActivityKindEnum = enumOf('ActivityKind', 'Kind of an offline activity (线下活动类型)', ACTIVITY_KINDS);
export const LeadStateEnum = enumOf('LeadState', 'State of a lead (线索状态)', LEAD_STATES);
export const ProposalStateEnum = enumOf('ProposalState', 'State of a proposal (方案状态)', PROPOSAL_STATES);
export const ApplicationStageEnum = enumOf('ApplicationStage', 'Where an application stands (申请阶段)', APPLICATION_STAGES);
export const DocumentTypeEnum = enumOf('DocumentType', 'Kind of a document (资料种类)', DOCUMENT_TYPES);
export const ChecklistStatusEnum = enumOf('ChecklistStatus', 'How a required document stands (资料状态)', [
  ...['MISSING', 'NOT_JUDGED', 'NEGATIVE', 'POSITIVE'],
]);
export const ReturnedByEnum = enumOf('ReturnedBy', 'Who sent an application back (退回部门)', ['sales', 'risk']);
export const InformingTopicEnum = enumOf('InformingTopic', 'What the customer has to be told (告知事项)', INFORMING_TOPICS);
export const InformingWayEnum = enumOf('InformingWay', 'How the customer was told (告知方式)', INFORMING_WAYS);
export const ContractStateEnum = enumOf('ContractState', 'State of a contract (合同状态)', CONTRACT_STATES);
export const RecordingKindEnum = enumOf('RecordingKind', 'Sound or picture of the signing (录音、录像)', RECORDING_KINDS);
export const RiskAlertCategoryEnum = enumOf('RiskAlertCategory', 'Credit, market or policy risk (风险类别)', RISK_CATEGORIES);
export const InspectionKindEnum = enumOf('InspectionKind', 'Kind of an inspection (贷后检查类型)', INSPECTION_KINDS);
export const InspectionVerdictEnum = enumOf('InspectionVerdict', 'Use of the funds (资金用途结论)', INSPECTION_VERDICTS);
export const VisitWayEnum = enumOf('VisitWay', 'How a return visit was made (回访方式)', VISIT_WAYS);
export const UploadPurposeEnum = enumOf('UploadPurpose', 'What a file is uploaded for (上传用途)', UPLOAD_PURPOSES);
export const SalesFileStateEnum = enumOf('SalesFileState', 'State of an uploaded file (文件状态)', FILE_STATES);
export const ImportKindEnum = enumOf('ImportKind', 'What a file holds (导入内容)', IMPORT_KINDS);
export const ImportModeEnum = enumOf(
  'ImportMode',
  'PREVIEW checks only; ALL_OR_NOTHING takes nothing in when one row is bad; GOOD_ROWS takes the good rows in (导入方式)',
  IMPORT_MODES,
);
export const ImportStateEnum = enumOf('ImportState', 'State of an import (导入状态)', IMPORT_STATES);
