import { Field, ID, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime } from '@weilend/graphql';
import { AccessKindEnum } from '../enums.type.js';

@ObjectType('RiskAccess', { description: 'One access to personal data in risk (个人信息访问记录)' })
export class RiskAccessType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => AccessKindEnum)
  readonly kind!: string;

  @Field(() => String, { description: '`employee:emp_…` or `service:risk`' })
  readonly actor!: string;

  @Field(() => ID)
  readonly customerId!: string;

  @Field(() => ID)
  readonly applicationId!: string;

  @Field(() => ID, { description: 'Inquiry or file' })
  readonly objectId!: string;

  @Field(() => ID, { nullable: true })
  readonly consentId!: string | null;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => String, { nullable: true })
  readonly resultHash!: string | null;

  @Field(() => DateTime)
  readonly at!: Date;
}

export const RiskAccessConnection = connectionOf(RiskAccessType, 'RiskAccess');
