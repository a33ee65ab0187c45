import { Directive, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate, MutationPayload, Permit } from '@weilend/graphql';
import { ReviewVerdictEnum, WatchCauseEnum, WatchLevelEnum, WatchStateEnum } from '../enums.type.js';

@ObjectType('WatchCause', { description: 'Why a customer came under watch (关注原因)' })
export class WatchCauseType {
  @Field(() => WatchCauseEnum)
  readonly kind!: string;

  @Field(() => ID, { description: 'The alert, report or loan that it came of; the person when by hand' })
  readonly sourceId!: string;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => DateTime)
  readonly at!: Date;
}

@ObjectType('RiskControlPlan', { description: 'Special risk-control plan (专项风险防控方案)' })
export class RiskControlPlanType {
  @Field(() => String)
  readonly goal!: string;

  @Field(() => [String])
  readonly actions!: readonly string[];

  @Field(() => Int, { description: 'Days from one review to the next' })
  readonly reviewEveryDays!: number;

  @Field(() => DateTime)
  readonly at!: Date;
}

@ObjectType('WatchReview', { description: 'How a watched customer stood at a review (复核记录)' })
export class WatchReviewType {
  @Field(() => LocalDate)
  readonly on!: string;

  @Field(() => ReviewVerdictEnum)
  readonly verdict!: string;

  @Field(() => String)
  readonly text!: string;

  @Field(() => DateTime)
  readonly at!: Date;
}

@ObjectType('WatchedCustomer', { description: 'A customer of high risk under special watch (重点关注客户)' })
@Directive('@key(fields: "id")')
@Permit('risk.read-watch')
export class WatchedCustomerType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ID, { description: 'The customer where he is known; otherwise what the alert is about' })
  readonly subjectId!: string;

  @Field(() => [ID])
  readonly loanIds!: readonly string[];

  @Field(() => WatchLevelEnum)
  readonly level!: string;

  @Field(() => WatchStateEnum)
  readonly state!: string;

  @Field(() => [WatchCauseType])
  readonly causes!: WatchCauseType[];

  @Field(() => DateTime)
  readonly enteredAt!: Date;

  @Field(() => Boolean, { description: 'HIGH without dedicated person or plan (例外)' })
  readonly isException!: boolean;

  @Field(() => DateTime, { nullable: true, description: 'Until when an exception is cured' })
  readonly planDueAt!: Date | null;

  @Field(() => LocalDate, { nullable: true, description: 'Next review (下次复核日)' })
  readonly nextReviewOn!: string | null;

  @Field(() => [WatchReviewType], { description: 'Oldest first' })
  readonly reviews!: WatchReviewType[];

  readonly customerId!: string | null;
  readonly trackerId!: string | null;
}
export const WatchedCustomerConnection = connectionOf(WatchedCustomerType, 'WatchedCustomer');

@ObjectType({ isAbstract: true })
abstract class WatchPayload extends MutationPayload {
  @Field(() => WatchedCustomerType, { nullable: true })
  readonly watchedCustomer?: WatchedCustomerType | null;
}

@ObjectType()
export class EnterWatchPayload extends WatchPayload {}

@ObjectType()
export class AssignWatchTrackerPayload extends WatchPayload {}

@ObjectType()
export class SetWatchPlanPayload extends WatchPayload {}

@ObjectType()
export class ReviewWatchPayload extends WatchPayload {}

@ObjectType()
export class ProposeWatchEndPayload extends WatchPayload {}

@ObjectType()
export class DecideWatchEndPayload extends WatchPayload {}
