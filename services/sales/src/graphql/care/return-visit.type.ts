import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate } from '@weilend/graphql';
import { VisitWayEnum } from '../enum.type.js';

@ObjectType('ReturnVisit', { description: 'A return visit with its three sections (回访)' })
export class ReturnVisitType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => LocalDate)
  readonly visitedOn!: string;

  @Field(() => VisitWayEnum)
  readonly way!: string;

  @Field(() => String)
  readonly useOfLoan!: string;

  @Field(() => String)
  readonly business!: string;

  @Field(() => String)
  readonly furtherNeeds!: string;

  @Field(() => String, { nullable: true, description: 'What was done for the customer on the spot (提供的支持)' })
  readonly support!: string | null;

  @Field(() => Int, { nullable: true, description: 'A mark from 1 to 5' })
  readonly satisfaction!: number | null;

  @Field(() => DateTime)
  readonly recordedAt!: Date;

  readonly customerId!: string;

  readonly salespersonId!: string;
}

export const ReturnVisitConnection = connectionOf(ReturnVisitType, 'ReturnVisit');
