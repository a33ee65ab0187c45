import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import type { BankLineState } from '../domain/bank/bank-line.machine.js';
import { BankLineStateEnum } from './bank-statement.type.js';

const requestKey = { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' };

@ArgsType()
export class BankLineListArgs {
  @Field(() => BankLineStateEnum, { nullable: true })
  readonly state?: BankLineState | null;

  @Field(() => ID, { nullable: true })
  readonly statementId?: string | null;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

@InputType()
export class RequestStatementUploadInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => String)
  readonly fileName!: string;

  @Field(() => String, { description: 'text/csv' })
  readonly contentType!: string;

  @Field(() => Int, { description: 'At most 5 MB' })
  readonly sizeBytes!: number;

  @Field(() => String, { description: '64 lower-case hex digits of the bytes' })
  readonly sha256!: string;
}

@InputType()
export class ImportBankStatementInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => ID, { description: 'A file that was uploaded by requestStatementUpload' })
  readonly fileId!: string;

  @Field(() => String, {
    description: "Name of the company's account that the file is of, the same each time: repayments name it as their channel",
  })
  readonly bankAccount!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Go on with the good lines; otherwise a bad line stops the whole file' })
  readonly skipBadLines!: boolean;
}

@InputType()
export class AssignBankLineInput {
  @Field(() => String, { description: 'Same key and input give the first answer again; money moves, so it is required' })
  readonly requestKey!: string;

  @Field(() => ID)
  readonly lineId!: string;

  @Field(() => ID)
  readonly loanId!: string;
}

@InputType()
export class SetBankLineAsideInput {
  @Field(() => String, requestKey)
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly lineId!: string;

  @Field(() => String, { description: 'Why it is no repayment' })
  readonly reason!: string;
}
