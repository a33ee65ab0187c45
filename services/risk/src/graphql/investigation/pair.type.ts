import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, Permit } from '@weilend/graphql';
import { CheckMethodEnum, ConflictRelationEnum, ExclusionEnum } from '../enums.type.js';

@ObjectType('PairAssignment', { description: 'A pair that the investigation had, with who chose it and why (双人分派记录)' })
export class PairAssignmentType {
  @Field(() => DateTime)
  readonly assignedAt!: Date;

  @Field(() => String, { nullable: true, description: 'Why the pair was changed' })
  readonly reason!: string | null;

  @Field(() => Boolean, { description: 'Taken as proposed by load and conflict' })
  readonly proposed!: boolean;

  readonly investigatorIds!: string[];
  readonly assignedBy!: string;
}

@ObjectType('RankedCandidate', { description: 'An investigator in the order in which he would be taken (候选调查员)' })
export class RankedCandidateType {
  @Field(() => Int)
  readonly openInvestigations!: number;

  @Field(() => Int, { description: 'Open work, weighted by what is to do; the least loaded come first' })
  readonly load!: number;

  @Field(() => ExclusionEnum, { nullable: true, description: 'What keeps him out' })
  readonly excluded!: string | null;

  readonly employeeId!: string;
}

@ObjectType('PairProposal', { description: 'Who would investigate, and who was passed over and why (双人分派建议)' })
@Permit('risk.assign-proposed-pair')
export class PairProposalType {
  @Field(() => [RankedCandidateType])
  readonly ranked!: RankedCandidateType[];

  readonly investigatorIds!: string[] | null;
}

@ObjectType('PlannedCheck', { description: 'One check of the outline (计划的调查)' })
export class PlannedCheckType {
  @Field(() => CheckMethodEnum)
  readonly method!: string;

  @Field(() => DateTime)
  readonly dueAt!: Date;

  @Field(() => String, { nullable: true, description: 'Where' })
  @Permit('risk.read-check')
  readonly place!: string | null;

  @Field(() => String, { nullable: true, description: 'Whom to meet or call' })
  @Permit('risk.read-check')
  readonly people!: string | null;
}

@ObjectType('InvestigationPlan', { description: 'Outline of an investigation (调查提纲); earlier ones stay readable' })
export class InvestigationPlanType {
  @Field(() => Int)
  readonly planNo!: number;

  @Field(() => [PlannedCheckType])
  readonly checks!: PlannedCheckType[];

  @Field(() => String, { nullable: true, description: 'What to look at, or why it was changed' })
  @Permit('risk.read-check')
  readonly focus!: string | null;

  @Field(() => DateTime)
  readonly plannedAt!: Date;

  readonly plannedBy!: string;
}

@ObjectType('DeclaredConflict', { description: 'Somebody is close to a customer and does not investigate him (利益冲突申报)' })
@Permit('risk.read-conflict')
export class DeclaredConflictType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ConflictRelationEnum)
  readonly relation!: string;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => DateTime)
  readonly declaredAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'Null while it holds' })
  readonly endedAt!: Date | null;

  @Field(() => String, { nullable: true })
  readonly endedReason!: string | null;

  readonly employeeId!: string;
  readonly customerId!: string;
  readonly declaredBy!: string;
  readonly endedBy!: string | null;
}

export const DeclaredConflictConnection = connectionOf(DeclaredConflictType, 'DeclaredConflict');
