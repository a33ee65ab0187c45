import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate, Money, Permit } from '@weilend/graphql';
import { BonusLineCodeEnum, BonusNextStepEnum, BonusStateEnum, DeferredBonusStateEnum } from './bonus-enums.type.js';

@ObjectType('BonusInputs', { description: 'What a bonus was computed from, as it stood on the closed sheet (奖金依据)' })
export class BonusInputsType {
  @Field(() => Money, { description: 'Disbursed amount (发放金额)' })
  readonly disbursedFen!: number;

  @Field(() => Int)
  readonly loans!: number;

  @Field(() => Float, { description: 'Points of sales performance, at most four decimals (业绩分)' })
  readonly performance!: number;

  @Field(() => Float, { description: 'Appraisal score (考核得分)' })
  readonly score!: number;

  @Field(() => Money, { nullable: true, description: 'Overdue at the end of the quarter; null when not known' })
  readonly overdueFen!: number | null;

  @Field(() => Money, { nullable: true })
  readonly nplFen!: number | null;

  @Field(() => Money, { nullable: true })
  readonly outstandingFen!: number | null;
}

@ObjectType('BonusLine', { description: 'One line of a bonus with how it came about (奖金项目)' })
export class BonusLineType {
  @Field(() => BonusLineCodeEnum)
  readonly code!: string;

  @Field(() => String, { description: 'In Chinese' })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'Coefficient with four decimals' })
  readonly factor!: string | null;

  @Field(() => Money, { nullable: true, description: 'What the line limits to, or the fixed base' })
  readonly limitFen!: number | null;

  @Field(() => Money, { description: 'What there is after the line' })
  readonly amountFen!: number;

  @Field(() => String, { description: 'In Chinese' })
  readonly explanation!: string;
}

@ObjectType({ isAbstract: true })
abstract class BonusPaymentFields {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly quarter!: string;

  @Field(() => Money, { description: 'Due before what is owed from clawbacks' })
  readonly dueFen!: number;

  @Field(() => Money, { description: 'Kept back for clawbacks (抵扣)' })
  readonly setOffFen!: number;

  @Field(() => Money, { description: 'What finance pays (应发)' })
  readonly payoutFen!: number;

  @Field(() => LocalDate, { nullable: true })
  readonly paidOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Reference of the bank' })
  readonly reference!: string | null;

  @Field(() => String, { nullable: true, description: 'Code with which finance returned it' })
  readonly returnCode!: string | null;

  @Field(() => [String])
  readonly returnReasons!: readonly string[];

  @Field(() => BonusNextStepEnum, { nullable: true, description: 'What to do about it' })
  readonly nextStep!: string | null;

  @Field(() => String, { nullable: true, description: 'The same in Chinese' })
  readonly nextStepText!: string | null;

  readonly employeeId!: string;
}

@ObjectType('DeferredBonus', { description: 'The deferred part of a bonus (递延奖金)' })
@Permit('hr.read-bonus')
export class DeferredBonusType extends BonusPaymentFields {
  @Field(() => DeferredBonusStateEnum)
  readonly state!: string;

  @Field(() => Money)
  readonly amountFen!: number;

  @Field(() => Money, { description: 'Taken by clawbacks while it was held' })
  readonly takenFen!: number;

  @Field(() => Money, { description: 'Still held' })
  readonly heldFen!: number;

  @Field(() => LocalDate, { description: 'First day on which it may be released' })
  readonly releaseOn!: string;

  @Field(() => LocalDate, { nullable: true })
  readonly releasedOn!: string | null;

  @Field(() => [ID], { nullable: true, description: 'Severe violations for which it stays held beyond its day (严重违规，暂不发放)' })
  readonly blockedBy!: readonly string[] | null;

  @Field(() => Money, { description: 'Not released because of bad loans' })
  readonly withheldFen!: number;

  readonly statementId!: string;
}

@ObjectType('BonusStatement', { description: 'Bonus of a person and quarter (奖金单)' })
@Permit('hr.read-bonus')
export class BonusStatementType extends BonusPaymentFields {
  @Field(() => BonusStateEnum)
  readonly state!: string;

  @Field(() => BonusInputsType)
  readonly inputs!: BonusInputsType;

  @Field(() => [BonusLineType])
  readonly lines!: readonly BonusLineType[];

  @Field(() => Money)
  readonly baseFen!: number;

  @Field(() => Money, { description: 'Paid now and deferred together (奖金总额)' })
  readonly totalFen!: number;

  @Field(() => Money)
  readonly paidNowFen!: number;

  @Field(() => Money)
  readonly deferredFen!: number;

  @Field(() => Money, { description: 'Owed from clawbacks when it was approved (此前待追回余额)' })
  readonly owedBeforeFen!: number;

  @Field(() => LocalDate, { nullable: true, description: 'First day on which the deferred part may be released' })
  readonly releaseOn!: string | null;

  @Field(() => [ID], { description: 'Severe violations that block it' })
  readonly blockedBy!: readonly string[];

  @Field(() => Int, { description: 'Counts up when a rejected one is prepared again' })
  readonly preparation!: number;

  @Field(() => DateTime)
  readonly preparedAt!: Date;

  @Field(() => DateTime, { nullable: true })
  readonly approvedAt!: Date | null;

  @Field(() => String, { nullable: true })
  readonly rejectionReason!: string | null;

  readonly appraisalId!: string;
  readonly formulaId!: string;
  readonly preparedBy!: string;
  readonly approvedBy!: string | null;
  readonly rejectedBy!: string | null;
}

export const BonusStatementConnection = connectionOf(BonusStatementType, 'BonusStatement');
export const DeferredBonusConnection = connectionOf(DeferredBonusType, 'DeferredBonus');
