import { Field, ObjectType } from '@nestjs/graphql';
import { DateTime } from '@weilend/graphql';
import { ContractReviewReasonEnum, ContractReviewStateEnum } from '../enum.type.js';

@ObjectType('ContractReview', {
  description: 'Compliance sees a contract that is large or not the template’s text before it is signed (合同审查)',
})
export class ContractReviewType {
  @Field(() => [ContractReviewReasonEnum])
  readonly reasons!: readonly string[];

  @Field(() => [String], { description: 'Keys of the clauses that differ from the template' })
  readonly changedClauses!: readonly string[];

  @Field(() => ContractReviewStateEnum)
  readonly state!: string;

  @Field(() => DateTime)
  readonly askedAt!: Date;

  @Field(() => DateTime, { description: 'Until when compliance answers (审查期限)' })
  readonly dueAt!: Date;

  @Field(() => [String], { description: 'What has to be changed, when it came back' })
  readonly returnReasons!: readonly string[];

  @Field(() => DateTime, { nullable: true })
  readonly answeredAt!: Date | null;
}
