import { Field, ObjectType } from '@nestjs/graphql';
import { MutationPayload } from '@weilend/graphql';
import { ApprovalCaseType } from './case/approval-case.type.js';
import { CommitteeMemberType, CommitteePolicyType, CommitteeSessionType } from './committee/committee.type.js';
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

@ObjectType()
export class PublishPolicyPayload extends MutationPayload {
  @Field(() => CommitteePolicyType, { nullable: true })
  readonly policy?: CommitteePolicyType | null;
}
