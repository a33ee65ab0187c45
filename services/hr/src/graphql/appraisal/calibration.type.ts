import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('AppraisalScoreBand', { description: 'How many scores lie within ten points' })
export class ScoreBandType {
  @Field(() => Int)
  readonly from!: number;

  @Field(() => Int)
  readonly count!: number;
}

@ObjectType('CalibratedScore', { description: 'A score before and after the adjustments' })
export class CalibratedScoreType {
  @Field(() => ID)
  readonly appraisalId!: string;

  @Field(() => ID)
  readonly employeeId!: string;

  @Field(() => Float, { description: 'From the figures alone' })
  readonly plain!: number;

  @Field(() => Float)
  readonly total!: number;

  @Field(() => ID, { nullable: true })
  readonly reviewedBy!: string | null;
}

@ObjectType('ReviewerCalibration', { description: 'How one reviewer moved scores, beside the others' })
export class ReviewerCalibrationType {
  @Field(() => ID)
  readonly employeeId!: string;

  @Field(() => Int)
  readonly sheets!: number;

  @Field(() => Int)
  readonly moved!: number;

  @Field(() => Float)
  readonly meanAdjustment!: number;
}

@ObjectType('AppraisalCalibration', { description: 'All scores of a quarter side by side (考核校准)' })
export class AppraisalCalibrationType {
  @Field(() => Int)
  readonly sheets!: number;

  @Field(() => Float, { nullable: true })
  readonly mean!: number | null;

  @Field(() => Float, { nullable: true })
  readonly median!: number | null;

  @Field(() => Float, { nullable: true })
  readonly lowerQuartile!: number | null;

  @Field(() => Float, { nullable: true })
  readonly upperQuartile!: number | null;

  @Field(() => [ScoreBandType])
  readonly bands!: ScoreBandType[];

  @Field(() => [CalibratedScoreType], { description: 'Further from the middle half than one and a half times its width' })
  readonly outliers!: CalibratedScoreType[];

  @Field(() => [CalibratedScoreType], { description: 'Where managers moved the score' })
  readonly adjusted!: CalibratedScoreType[];

  @Field(() => [ReviewerCalibrationType])
  readonly reviewers!: ReviewerCalibrationType[];
}
