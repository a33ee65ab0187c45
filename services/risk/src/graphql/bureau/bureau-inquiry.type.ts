import { Directive, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, Permit } from '@weilend/graphql';
import { BureauStateEnum, BureauTroubleEnum } from '../enums.type.js';

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

  @Field(() => BureauTroubleEnum, { nullable: true, description: 'What went wrong last, as a code; null when answered' })
  readonly trouble!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it is asked again; null when it is over or waits for a person' })
  readonly nextAttemptAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Until when the answer is expected (答复期限)' })
  readonly dueAt!: Date;

  @Field(() => Int, { nullable: true, description: 'Answers thrown away because they were about another person' })
  readonly answersRefused!: number;

  @Field(() => ID, { nullable: true, description: 'The inquiry whose stored report this one uses; nothing was asked (复用报告)' })
  readonly reusedFrom!: string | null;

  readonly requestedBy!: string;
  readonly investigationId!: string;
}

export const BureauInquiryConnection = connectionOf(BureauInquiryType, 'BureauInquiry');
