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
import { CONFLICT_KINDS } from '../domain/member/conflict.js';
import { CASE_STATES } from '../domain/case/case.machine.js';
import { EVIDENCE_KINDS } from '../domain/case/approval-case.js';
import { ANSWER_KINDS, OPINION_GIVERS } from '../domain/case/opinion.js';
import { DECISION_STATES } from '../domain/decision/decision.machine.js';
import { OFFICES } from '../domain/member/member.js';
import { AUTHORITIES, CONDITION_CHANGES, POLICY_STATES, TIE_RULES } from '../domain/policy/policy.js';
import { AGENDA_OUTCOMES, SESSION_STATES } from '../domain/session/session.js';

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
export const RiskRecommendationEnum = enumOf('RiskRecommendation', 'Recommendation of the risk report (风险建议)', RISK_RECOMMENDATIONS);
export const DecisionResultEnum = enumOf('DecisionResult', 'Result of a decision (审批结果)', DECISION_RESULTS);

export const OpinionStanceEnum = enumOf('OpinionStance', 'What a department thinks of an application (部门意见)', OPINION_STANCES);

export const OpinionGiverEnum = enumOf('OpinionGiver', 'Whom the committee may ask (征求意见部门)', OPINION_GIVERS);
export const OpinionAnswerKindEnum = enumOf('OpinionAnswerKind', 'What became of a question (答复情况)', ANSWER_KINDS);
export const ApprovalCaseStateEnum = enumOf('ApprovalCaseState', 'State of an approval case (案件状态)', CASE_STATES);
export const DecisionStateEnum = enumOf('DecisionState', 'What became of a decision (决定状态)', DECISION_STATES);
export const CommitteeOfficeEnum = enumOf('CommitteeOffice', 'Office on the committee (委员会职务)', OFFICES);
export const AuthorityEnum = enumOf('ApprovalAuthority', 'Who decides (审批权限)', AUTHORITIES);
export const TieRuleEnum = enumOf('TieRule', 'What a tie comes to (平票处理)', TIE_RULES);
export const PolicyStateEnum = enumOf('CommitteePolicyState', 'State of a version of the policy (政策状态)', POLICY_STATES);
export const ConditionChangeRuleEnum = enumOf(
  'ConditionChangeRule',
  'Who may waive or extend a condition (条件变更权限)',
  CONDITION_CHANGES,
);
export const ConditionChangeKindEnum = enumOf('ConditionChangeKind', 'Waived or put off (豁免或延期)', ['WAIVE', 'EXTEND']);
export const ConflictKindEnum = enumOf('CommitteeConflictKind', 'Tie of a member to a customer (关联关系)', CONFLICT_KINDS);
export const CirculationOutcomeEnum = enumOf('CirculationOutcome', 'How a circulated vote stands (传签状态)', [
  'RUNNING',
  'QUORATE',
  'TO_SESSION',
]);
export const ReschedulingReasonEnum = enumOf('ReschedulingReason', 'Why a case went to another sitting (改期原因)', [
  ...['QUORUM_BROKEN', 'CIRCULATION_EXPIRED', 'ABSENT_AT_OPENING'],
]);
export const AgendaOutcomeEnum = enumOf('AgendaOutcome', 'What became of a case of the agenda (议程结果)', Object.keys(AGENDA_OUTCOMES));
export const VoteChoiceEnum = enumOf('VoteChoice', 'A vote; there is no abstention (表决)', ['YES', 'NO']);
export const RecusalKindEnum = enumOf('RecusalKind', 'How a member came to stand aside (回避方式)', ['DECLARED', 'FORCED', 'CONFLICT']);
export const EvidenceKindEnum = enumOf('ConditionEvidenceKind', 'Kind of evidence for a condition (证据种类)', EVIDENCE_KINDS);
export const CommitteeSessionStateEnum = enumOf('CommitteeSessionState', 'State of a sitting (会议状态)', SESSION_STATES);
