import { Field, ID, InputType } from '@nestjs/graphql';
import { Money } from '@weilend/graphql';
import type { RelatedAs } from '../../domain/checks/comparison.js';
import type { ComparedAmount, ComparedStatement, ContradictionCode } from '../../domain/checks/contradiction-rules.js';
import type { CheckMethod } from '../../domain/checks/waiver.js';
import { CheckMethodEnum, ComparedAmountEnum, ComparedStatementEnum, ContradictionEnum, RelatedAsEnum } from '../enums.type.js';
import { OnInvestigation } from '../investigation/investigation.input.js';

@InputType()
export class AmountComparisonInput {
  @Field(() => ComparedAmountEnum)
  readonly subject!: ComparedAmount;

  @Field(() => Money, { name: 'declared' })
  readonly declaredFen!: number;

  @Field(() => Money, { name: 'documented', nullable: true, defaultValue: null })
  readonly documentedFen!: number | null;

  @Field(() => Money, {
    name: 'bureau',
    nullable: true,
    defaultValue: null,
    description: 'Read off the report; debts and monthly payments are taken from the report itself where it has details (征信自动取数)',
  })
  readonly bureauFen!: number | null;
}

@InputType()
export class StatementComparisonInput {
  @Field(() => ComparedStatementEnum)
  readonly subject!: ComparedStatement;

  @Field(() => Boolean, { nullable: true, defaultValue: null })
  readonly agreesWithDocuments!: boolean | null;

  @Field(() => Boolean, { nullable: true, defaultValue: null })
  readonly agreesWithBureau!: boolean | null;
}

@InputType({ description: 'Declared, documents, bureau; a finding left out is not compared (三方比对)' })
export class FactComparisonInput {
  @Field(() => [AmountComparisonInput], { nullable: true })
  readonly amounts?: AmountComparisonInput[];

  @Field(() => [StatementComparisonInput], { nullable: true })
  readonly statements?: StatementComparisonInput[];
}

@InputType()
export class RelatedPartyInput {
  @Field(() => ID)
  readonly customerId!: string;

  @Field(() => RelatedAsEnum)
  readonly relatedAs!: RelatedAs;
}

@InputType()
export class DecideWaiverInput extends OnInvestigation {
  @Field(() => CheckMethodEnum)
  readonly method!: CheckMethod;

  @Field(() => Boolean)
  readonly approve!: boolean;

  @Field(() => String, { nullable: true, description: 'Needed with a refusal' })
  readonly note?: string | null;
}

@InputType()
export class AnswerContradictionInput extends OnInvestigation {
  @Field(() => ContradictionEnum)
  readonly code!: ContradictionCode;

  @Field(() => String)
  readonly explanation!: string;

  @Field(() => [ID], { description: 'Visits and calls of this investigation, or questions that sales answered' })
  readonly evidenceIds!: string[];
}
