import { ArgsType, Directive, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, Money, MutationPayload, Permit } from '@weilend/graphql';
import { ContractReviewReasonEnum, ContractReviewTaskStateEnum } from './enum.type.js';

@ObjectType('ContractReviewTask', { description: 'A contract that compliance reads before it is signed (合同审查任务)' })
@Directive('@key(fields: "id")')
@Permit('compliance.read-contract-review')
export class ContractReviewTaskType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly contractNumber!: string;

  @Field(() => String, { description: 'Of exactly the text that is reviewed' })
  readonly contractHash!: string;

  @Field(() => String)
  readonly templateVersion!: string;

  @Field(() => Money, { name: 'amount' })
  readonly amountFen!: number;

  @Field(() => [ContractReviewReasonEnum])
  readonly reasons!: readonly string[];

  @Field(() => [String], { description: 'Keys of the clauses that differ from the template' })
  readonly changedClauses!: readonly string[];

  @Field(() => ContractReviewTaskStateEnum)
  readonly state!: string;

  @Field(() => DateTime)
  readonly openedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'Until when it is owed (期限); null when it has ended' })
  readonly dueAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What was found, or has to be changed, or why it fell away' })
  readonly words!: string | null;

  @Field(() => DateTime, { nullable: true })
  readonly endedAt!: Date | null;

  readonly applicationId!: string;

  readonly contractId!: string;

  readonly endedBy!: string | null;
}
export const ContractReviewTaskConnection = connectionOf(ContractReviewTaskType, 'ContractReviewTask');

@ArgsType()
abstract class PageOfReviews {
  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

@ArgsType()
export class ContractReviewsArgs extends PageOfReviews {
  @Field(() => ContractReviewTaskStateEnum, { nullable: true })
  readonly state?: string | null;
}

@ArgsType()
export class DueContractReviewsArgs extends PageOfReviews {
  @Field(() => Boolean, { nullable: true, description: 'Only those whose moment has passed' })
  readonly overdueOnly?: boolean | null;
}

@InputType({ isAbstract: true })
abstract class OnContractReview {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly reviewId!: string;
}

@InputType()
export class ReviewContractInput extends OnContractReview {
  @Field(() => String, { nullable: true, description: 'In words, without numbers of persons' })
  readonly note?: string | null;
}

@InputType()
export class ReturnContractReviewInput extends OnContractReview {
  @Field(() => String, { description: 'What has to be changed, without numbers of persons' })
  readonly reason!: string;
}

@ObjectType({ isAbstract: true })
abstract class ContractReviewPayload extends MutationPayload {
  @Field(() => ContractReviewTaskType, { nullable: true })
  readonly review?: ContractReviewTaskType | null;
}

@ObjectType()
export class ReviewContractPayload extends ContractReviewPayload {}

@ObjectType()
export class ReturnContractReviewPayload extends ContractReviewPayload {}
