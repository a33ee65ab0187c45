import { Field, ID, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate, Money, Permit } from '@weilend/graphql';

@ObjectType('BonusPart', { description: 'What one loan contributes to a bonus (单笔贷款奖金)' })
export class BonusPartType {
  @Field(() => ID)
  readonly loanId!: string;

  @Field(() => Money, { description: 'Amount of the loan' })
  readonly amountFen!: number;

  @Field(() => Money, { description: 'Its part of the bonus' })
  readonly partFen!: number;

  @Field(() => Money, { description: 'The deferred part of it' })
  readonly deferredFen!: number;

  @Field(() => Money, { description: 'Taken back' })
  readonly takenFen!: number;

  @Field(() => LocalDate, { nullable: true })
  readonly takenOn!: string | null;

  @Field(() => Money, { description: 'Not released' })
  readonly withheldFen!: number;
}

@ObjectType('BonusClawback', { description: 'A bonus taken back because a loan turned bad (奖金追回)' })
@Permit('hr.read-bonus')
export class BonusClawbackType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String, { description: 'In which the loan was sold' })
  readonly quarter!: string;

  @Field(() => ID)
  readonly loanId!: string;

  @Field(() => LocalDate)
  readonly badSince!: string;

  @Field(() => LocalDate)
  readonly bookedOn!: string;

  @Field(() => Money)
  readonly amountFen!: number;

  @Field(() => Money, { description: 'Taken from the deferred part' })
  readonly fromDeferredFen!: number;

  @Field(() => Money, { description: 'Taken from the next bonus' })
  readonly carriedFen!: number;

  readonly employeeId!: string;
}

@ObjectType('BonusBalance', { description: 'What a person still owes from clawbacks (待追回余额)' })
@Permit('hr.read-bonus')
export class BonusBalanceType {
  @Field(() => Money)
  readonly owedFen!: number;

  /** The person's id. */
  readonly id!: string;
}

@ObjectType('BonusPaperTicket', { description: 'A signed address of a bonus statement as a PDF and until when it works' })
export class BonusPaperTicketType {
  @Field(() => ID)
  readonly fileId!: string;

  @Field(() => String)
  readonly url!: string;

  @Field(() => DateTime)
  readonly expiresAt!: Date;
}

export const BonusPartConnection = connectionOf(BonusPartType, 'BonusPart');
export const BonusClawbackConnection = connectionOf(BonusClawbackType, 'BonusClawback');
export const BonusBalanceConnection = connectionOf(BonusBalanceType, 'BonusBalance');
