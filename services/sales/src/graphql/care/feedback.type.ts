import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime } from '@weilend/graphql';
import { TICKET_STATES } from '../../domain/care/ticket.machine.js';
import { FEEDBACK_CHANNELS, FEEDBACK_KINDS } from '../../domain/care/ticket.js';
import { enumOf, InformingWayEnum, RiskRatingEnum } from '../enum.type.js';

export const FeedbackKindEnum = enumOf('FeedbackKind', 'Question, opinion, complaint or praise (反馈类型)', FEEDBACK_KINDS);
export const FeedbackChannelEnum = enumOf('FeedbackChannel', 'How feedback came in (反馈渠道)', FEEDBACK_CHANNELS);
export const FeedbackStateEnum = enumOf('FeedbackState', 'State of a feedback ticket (反馈状态)', TICKET_STATES);
/** LOW, MEDIUM and HIGH are the same words as those of a risk rating. */
export const FeedbackSeverityEnum = RiskRatingEnum;

@ObjectType('FeedbackReply', { description: 'A reply to the customer (回复)' })
export class FeedbackReply {
  @Field(() => String)
  readonly text!: string;

  @Field(() => InformingWayEnum)
  readonly way!: string;

  @Field(() => DateTime)
  readonly at!: Date;

  readonly by!: string;
}

@ObjectType('FeedbackClosing', { description: "How a ticket ended: the customer's word, the cause, the measure (办结)" })
export class FeedbackClosing {
  @Field(() => Int, { nullable: true, description: 'A mark from 1 to 5' })
  readonly satisfaction!: number | null;

  @Field(() => String, { nullable: true })
  readonly noMarkBecause!: string | null;

  @Field(() => String, { nullable: true, description: 'What was behind it (根本原因)' })
  readonly rootCause!: string | null;

  @Field(() => String, { nullable: true, description: 'What is done so that it does not come again (改进措施)' })
  readonly improvement!: string | null;

  @Field(() => DateTime)
  readonly at!: Date;

  readonly by!: string;
}

@ObjectType('FeedbackReopening', { description: 'Why a ticket was opened again (重新打开)' })
export class FeedbackReopening {
  @Field(() => String)
  readonly reason!: string;

  @Field(() => DateTime)
  readonly at!: Date;
}

@ObjectType('FeedbackHandover', { description: 'A ticket went to somebody else (转交)' })
export class FeedbackHandover {
  @Field(() => String)
  readonly reason!: string;

  @Field(() => DateTime)
  readonly at!: Date;

  readonly from!: string;

  readonly to!: string;
}

@ObjectType('FeedbackSubject', { description: 'The manager set whom a complaint is about (指明被投诉人)' })
export class FeedbackSubject {
  @Field(() => String)
  readonly reason!: string;

  @Field(() => DateTime)
  readonly at!: Date;

  readonly aboutEmployeeId!: string | null;

  readonly formerly!: string | null;
}

@ObjectType('FeedbackTicket', { description: 'What a customer asks, thinks, complains of or praises (客户反馈与投诉)' })
export class FeedbackTicketType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => FeedbackKindEnum)
  readonly kind!: string;

  @Field(() => FeedbackChannelEnum)
  readonly channel!: string;

  @Field(() => FeedbackSeverityEnum)
  readonly severity!: string;

  @Field(() => FeedbackStateEnum)
  readonly state!: string;

  @Field(() => String)
  readonly text!: string;

  @Field(() => DateTime)
  readonly openedAt!: Date;

  @Field(() => DateTime, { nullable: true })
  readonly acknowledgedAt!: Date | null;

  @Field(() => DateTime, { description: 'By when it is to be answered' })
  readonly answerDueAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When the next step is owed; null when it is closed' })
  readonly dueAt!: Date | null;

  @Field(() => Boolean, { description: 'Late, or taken out of the hands of who had it' })
  readonly escalated!: boolean;

  @Field(() => [FeedbackReply], { description: 'Oldest first' })
  readonly replies!: readonly FeedbackReply[];

  @Field(() => [FeedbackReopening], { description: 'Oldest first' })
  readonly reopened!: readonly FeedbackReopening[];

  @Field(() => [FeedbackClosing], { description: 'Oldest first; the last one counts' })
  readonly closings!: readonly FeedbackClosing[];

  @Field(() => [FeedbackHandover], { description: 'Oldest first' })
  readonly handovers!: readonly FeedbackHandover[];

  @Field(() => [FeedbackSubject], { nullable: true, description: 'Each time that it was set whom it is about; oldest first' })
  readonly subjects!: readonly FeedbackSubject[];

  readonly customerId!: string;

  readonly applicationId!: string | null;

  readonly ownerId!: string;

  readonly openedBy!: string;

  readonly aboutEmployeeId!: string | null;
}

@ObjectType('FeedbackFigures', { description: 'How well customers were heard in a period, by kind (客户反馈分析)' })
export class FeedbackFiguresType {
  @Field(() => FeedbackKindEnum)
  readonly kind!: string;

  @Field(() => Int)
  readonly count!: number;

  @Field(() => Int)
  readonly closed!: number;

  @Field(() => Int, { description: 'Tickets that were opened again' })
  readonly reopened!: number;

  @Field(() => Float, { nullable: true })
  readonly medianMinutesToReply!: number | null;

  @Field(() => Float, { nullable: true })
  readonly medianMinutesToClose!: number | null;

  @Field(() => Float, { nullable: true, description: 'Answered in time, of all that were or should have been; 0 to 1' })
  readonly shareOnTime!: number | null;

  @Field(() => Float, { nullable: true, description: '1 to 5; null without a mark' })
  readonly averageSatisfaction!: number | null;
}

export const FeedbackTicketConnection = connectionOf(FeedbackTicketType, 'FeedbackTicket');
