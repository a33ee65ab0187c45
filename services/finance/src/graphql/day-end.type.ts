import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, LocalDate } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import { textEnum } from './shared.type.js';

export const DayEndStateEnum = textEnum('DayEndState', ['RUNNING', 'CLOSED'], 'State of a day end (日终状态)');

@ObjectType('SetAsideLoan', { description: 'A loan that a day end could not close; the next day end tries it again' })
export class SetAsideLoanType {
  @Field(() => ID)
  readonly loanId!: string;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => DateTime)
  readonly at!: Date;
}

@ObjectType('DayEnd', { description: 'The end of a business day (日终): how far it is and what it did' })
export class DayEndType {
  @Field(() => LocalDate)
  readonly businessDate!: string;

  @Field(() => DayEndStateEnum)
  readonly state!: string;

  @Field(() => DateTime)
  readonly startedAt!: Date;

  @Field(() => DateTime, { nullable: true })
  readonly closedAt!: Date | null;

  @Field(() => Int, { description: 'Parts that the loans are spread over' })
  readonly parts!: number;

  @Field(() => Int)
  readonly partsClosed!: number;

  @Field(() => Int, { description: 'Loans that could change and were closed' })
  readonly loans!: number;

  @Field(() => Int, { description: 'Ledger entries' })
  readonly entries!: number;

  @Field(() => Int, { description: 'Loans whose bucket or class changed, each told to the others' })
  readonly events!: number;

  @Field(() => [SetAsideLoanType], { description: 'At most 500' })
  readonly setAside!: readonly SetAsideLoanType[];
}

@InputType()
export class RunDayEndInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => LocalDate, {
    description: 'Today or earlier, and after the last day that was closed; missed days before it are closed first',
  })
  readonly businessDate!: LocalDateText;
}
