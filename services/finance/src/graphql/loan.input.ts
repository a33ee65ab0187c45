import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { LocalDate, Money } from '@weilend/graphql';
import type { Fen, LocalDate as LocalDateText } from '@weilend/kernel';
import type { EarlyMode } from '../domain/loan/early-repayment.js';
import type { LoanState } from '../domain/loan/loan.machine.js';
import { EarlyRepaymentEnum, LoanStateEnum } from './loan.type.js';

@ArgsType()
export class LoanListArgs {
  @Field(() => LoanStateEnum, { nullable: true })
  readonly state?: LoanState | null;

  @Field(() => ID, { nullable: true })
  readonly customerId?: string | null;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

@InputType()
export class RecordRepaymentInput {
  @Field(() => String, { description: 'Same key and input give the first answer again; money moves, so it is required' })
  readonly requestKey!: string;

  @Field(() => ID)
  readonly loanId!: string;

  @Field(() => Money)
  readonly amount!: Fen;

  @Field(() => LocalDate)
  readonly paidOn!: LocalDateText;

  @Field(() => String, { description: 'Where the money came in, e.g. BANK' })
  readonly channel!: string;

  @Field(() => String, { description: "The channel's own number of the transaction: posted once" })
  readonly channelTransactionId!: string;

  @Field(() => EarlyRepaymentEnum, {
    nullable: true,
    description: 'Repay principal early with what is left after everything due (提前部分还款); else it stays credit until the next due day',
  })
  readonly early?: EarlyMode | null;
}

@InputType()
export class ReverseRepaymentInput {
  @Field(() => String, { description: 'Required where money moves: the same key and input give the first answer again' })
  readonly requestKey!: string;

  @Field(() => ID)
  readonly loanId!: string;

  @Field(() => ID)
  readonly repaymentId!: string;

  @Field(() => String)
  readonly reason!: string;
}
