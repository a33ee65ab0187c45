import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { AllowTrainingOverspend } from '../../use-cases/plan/allow-training-overspend.use-case.js';
import { ChangeTrainingPlan } from '../../use-cases/plan/change-training-plan.use-case.js';
import { ReviseTrainingPlan } from '../../use-cases/plan/revise-training-plan.use-case.js';
import {
  AllowTrainingOverspendInput,
  AllowTrainingOverspendPayload,
  ChangeTrainingPlanInput,
  ChangeTrainingPlanPayload,
  ReviseTrainingPlanInput,
  ReviseTrainingPlanPayload,
} from './training-plan.input.js';
import { TrainingPlanLoader } from './training-plan.loader.js';

/** Changes of a plan after its first draft. */
@Resolver()
export class PlanChangesResolver {
  constructor(
    private readonly plans: TrainingPlanLoader,
    private readonly change: ChangeTrainingPlan,
    private readonly revise: ReviseTrainingPlan,
    private readonly allow: AllowTrainingOverspend,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => ChangeTrainingPlanPayload, { description: 'Writes a draft anew (修改计划草案)' })
  @Permit('training.change-plan')
  changeTrainingPlan(@Args('input') input: ChangeTrainingPlanInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      plan: await this.plans.byId(context, await this.change.execute(context.actor, input)),
    }));
  }

  @Mutation(() => ReviseTrainingPlanPayload, { description: 'A new version of a published plan; the old one is kept (修订年度培训计划)' })
  @Permit('training.revise-plan')
  reviseTrainingPlan(@Args('input') input: ReviseTrainingPlanInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      plan: await this.plans.byId(context, await this.revise.execute(context.actor, input)),
    }));
  }

  @Mutation(() => AllowTrainingOverspendPayload, { description: 'Lets a planned course cost more than its budget (追加培训预算)' })
  @Permit('training.allow-overspend')
  allowTrainingOverspend(@Args('input') input: AllowTrainingOverspendInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      plan: await this.plans.byId(context, await this.allow.execute(context.actor, input)),
    }));
  }
}
