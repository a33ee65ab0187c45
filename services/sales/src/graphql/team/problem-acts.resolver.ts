import { Args, Context, Field, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { answer, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { RaiseSalesProblem } from '../../use-cases/team/raise-sales-problem.use-case.js';
import { AssignSalesProblem } from '../../use-cases/team/assign-sales-problem.use-case.js';
import { SolveSalesProblem } from '../../use-cases/team/solve-sales-problem.use-case.js';
import { JudgeSalesProblem } from '../../use-cases/team/judge-sales-problem.use-case.js';
import { AssignSalesProblemInput, JudgeSalesProblemInput, RaiseSalesProblemInput, SolveSalesProblemInput } from './team.input.js';
import { SalesProblemLoader } from './team.loader.js';
import { SalesProblemType } from './team.type.js';

@ObjectType()
export class RaiseSalesProblemPayload extends MutationPayload {
  @Field(() => SalesProblemType, { nullable: true })
  readonly salesProblem?: SalesProblemType | null;
}

@ObjectType()
export class AssignSalesProblemPayload extends MutationPayload {
  @Field(() => SalesProblemType, { nullable: true })
  readonly salesProblem?: SalesProblemType | null;
}

@ObjectType()
export class SolveSalesProblemPayload extends MutationPayload {
  @Field(() => SalesProblemType, { nullable: true })
  readonly salesProblem?: SalesProblemType | null;
}

@ObjectType()
export class JudgeSalesProblemPayload extends MutationPayload {
  @Field(() => SalesProblemType, { nullable: true })
  readonly salesProblem?: SalesProblemType | null;
}

/** What is done with problems of the daily work. */
@Resolver()
export class ProblemActsResolver {
  constructor(
    private readonly loader: SalesProblemLoader,
    private readonly raiseSalesProblemCase: RaiseSalesProblem,
    private readonly assignSalesProblemCase: AssignSalesProblem,
    private readonly solveSalesProblemCase: SolveSalesProblem,
    private readonly judgeSalesProblemCase: JudgeSalesProblem,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => RaiseSalesProblemPayload, { description: 'Raises a problem (提出问题)' })
  @Permit('sales.raise-sales-problem')
  raiseSalesProblem(@Args('input') input: RaiseSalesProblemInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      salesProblem: await this.loader.byId(context, await this.raiseSalesProblemCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => AssignSalesProblemPayload, { description: 'Gives a problem to somebody until a day (指派问题)' })
  @Permit('sales.assign-sales-problem')
  assignSalesProblem(@Args('input') input: AssignSalesProblemInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      salesProblem: await this.loader.byId(context, await this.assignSalesProblemCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => SolveSalesProblemPayload, { description: 'The owner says how it was solved (提交解决结果)' })
  @Permit('sales.solve-sales-problem')
  solveSalesProblem(@Args('input') input: SolveSalesProblemInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      salesProblem: await this.loader.byId(context, await this.solveSalesProblemCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => JudgeSalesProblemPayload, { description: 'Who raised it, or the manager, says whether it is solved (确认是否解决)' })
  @Permit('sales.judge-sales-problem')
  judgeSalesProblem(@Args('input') input: JudgeSalesProblemInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      salesProblem: await this.loader.byId(context, await this.judgeSalesProblemCase.execute(context.actor, input)),
    }));
  }
}
