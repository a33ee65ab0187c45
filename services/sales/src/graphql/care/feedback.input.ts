import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { LocalDate } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import type { InformingWay } from '../../domain/application/informing.js';
import type { FeedbackChannel, FeedbackKind, FeedbackSeverity } from '../../domain/care/ticket.js';
import { InformingWayEnum } from '../enum.type.js';
import { FeedbackChannelEnum, FeedbackKindEnum, FeedbackSeverityEnum, FeedbackStateEnum } from './feedback.type.js';
import { CarePageArgs } from './visit.input.js';

@ArgsType()
export class FeedbackArgs extends CarePageArgs {
  @Field(() => FeedbackStateEnum, { nullable: true })
  readonly state?: string | null;

  @Field(() => FeedbackKindEnum, { nullable: true })
  readonly kind?: string | null;
}

@ArgsType()
export class DueFeedbackArgs extends CarePageArgs {
  @Field(() => Boolean, { nullable: true, description: 'Only what is late' })
  readonly overdueOnly?: boolean | null;
}

@ArgsType()
export class CarePeriodArgs {
  @Field(() => LocalDate)
  readonly from!: LocalDateText;

  @Field(() => LocalDate)
  readonly to!: LocalDateText;

  @Field(() => ID, { nullable: true })
  readonly salespersonId?: string | null;
}

@InputType()
export class OpenFeedbackInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly customerId!: string;

  @Field(() => ID, { nullable: true, description: 'The application or loan that it is about' })
  readonly applicationId?: string | null;

  @Field(() => FeedbackKindEnum)
  readonly kind!: FeedbackKind;

  @Field(() => FeedbackChannelEnum)
  readonly channel!: FeedbackChannel;

  @Field(() => FeedbackSeverityEnum)
  readonly severity!: FeedbackSeverity;

  @Field(() => String, { description: 'In words, without numbers of persons' })
  readonly text!: string;

  @Field(() => ID, { nullable: true, description: 'Who is complained about; he has no hand in it' })
  readonly aboutEmployeeId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'A complaint that names nobody says so: about nobody in particular, or unknown' })
  readonly aboutNobody?: boolean | null;

  @Field(() => ID, { nullable: true, description: "Who handles it: the customer's salesperson, or a manager when it is a complaint" })
  readonly ownerId?: string | null;
}

@InputType()
export class AcknowledgeFeedbackInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly ticketId!: string;
}

@InputType()
export class ReplyToFeedbackInput extends AcknowledgeFeedbackInput {
  @Field(() => String, { description: 'What the customer was told' })
  readonly text!: string;

  @Field(() => InformingWayEnum)
  readonly way!: InformingWay;
}

@InputType()
export class CloseFeedbackInput extends AcknowledgeFeedbackInput {
  @Field(() => Int, { nullable: true, description: "The customer's mark from 1 to 5" })
  readonly satisfaction?: number | null;

  @Field(() => String, { nullable: true, description: 'Needed without a mark' })
  readonly noMarkBecause?: string | null;

  @Field(() => String, { nullable: true, description: 'Needed for a complaint' })
  readonly rootCause?: string | null;

  @Field(() => String, { nullable: true, description: 'Needed for a complaint' })
  readonly improvement?: string | null;
}

@InputType()
export class ReopenFeedbackInput extends AcknowledgeFeedbackInput {
  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class TakeOverFeedbackInput extends AcknowledgeFeedbackInput {
  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class NameFeedbackSubjectInput extends AcknowledgeFeedbackInput {
  @Field(() => ID, { nullable: true, description: 'Nobody in particular when left out' })
  readonly aboutEmployeeId?: string | null;

  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class ReassignFeedbackInput extends AcknowledgeFeedbackInput {
  @Field(() => ID)
  readonly ownerId!: string;

  @Field(() => String)
  readonly reason!: string;
}
