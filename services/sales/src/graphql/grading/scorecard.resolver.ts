import { Args, Context, Field, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { ScorecardQueries } from '../../queries/grading/scorecard.queries.js';
import { DecideGradeScorecard } from '../../use-cases/grading/decide-grade-scorecard.use-case.js';
import { ProposeGradeScorecard } from '../../use-cases/grading/propose-grade-scorecard.use-case.js';
import { EmployeeStub } from '../stub.type.js';
import { DecideGradeScorecardInput, ProposeGradeScorecardInput } from './scorecard.input.js';
import { GradeScorecardInForce, GradeScorecardType } from './scorecard.type.js';

@ObjectType()
export class ProposeGradeScorecardPayload extends MutationPayload {
  @Field(() => GradeScorecardType, { nullable: true })
  readonly gradeScorecard?: GradeScorecardType | null;
}

@ObjectType()
export class DecideGradeScorecardPayload extends MutationPayload {
  @Field(() => GradeScorecardType, { nullable: true })
  readonly gradeScorecard?: GradeScorecardType | null;
}

/** By what customers are graded. */
@Resolver(() => GradeScorecardType)
export class ScorecardResolver {
  constructor(
    private readonly queries: ScorecardQueries,
    private readonly proposeCase: ProposeGradeScorecard,
    private readonly decideCase: DecideGradeScorecard,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => GradeScorecardInForce, { description: 'By what customers are graded today (现行评分卡)' })
  @Permit('sales.read-grade-scorecard')
  gradeScorecardInForce() {
    return this.queries.inForce();
  }

  @Query(() => [GradeScorecardType], { description: 'Every proposed version, newest first (评分卡版本)' })
  @Permit('sales.read-grade-scorecard')
  gradeScorecards() {
    return this.queries.versions();
  }

  @Mutation(() => ProposeGradeScorecardPayload, { description: 'Proposes other weights or limits (提出评分卡)' })
  @Permit('sales.propose-grade-scorecard')
  proposeGradeScorecard(@Args('input') input: ProposeGradeScorecardInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      gradeScorecard: await this.queries.byId(await this.proposeCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => DecideGradeScorecardPayload, { description: 'Puts a proposed scorecard in force or turns it down (核准评分卡)' })
  @Permit('sales.decide-grade-scorecard')
  decideGradeScorecard(@Args('input') input: DecideGradeScorecardInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      gradeScorecard: await this.queries.byId(await this.decideCase.execute(context.actor, input)),
    }));
  }

  @ResolveField(() => EmployeeStub, { nullable: true })
  proposedBy(@Parent() scorecard: GradeScorecardType) {
    return { id: scorecard.proposedBy };
  }

  @ResolveField(() => EmployeeStub, { nullable: true })
  decidedBy(@Parent() scorecard: GradeScorecardType) {
    return scorecard.decidedBy && { id: scorecard.decidedBy };
  }
}
