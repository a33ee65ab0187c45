import { Field, ObjectType } from '@nestjs/graphql';
import { DateTime, LocalDate } from '@weilend/graphql';
import { ApplicationStageEnum, InformingTopicEnum } from '../enum.type.js';
import { InformedNote } from './application-progress.type.js';

@ObjectType('CustomerProgressStep', { description: 'A stage that was reached (办理阶段)' })
export class CustomerProgressStep {
  @Field(() => ApplicationStageEnum)
  readonly stage!: string;

  @Field(() => String)
  readonly words!: string;

  @Field(() => DateTime)
  readonly at!: Date;
}

@ObjectType('CustomerProgressNews', { description: 'Something that the customer is told, and how he was (告知情况)' })
export class CustomerProgressNews {
  @Field(() => InformingTopicEnum)
  readonly topic!: string;

  @Field(() => String)
  readonly words!: string;

  @Field(() => DateTime)
  readonly openedAt!: Date;

  @Field(() => DateTime)
  readonly dueAt!: Date;

  @Field(() => InformedNote, { nullable: true })
  readonly told!: InformedNote | null;
}

@ObjectType('CustomerProgressOpen', { description: 'What is open now, whose turn it is and until when (待办事项)' })
export class CustomerProgressOpen {
  @Field(() => String)
  readonly words!: string;

  @Field(() => Boolean)
  readonly isCustomersTurn!: boolean;

  @Field(() => DateTime, { nullable: true })
  readonly dueAt!: Date | null;

  @Field(() => LocalDate, { nullable: true })
  readonly dueOn!: string | null;
}

@ObjectType('CustomerProgress', { description: 'How an application goes, in words for the customer (办理进度)' })
export class CustomerProgressType {
  @Field(() => ApplicationStageEnum)
  readonly stage!: string;

  @Field(() => String)
  readonly words!: string;

  @Field(() => [CustomerProgressStep])
  readonly steps!: readonly CustomerProgressStep[];

  @Field(() => [CustomerProgressNews])
  readonly news!: readonly CustomerProgressNews[];

  @Field(() => [CustomerProgressOpen])
  readonly open!: readonly CustomerProgressOpen[];
}
