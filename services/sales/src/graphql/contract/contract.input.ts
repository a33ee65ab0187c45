import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { LocalDate, Money, Rate } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import type { RecordingKind } from '../../domain/contract/contract.js';
import { RecordingKindEnum } from '../enum.type.js';

@InputType()
export class ContractClauseInput {
  @Field(() => String)
  readonly key!: string;

  @Field(() => String)
  readonly text!: string;
}

@InputType()
export class DraftContractInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly applicationId!: string;

  @Field(() => Money, { nullable: true, description: 'What was approved when left out' })
  readonly amount?: number | null;

  @Field(() => Int, { nullable: true })
  readonly termMonths?: number | null;

  @Field(() => Rate, { nullable: true })
  readonly annualRate?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Today when left out' })
  readonly startOn?: LocalDateText | null;

  @Field(() => [ContractClauseInput], { nullable: true, description: 'The whole text clause by clause; the template when left out' })
  readonly clauses?: readonly ContractClauseInput[] | null;

  @Field(() => [String], { nullable: true, description: 'Keys of optional sections of the template that come into the contract' })
  readonly optionalClauses?: readonly string[] | null;
}

@InputType()
export class AcknowledgeCostSheetInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly contractId!: string;

  @Field(() => String, { description: 'Hash of the sheet that the customer saw' })
  readonly costSheetHash!: string;
}

@InputType()
export class RecordExplanationInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly contractId!: string;

  @Field(() => String)
  readonly textVersion!: string;

  @Field(() => Int)
  readonly readingSeconds!: number;

  @Field(() => Boolean)
  readonly confirmedByCustomer!: boolean;
}

@InputType()
export class AttachRecordingInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly contractId!: string;

  @Field(() => RecordingKindEnum)
  readonly kind!: RecordingKind;

  @Field(() => ID)
  readonly fileId!: string;

  @Field(() => Int, { nullable: true, description: 'What the recorder showed; the length that counts is measured from the file' })
  readonly durationSeconds?: number | null;
}

@InputType()
export class DeleteRecordingInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly contractId!: string;

  @Field(() => ID)
  readonly fileId!: string;

  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class SignContractInput {
  @Field(() => String, { description: 'Same key and input give the first answer: nothing is done twice' })
  readonly requestKey!: string;

  @Field(() => ID)
  readonly contractId!: string;

  @Field(() => ID, { description: "Account in the borrower's name, known to finance" })
  readonly payeeAccountId!: string;
}

@InputType()
export class RepeatPaymentOrderInput {
  @Field(() => String, { description: 'Same key and input give the first answer: nothing is done twice' })
  readonly requestKey!: string;

  @Field(() => ID)
  readonly contractId!: string;

  @Field(() => ID)
  readonly payeeAccountId!: string;
}
