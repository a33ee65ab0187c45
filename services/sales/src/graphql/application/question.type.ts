import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTime } from '@weilend/graphql';

@ObjectType('SalesInformationAnswer', { description: 'What sales said to a question (答复)' })
export class SalesInformationAnswer {
  @Field(() => Boolean, { description: 'False when the question went back unanswered' })
  readonly answered!: boolean;

  @Field(() => String)
  readonly text!: string;

  @Field(() => DateTime)
  readonly at!: Date;

  readonly by!: string;
}

@ObjectType('SalesInformationRequest', { description: 'A question of the investigators (风险部门征询)' })
export class SalesInformationRequest {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ID)
  readonly handoffId!: string;

  @Field(() => String)
  readonly question!: string;

  @Field(() => DateTime)
  readonly askedAt!: Date;

  @Field(() => DateTime)
  readonly dueAt!: Date;

  @Field(() => SalesInformationAnswer, { nullable: true })
  readonly answer!: SalesInformationAnswer | null;
}
