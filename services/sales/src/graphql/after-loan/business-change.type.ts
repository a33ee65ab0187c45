import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, LocalDate, Money } from '@weilend/graphql';

@ObjectType('BusinessFigures', { description: 'Figures of a business; null where nobody knows (经营数据)' })
export class BusinessFiguresType {
  @Field(() => Money, { name: 'annualRevenue', nullable: true })
  readonly annualRevenueFen!: number | null;

  @Field(() => Int, { nullable: true })
  readonly staff!: number | null;

  @Field(() => Money, { name: 'stock', nullable: true })
  readonly stockFen!: number | null;

  @Field(() => Money, { name: 'debt', nullable: true })
  readonly debtFen!: number | null;

  @Field(() => Money, { name: 'collateral', nullable: true })
  readonly collateralFen!: number | null;
}

@ObjectType('WorsenedFigure', { description: 'A figure that has become much worse (恶化指标)' })
export class WorsenedFigureType {
  @Field(() => String, { description: 'annualRevenue, staff, stock, debt or collateral' })
  readonly figure!: string;

  @Field(() => Int)
  readonly percent!: number;
}

@ObjectType('BusinessChange', { description: 'How the business of a borrower has changed after the payout (经营与财务变化)' })
export class BusinessChangeType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => LocalDate)
  readonly observedOn!: string;

  @Field(() => BusinessFiguresType)
  readonly before!: BusinessFiguresType;

  @Field(() => BusinessFiguresType)
  readonly after!: BusinessFiguresType;

  @Field(() => [WorsenedFigureType])
  readonly worsened!: readonly WorsenedFigureType[];

  @Field(() => String, { nullable: true })
  readonly note!: string | null;

  @Field(() => ID, { nullable: true, description: 'The warning that came of it' })
  readonly warningId!: string | null;

  @Field(() => DateTime)
  readonly recordedAt!: Date;

  readonly recordedBy!: string;
}

@InputType()
export class RecordBusinessChangeInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly applicationId!: string;

  @Field(() => Money, { nullable: true, description: 'What is left out stays as it was known' })
  readonly annualRevenue?: number | null;

  @Field(() => Int, { nullable: true })
  readonly staff?: number | null;

  @Field(() => Money, { nullable: true })
  readonly stock?: number | null;

  @Field(() => Money, { nullable: true })
  readonly debt?: number | null;

  @Field(() => Money, { nullable: true })
  readonly collateral?: number | null;

  @Field(() => String, { nullable: true, description: 'In words, without numbers of persons' })
  readonly note?: string | null;
}
