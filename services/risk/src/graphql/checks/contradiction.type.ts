import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTime, Money } from '@weilend/graphql';
import {
  CheckMethodEnum,
  ComparedAmountEnum,
  ComparedStatementEnum,
  ContradictionEnum,
  RelatedAsEnum,
  WaiverStateEnum,
} from '../enums.type.js';

@ObjectType('ContradictionAnswer', { description: 'Why a contradiction is none after all, with its evidence (矛盾说明)' })
export class ContradictionAnswerType {
  @Field(() => ContradictionEnum)
  readonly code!: string;

  @Field(() => String)
  readonly stated!: string;

  @Field(() => String)
  readonly found!: string;

  @Field(() => String)
  readonly explanation!: string;

  @Field(() => [ID], { description: 'Visits, calls, or questions that sales answered' })
  readonly evidenceIds!: string[];

  @Field(() => DateTime)
  readonly answeredAt!: Date;

  readonly answeredBy!: string;
}

@ObjectType('CheckWaiver', { description: 'A wish to leave a method out, and what the risk manager said (免除申请)' })
export class CheckWaiverType {
  @Field(() => CheckMethodEnum)
  readonly method!: string;

  @Field(() => WaiverStateEnum)
  readonly state!: string;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => DateTime)
  readonly waivedAt!: Date;

  @Field(() => DateTime, { nullable: true })
  readonly decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why, when it was refused' })
  readonly note!: string | null;

  readonly waivedBy!: string;
  readonly decidedBy!: string | null;
}

@ObjectType('AmountComparison', { description: 'What was declared beside what was found (金额比对)' })
export class AmountComparisonType {
  @Field(() => ComparedAmountEnum)
  readonly subject!: string;

  @Field(() => Money, { name: 'declared' })
  readonly declaredFen!: number;

  @Field(() => Money, { name: 'documented', nullable: true })
  readonly documentedFen!: number | null;

  @Field(() => Money, { name: 'bureau', nullable: true })
  readonly bureauFen!: number | null;
}

@ObjectType('StatementComparison', { description: 'Whether a statement agrees with what was found (事项比对)' })
export class StatementComparisonType {
  @Field(() => ComparedStatementEnum)
  readonly subject!: string;

  @Field(() => Boolean, { nullable: true })
  readonly agreesWithDocuments!: boolean | null;

  @Field(() => Boolean, { nullable: true })
  readonly agreesWithBureau!: boolean | null;
}

@ObjectType('FactComparison', { description: 'Declared, documents, bureau (申报、资料、征信三方比对)' })
export class FactComparisonType {
  @Field(() => [AmountComparisonType])
  readonly amounts!: AmountComparisonType[];

  @Field(() => [StatementComparisonType])
  readonly statements!: StatementComparisonType[];
}

@ObjectType('RelatedParty', { description: 'Another customer who is one risk with the borrower (关联方)' })
export class RelatedPartyType {
  @Field(() => RelatedAsEnum)
  readonly relatedAs!: string;

  readonly customerId!: string;
}
