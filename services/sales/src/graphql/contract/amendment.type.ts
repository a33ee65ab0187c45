import { Directive, Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate, Money, Permit, Rate } from '@weilend/graphql';
import { AmendmentStateEnum, RepaymentMethodEnum } from '../enum.type.js';
import { ContractClauseType } from './contract.type.js';

@ObjectType('RunningLoanTerms', { description: 'Terms of a loan that runs (执行条款)' })
export class RunningTermsType {
  @Field(() => Money, { name: 'principal', description: 'Still owed when the terms begin' })
  readonly principalFen!: number;

  @Field(() => Rate)
  readonly annualRate!: string;

  @Field(() => RepaymentMethodEnum)
  readonly method!: string;

  @Field(() => LocalDate)
  readonly maturesOn!: string;
}

@ObjectType('AmendmentHistoryEntry', { description: 'A change of state (状态变更)' })
export class AmendmentHistoryEntry {
  @Field(() => AmendmentStateEnum)
  readonly state!: string;

  @Field(() => DateTime)
  readonly at!: Date;
}

@ObjectType('AmendmentAcknowledgement', { description: 'The customer agreed to exactly this text (客户确认)' })
export class AmendmentAcknowledgementType {
  @Field(() => String)
  readonly textHash!: string;

  @Field(() => Int)
  readonly readingSeconds!: number;

  @Field(() => DateTime)
  readonly at!: Date;
}

@ObjectType('AmendmentSignature', { description: 'The signed paper (签署件)' })
export class AmendmentSignatureType {
  @Field(() => ID)
  readonly fileId!: string;

  @Field(() => String)
  readonly sha256!: string;

  @Field(() => Float)
  readonly sizeBytes!: number;

  @Field(() => LocalDate)
  readonly signedOn!: string;

  @Field(() => DateTime)
  readonly at!: Date;
}

@ObjectType('ContractAmendment', { description: 'A supplementary agreement to a signed contract (补充协议)' })
@Directive('@key(fields: "id")')
@Permit('sales.read-contract')
export class ContractAmendmentType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int, { description: '1 for the first of a contract, rising' })
  readonly no!: number;

  @Field(() => Int, { description: 'Schedule of finance that it writes down' })
  readonly scheduleNo!: number;

  @Field(() => AmendmentStateEnum)
  readonly state!: string;

  @Field(() => [AmendmentHistoryEntry])
  readonly history!: readonly AmendmentHistoryEntry[];

  @Field(() => RunningTermsType)
  readonly before!: RunningTermsType;

  @Field(() => RunningTermsType)
  readonly after!: RunningTermsType;

  @Field(() => LocalDate)
  readonly effectiveOn!: string;

  @Field(() => String)
  readonly textVersion!: string;

  @Field(() => [ContractClauseType])
  readonly clauses!: readonly ContractClauseType[];

  @Field(() => String, { description: 'Hash that the customer acknowledges' })
  readonly textHash!: string;

  @Field(() => DateTime)
  readonly openedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'Until when it should be signed; null when nothing is owed (最迟签署)' })
  readonly signDueAt!: Date | null;

  @Field(() => AmendmentAcknowledgementType, { nullable: true })
  readonly acknowledgement!: AmendmentAcknowledgementType | null;

  @Field(() => AmendmentSignatureType, { nullable: true })
  readonly signature!: AmendmentSignatureType | null;

  readonly contractId!: string;

  readonly salespersonId!: string;

  readonly loanId!: string;
}

export const ContractAmendmentConnection = connectionOf(ContractAmendmentType, 'ContractAmendment');
