import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { LocalDate } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';

@InputType()
export class GradeWeightInput {
  @Field(() => String)
  readonly criterion!: string;

  @Field(() => Int)
  readonly weightPercent!: number;
}

@InputType()
export class ProposeGradeScorecardInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => [GradeWeightInput], { description: 'Every criterion once; 100 in all' })
  readonly weights!: GradeWeightInput[];

  @Field(() => Int, { description: 'Least score of grade A' })
  readonly atLeastA!: number;

  @Field(() => Int, { description: 'Least score of grade B' })
  readonly atLeastB!: number;

  @Field(() => LocalDate)
  readonly effectiveFrom!: LocalDateText;

  @Field(() => String)
  readonly reason!: string;
}

@InputType()
export class DecideGradeScorecardInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;

  @Field(() => ID)
  readonly scorecardId!: string;

  @Field(() => Boolean, { description: 'False turns the proposal down' })
  readonly publish!: boolean;

  @Field(() => String, { nullable: true })
  readonly note?: string | null;
}
