import { Field, Int, ObjectType } from '@nestjs/graphql';
import { LocalDate, Money } from '@weilend/graphql';
import { ArrearsBucketEnum, CreditStatusEnum, IdentityMatchEnum, LenderKindEnum, PublicRecordKindEnum } from '../enums.type.js';

@ObjectType('BureauCredit', { description: 'A credit of the borrower with another lender (信贷账户)' })
export class BureauCreditType {
  @Field(() => LenderKindEnum)
  readonly lenderKind!: string;

  @Field(() => CreditStatusEnum)
  readonly status!: string;

  @Field(() => Money, { name: 'limit' })
  readonly limitFen!: number;

  @Field(() => Money, { name: 'balance' })
  readonly balanceFen!: number;

  @Field(() => Money, { name: 'monthlyPayment' })
  readonly monthlyPaymentFen!: number;
}

@ObjectType('BureauArrearsMonth', { description: 'A late month by its worst bucket (逾期月份)' })
export class BureauArrearsMonthType {
  @Field(() => String, { description: '`YYYY-MM`' })
  readonly month!: string;

  @Field(() => ArrearsBucketEnum)
  readonly bucket!: string;
}

@ObjectType('BureauInquiryMonth', { description: 'How often lenders asked in a month (查询次数)' })
export class BureauInquiryMonthType {
  @Field(() => String, { description: '`YYYY-MM`' })
  readonly month!: string;

  @Field(() => Int)
  readonly count!: number;
}

@ObjectType('BureauPublicRecord', { description: 'What a court or an authority recorded (公共记录)' })
export class BureauPublicRecordType {
  @Field(() => PublicRecordKindEnum)
  readonly kind!: string;

  @Field(() => LocalDate)
  readonly recordedOn!: string;

  @Field(() => Money, { name: 'amount', nullable: true })
  readonly amountFen!: number | null;

  @Field(() => Boolean)
  readonly settled!: boolean;
}

@ObjectType('BureauGuarantee', { description: 'A debt of somebody else that he answers for (对外担保)' })
export class BureauGuaranteeType {
  @Field(() => LenderKindEnum)
  readonly lenderKind!: string;

  @Field(() => Money, { name: 'amount' })
  readonly amountFen!: number;

  @Field(() => Money, { name: 'balance' })
  readonly balanceFen!: number;

  @Field(() => Boolean)
  readonly inArrears!: boolean;
}

@ObjectType('BureauDetails', { description: 'What the figures of a report rest on (征信明细)' })
export class BureauDetailsType {
  @Field(() => IdentityMatchEnum)
  readonly identityMatch!: string;

  @Field(() => [BureauCreditType])
  readonly credits!: BureauCreditType[];

  @Field(() => [BureauArrearsMonthType])
  readonly arrears!: BureauArrearsMonthType[];

  @Field(() => [BureauInquiryMonthType])
  readonly inquiries!: BureauInquiryMonthType[];

  @Field(() => [BureauPublicRecordType])
  readonly publicRecords!: BureauPublicRecordType[];

  @Field(() => [BureauGuaranteeType])
  readonly guarantees!: BureauGuaranteeType[];
}

@ObjectType('BureauDebts', { description: 'What he owes and pays a month by the word of the bureau (负债汇总)' })
export class BureauDebtsType {
  @Field(() => Int)
  readonly openCredits!: number;

  @Field(() => Money, { name: 'balance' })
  readonly balanceFen!: number;

  @Field(() => Money, { name: 'limit' })
  readonly limitFen!: number;

  @Field(() => Money, { name: 'monthlyPayment' })
  readonly monthlyPaymentFen!: number;

  @Field(() => Money, { name: 'guaranteed' })
  readonly guaranteedFen!: number;
}

@ObjectType('BureauFigures', { description: 'Sums and worst marks of a report; the rows behind them need a reason (征信汇总)' })
export class BureauFiguresType {
  @Field(() => LocalDate)
  readonly reportedOn!: string;

  @Field(() => Int)
  readonly delinquenciesIn24Months!: number;

  @Field(() => Int)
  readonly inquiriesIn6Months!: number;

  @Field(() => IdentityMatchEnum, { nullable: true })
  readonly identityMatch!: string | null;

  @Field(() => BureauDebtsType, { nullable: true })
  readonly debts!: BureauDebtsType | null;

  @Field(() => ArrearsBucketEnum, { nullable: true, description: 'Worst lateness of the last 24 months' })
  readonly worstArrears!: string | null;

  @Field(() => Int, { nullable: true })
  readonly publicRecords!: number | null;
}
