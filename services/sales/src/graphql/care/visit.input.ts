import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { LocalDate } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import type { VisitWay } from '../../domain/care/return-visit.js';
import { VisitWayEnum } from '../enum.type.js';

const REQUEST_KEY = 'Makes a repeated request safe: same key and input give the first answer';

@ArgsType()
export class CarePageArgs {
  @Field(() => ID, { nullable: true, description: 'Of one salesperson, for those who see all' })
  readonly salespersonId?: string | null;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

@ArgsType()
export class DueArgs extends CarePageArgs {
  @Field(() => Int, { nullable: true, description: 'Due within so many days: 0 is due today or overdue; everything owed when left out' })
  readonly withinDays?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Only what should have been done before today' })
  readonly overdueOnly?: boolean | null;
}

@InputType()
export class PlanVisitInput {
  @Field(() => String, { nullable: true, description: REQUEST_KEY })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly customerId!: string;

  @Field(() => LocalDate, { description: 'No later than the grade allows' })
  readonly plannedOn!: LocalDateText;

  @Field(() => VisitWayEnum, { nullable: true })
  readonly way?: VisitWay | null;

  @Field(() => String, { nullable: true, description: 'In words, without numbers of persons' })
  readonly purpose?: string | null;
}

@InputType()
export class RecordVisitNotHeldInput {
  @Field(() => String, { nullable: true, description: REQUEST_KEY })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly customerId!: string;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => LocalDate, { description: 'Day of the next attempt' })
  readonly newOn!: LocalDateText;
}

@InputType()
export class CancelVisitInput {
  @Field(() => String, { nullable: true, description: REQUEST_KEY })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly customerId!: string;

  @Field(() => String)
  readonly reason!: string;
}

@InputType({ description: 'What somebody has to see to (跟进事项)' })
export class WantedFollowUpInput {
  @Field(() => String, { description: 'In words, without numbers of persons' })
  readonly text!: string;

  @Field(() => LocalDate)
  readonly dueOn!: LocalDateText;

  @Field(() => ID, { nullable: true, description: "Who owes it: the customer's salesperson when left out" })
  readonly ownerId?: string | null;
}

@InputType()
export class OpenFollowUpInput extends WantedFollowUpInput {
  @Field(() => String, { nullable: true, description: REQUEST_KEY })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly customerId!: string;
}

@InputType()
export class CompleteFollowUpInput {
  @Field(() => String, { nullable: true, description: REQUEST_KEY })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly followUpId!: string;

  @Field(() => String)
  readonly result!: string;

  @Field(() => WantedFollowUpInput, { nullable: true, description: 'What is still owed after it' })
  readonly next?: WantedFollowUpInput | null;
}

@InputType()
export class CancelFollowUpInput {
  @Field(() => String, { nullable: true, description: REQUEST_KEY })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly followUpId!: string;

  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class RecordReturnVisitInput {
  @Field(() => String, { nullable: true, description: REQUEST_KEY })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly customerId!: string;

  @Field(() => LocalDate, { nullable: true, description: 'Today when left out' })
  readonly visitedOn?: LocalDateText | null;

  @Field(() => VisitWayEnum)
  readonly way!: VisitWay;

  @Field(() => String)
  readonly useOfLoan!: string;

  @Field(() => String)
  readonly business!: string;

  @Field(() => String)
  readonly furtherNeeds!: string;

  @Field(() => String, { nullable: true, description: 'What was done for the customer on the spot (提供的支持)' })
  readonly support?: string | null;

  @Field(() => [WantedFollowUpInput], { nullable: true, description: 'What the visit found and somebody has to see to (跟进事项)' })
  readonly followUps?: WantedFollowUpInput[] | null;

  @Field(() => Int, { nullable: true, description: 'A mark from 1 to 5' })
  readonly satisfaction?: number | null;
}
