import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { LocalDate } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import type { Band, Condition, Rating, Recommendation, Scorecard } from '../../domain/scorecard/scorecard.js';
import { valueOf } from '../../domain/scorecard/card-facts.js';
import type { CardSegment } from '../../domain/scorecard/scorecard-version.js';
import type { FactName } from '../../domain/scorecard/scoring-facts.js';
import { RiskRatingEnum, RiskRecommendationEnum, ScorecardSegmentEnum } from '../enums.type.js';

const KEY = { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' } as const;

@InputType({ isAbstract: true })
abstract class ConditionInput {
  @Field(() => [String], { nullable: true, description: 'Values of the fact; leave out for a range' })
  readonly values?: string[] | null;

  @Field(() => Float, { nullable: true, description: 'From this whole number on; amounts in fen' })
  readonly from?: number | null;

  @Field(() => Float, { nullable: true, description: 'Below this whole number' })
  readonly below?: number | null;
}

@InputType()
export class ScorecardBandInput extends ConditionInput {
  @Field(() => Int)
  readonly points!: number;
}

@InputType()
export class ScorecardAttributeInput {
  @Field(() => String)
  readonly fact!: string;

  @Field(() => [ScorecardBandInput])
  readonly bands!: ScorecardBandInput[];
}

@InputType()
export class ScorecardRuleInput extends ConditionInput {
  @Field(() => String)
  readonly code!: string;

  @Field(() => String)
  readonly fact!: string;
}

@InputType()
export class ScorecardGradeInput {
  @Field(() => Int)
  readonly atLeast!: number;

  @Field(() => RiskRatingEnum)
  readonly rating!: Rating;

  @Field(() => RiskRecommendationEnum)
  readonly recommendation!: Recommendation;
}

@InputType()
export class ScorecardOriginInput {
  @Field(() => LocalDate)
  readonly fittedOn!: LocalDateText;

  @Field(() => String, { description: 'SHA-256 of the applications' })
  readonly dataSha256!: string;

  @Field(() => Float, { description: 'Area under the ROC curve on applications not seen' })
  readonly auc!: number;

  @Field(() => Float, { description: 'Kolmogorov-Smirnov distance on applications not seen' })
  readonly ks!: number;
}

@InputType()
export class DraftScorecardInput {
  @Field(() => String, KEY)
  readonly requestKey?: string | null;

  @Field(() => String, { description: 'Name of the card; its next version is drafted' })
  readonly cardId!: string;

  @Field(() => ScorecardSegmentEnum)
  readonly segment!: CardSegment;

  @Field(() => [String])
  readonly required!: string[];

  @Field(() => [ScorecardAttributeInput])
  readonly attributes!: ScorecardAttributeInput[];

  @Field(() => [ScorecardRuleInput])
  readonly knockOuts!: ScorecardRuleInput[];

  @Field(() => [ScorecardRuleInput])
  readonly refer!: ScorecardRuleInput[];

  @Field(() => [ScorecardGradeInput], { description: 'Best first, falling to 0' })
  readonly grades!: ScorecardGradeInput[];

  @Field(() => String, { description: 'Why there is to be another card' })
  readonly reason!: string;

  @Field(() => ScorecardOriginInput, { nullable: true })
  readonly origin?: ScorecardOriginInput | null;
}

@InputType({ isAbstract: true })
abstract class ScorecardActInput {
  @Field(() => String, KEY)
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly scorecardId!: string;
}

@InputType()
export class ProposeScorecardInput extends ScorecardActInput {}

@InputType()
export class ApproveScorecardInput extends ScorecardActInput {}

@InputType()
export class ActivateScorecardInput extends ScorecardActInput {}

@InputType()
export class RejectScorecardInput extends ScorecardActInput {
  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class RetireScorecardInput extends ScorecardActInput {
  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class SetChallengerScorecardInput extends ScorecardActInput {
  @Field(() => Boolean, { description: 'False takes the card out of the shadow' })
  readonly challenger!: boolean;
}

/** The card as it was typed; what is no value of its fact is found when it is proposed. */
export function contentOf({ required, attributes, knockOuts, refer, grades }: DraftScorecardInput): Omit<Scorecard, 'id' | 'version'> {
  const rule = ({ code, fact, ...condition }: ScorecardRuleInput) => ({ code, fact, ...conditionOf(fact, condition) });
  const content = {
    required: [...required],
    // A fact that was typed twice has the bands of both lines: the check finds where they overlap.
    attributes: Object.fromEntries([...Map.groupBy(attributes, ({ fact }) => fact)].map(([fact, lines]) => [fact, lines.flatMap(bandsOf)])),
    knockOuts: knockOuts.map(rule),
    refer: refer.map(rule),
    grades: grades.map(({ atLeast, rating, recommendation }) => ({ atLeast, rating, recommendation })),
  };
  return content as unknown as Omit<Scorecard, 'id' | 'version'> & { required: FactName[] };
}

function bandsOf({ fact, bands }: ScorecardAttributeInput): Band[] {
  return bands.map(({ points, ...condition }) => ({ ...conditionOf(fact, condition), points }));
}

function conditionOf(fact: string, { values, from, below }: Pick<ConditionInput, 'values' | 'from' | 'below'>): Condition {
  if (values) return { values: values.map((typed) => valueOf(fact, typed)) };
  return { ...(typeof from === 'number' ? { from } : {}), ...(typeof below === 'number' ? { below } : {}) };
}
