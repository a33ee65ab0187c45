import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate } from '@weilend/graphql';
import { ReferralStateEnum } from '../enum.type.js';

@ObjectType('ReferralStep', { description: 'What happened with a credit (奖励变动)' })
export class ReferralStepType {
  @Field(() => String, { description: 'earn, redeem, take-back or settle' })
  readonly event!: string;

  @Field(() => String, { nullable: true })
  readonly note!: string | null;

  @Field(() => DateTime)
  readonly at!: Date;
}

@ObjectType('ReferralCredit', { description: 'What a customer earned by sending another one (推荐奖励)' })
export class ReferralCreditType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ReferralStateEnum)
  readonly state!: string;

  @Field(() => String)
  readonly kind!: string;

  @Field(() => Int)
  readonly amount!: number;

  @Field(() => LocalDate)
  readonly earnedOn!: string;

  @Field(() => [ReferralStepType], { description: 'Oldest first' })
  readonly steps!: readonly ReferralStepType[];

  readonly referrerId!: string;

  readonly customerId!: string;
}

export const ReferralCreditConnection = connectionOf(ReferralCreditType, 'ReferralCredit');
