import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTime } from '@weilend/graphql';
import { ReplyKindEnum } from '../enums.type.js';
import { EmployeeStub } from '../references.type.js';

@ObjectType('InformationReply', { description: 'What sales said to a question (答复)' })
export class InformationReplyType {
  @Field(() => ReplyKindEnum)
  readonly kind!: string;

  @Field(() => String, { description: 'The answer, or why there is none' })
  readonly text!: string;

  @Field(() => DateTime)
  readonly at!: Date;

  readonly by!: string | null;
}

@ObjectType('InformationRequest', { description: 'A question to sales while the investigation runs on (信息征询)' })
export class InformationRequestType {
  @Field(() => ID)
  readonly requestId!: string;

  @Field(() => ID, { description: 'The work of sales that answers it' })
  readonly handoffId!: string;

  @Field(() => String)
  readonly question!: string;

  @Field(() => EmployeeStub)
  readonly askedBy!: EmployeeStub;

  @Field(() => DateTime)
  readonly askedAt!: Date;

  @Field(() => DateTime)
  readonly dueAt!: Date;

  @Field(() => Boolean, { description: 'Answered after it was due, or due and not answered' })
  readonly late!: boolean;

  @Field(() => String, { nullable: true, description: 'Why the clock of the investigation stands still until the answer is there' })
  readonly pauseReason!: string | null;

  @Field(() => InformationReplyType, { nullable: true })
  readonly reply!: InformationReplyType | null;
}
