import { Field, ObjectType } from '@nestjs/graphql';
import { MutationPayload } from '@weilend/graphql';
import { ApprovalCaseType } from './case/approval-case.type.js';
import {
  CommitteeAbsenceType,
  CommitteeConflictType,
  CommitteeMemberType,
  CommitteePolicyType,
  CommitteeSessionType,
} from './committee/committee.type.js';
import { DecisionType } from './decision/decision.type.js';

@ObjectType({ isAbstract: true })
export abstract class CasePayload extends MutationPayload {
  @Field(() => ApprovalCaseType, { nullable: true })
  readonly approvalCase?: ApprovalCaseType | null;
}

@ObjectType({ isAbstract: true })
abstract class DecisionPayload extends MutationPayload {
  @Field(() => DecisionType, { nullable: true })
  readonly decision?: DecisionType | null;
}

@ObjectType({ isAbstract: true })
abstract class MemberPayload extends MutationPayload {
  @Field(() => CommitteeMemberType, { nullable: true })
  readonly member?: CommitteeMemberType | null;
}

@ObjectType({ isAbstract: true })
abstract class SessionPayload extends MutationPayload {
  @Field(() => CommitteeSessionType, { nullable: true })
  readonly committeeSession?: CommitteeSessionType | null;
}

@ObjectType()
export class DeclareRecusalPayload extends CasePayload {}

@ObjectType()
export class RecuseMemberPayload extends CasePayload {}

@ObjectType()
export class CastVotePayload extends CasePayload {}

@ObjectType()
export class ProposeTermsPayload extends CasePayload {}

@ObjectType()
export class VetoCasePayload extends CasePayload {}

@ObjectType()
export class DecideCasePayload extends CasePayload {
  @Field(() => DecisionType, { nullable: true })
  readonly decision?: DecisionType | null;
}

@ObjectType()
export class ConfirmConditionsPayload extends DecisionPayload {}

@ObjectType()
export class ReturnConditionsPayload extends DecisionPayload {}

@ObjectType()
export class AppointMemberPayload extends MemberPayload {}

@ObjectType()
export class EndMembershipPayload extends MemberPayload {}

@ObjectType()
export class OpenCommitteeSessionPayload extends SessionPayload {}

@ObjectType()
export class CloseCommitteeSessionPayload extends SessionPayload {}

@ObjectType({ isAbstract: true })
abstract class PolicyPayload extends MutationPayload {
  @Field(() => CommitteePolicyType, { nullable: true })
  readonly policy?: CommitteePolicyType | null;
}

@ObjectType()
export class PublishPolicyPayload extends PolicyPayload {}

@ObjectType()
export class ApprovePolicyPayload extends PolicyPayload {}

@ObjectType()
export class DropPolicyPayload extends PolicyPayload {}

@ObjectType({ isAbstract: true })
abstract class AbsencePayload extends MutationPayload {
  @Field(() => CommitteeAbsenceType, { nullable: true })
  readonly absence?: CommitteeAbsenceType | null;
}

@ObjectType()
export class DeclareAbsencePayload extends AbsencePayload {}

@ObjectType()
export class EndAbsencePayload extends AbsencePayload {}

@ObjectType({ isAbstract: true })
abstract class ConflictPayload extends MutationPayload {
  @Field(() => CommitteeConflictType, { nullable: true })
  readonly conflict?: CommitteeConflictType | null;
}

@ObjectType()
export class DeclareCommitteeConflictPayload extends ConflictPayload {}

@ObjectType()
export class EndCommitteeConflictPayload extends ConflictPayload {}

@ObjectType()
export class CirculateCasePayload extends CasePayload {}

@ObjectType()
export class ReturnReportPayload extends CasePayload {}

@ObjectType()
export class RequestReconsiderationPayload extends CasePayload {}

@ObjectType()
export class RequestConditionChangePayload extends DecisionPayload {}

@ObjectType()
export class VoteConditionChangePayload extends DecisionPayload {}

@ObjectType()
export class DecideConditionChangePayload extends DecisionPayload {}

@ObjectType()
export class SettleConditionChangePayload extends DecisionPayload {}

@ObjectType()
export class CallCommitteeSessionPayload extends SessionPayload {}

@ObjectType()
export class StartCommitteeSessionPayload extends SessionPayload {}

@ObjectType()
export class CancelCommitteeSessionPayload extends SessionPayload {}
