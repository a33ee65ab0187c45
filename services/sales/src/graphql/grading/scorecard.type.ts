import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DateTime, LocalDate } from '@weilend/graphql';
import { ScorecardStateEnum } from '../enum.type.js';

@ObjectType('GradeWeight', { description: 'What a criterion counts in the grade (指标权重)' })
export class GradeWeight {
  @Field(() => String)
  readonly criterion!: string;

  @Field(() => Int)
  readonly weightPercent!: number;
}

@ObjectType('GradeLimits', { description: 'Least scores of the grades; everything below B is C (等级分数线)' })
export class GradeLimits {
  @Field(() => Int)
  readonly A!: number;

  @Field(() => Int)
  readonly B!: number;
}

@ObjectType('GradeScorecardInForce', { description: 'The scorecard by which customers are graded today (现行评分卡)' })
export class GradeScorecardInForce {
  @Field(() => Int)
  readonly no!: number;

  @Field(() => [GradeWeight])
  readonly weights!: readonly GradeWeight[];

  @Field(() => GradeLimits)
  readonly atLeast!: GradeLimits;
}

@ObjectType('GradeScorecard', { description: 'A proposed or published version of the customer scorecard (评分卡版本)' })
export class GradeScorecardType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => Int)
  readonly no!: number;

  @Field(() => ScorecardStateEnum)
  readonly state!: string;

  @Field(() => [GradeWeight])
  readonly weights!: readonly GradeWeight[];

  @Field(() => GradeLimits)
  readonly atLeast!: GradeLimits;

  @Field(() => LocalDate)
  readonly effectiveFrom!: string;

  @Field(() => String)
  readonly reason!: string;

  @Field(() => DateTime)
  readonly proposedAt!: Date;

  @Field(() => DateTime, { nullable: true })
  readonly decidedAt!: Date | null;

  @Field(() => String, { nullable: true })
  readonly decisionNote!: string | null;

  readonly proposedBy!: string;

  readonly decidedBy!: string | null;
}
