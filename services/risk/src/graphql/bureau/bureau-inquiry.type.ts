import { Directive, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, Permit } from '@weilend/graphql';
import { BureauStateEnum } from '../enums.type.js';

@ObjectType('BureauInquiry', {
  description: 'A question to the credit bureau (征信查询): who asked, under which consent, for what; the person is masked',
})
@Directive('@key(fields: "id")')
@Permit('risk.read-check')
export class BureauInquiryType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ID, { description: 'Known to the bureau; the same on every attempt' })
  readonly requestId!: string;

  @Field(() => BureauStateEnum)
  readonly state!: string;

  @Field(() => ID)
  readonly consentId!: string;

  @Field(() => String, { description: 'Purpose consented to (授权用途)' })
  readonly purpose!: string;

  @Field(() => String, { description: 'Identity number, masked' })
  readonly maskedIdentity!: string;

  @Field(() => DateTime)
  readonly requestedAt!: Date;

  @Field(() => Int)
  readonly attempts!: number;

  @Field(() => String, { nullable: true, description: 'Why the last attempt failed' })
  readonly failure!: string | null;

  @Field(() => DateTime, { nullable: true })
  readonly answeredAt!: Date | null;

  readonly requestedBy!: string;
  readonly investigationId!: string;
}
