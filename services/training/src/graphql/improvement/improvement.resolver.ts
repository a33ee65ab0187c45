import { Args, ArgsType, Context, Field, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, LocalDate, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import type { Improvement } from '../../domain/improvement/improvement.js';
import { ImprovementQueries } from '../../queries/improvement/improvement.queries.js';
import { AdoptImprovements } from '../../use-cases/improvement/adopt-improvements.use-case.js';
import { CloseImprovement } from '../../use-cases/improvement/close-improvement.use-case.js';
import { RaiseImprovement } from '../../use-cases/improvement/raise-improvement.use-case.js';
import { TrainingPlanLoader } from '../plan/training-plan.loader.js';
import { TrainingPlanType } from '../plan/training-plan.type.js';
import { EmployeeStub } from '../references.type.js';
import { TrainingSessionLoader } from '../session/training-session.loader.js';
import { TrainingSessionType } from '../session/training-session.type.js';
import { AdoptedImprovementLoader, ImprovementLoader } from './improvement.loader.js';
import {
  AdoptImprovementsInput,
  AdoptImprovementsPayload,
  CloseImprovementInput,
  CloseImprovementPayload,
  ImprovementConnection,
  ImprovementStateEnum,
  ImprovementType,
  RaiseImprovementInput,
  RaiseImprovementPayload,
} from './improvement.type.js';

@ArgsType()
class ImprovementsArgs {
  @Field(() => ImprovementStateEnum, { nullable: true })
  readonly state?: string | null;

  @Field(() => ID, { nullable: true })
  readonly sessionId?: string | null;

  @Field(() => ID, { nullable: true })
  readonly planId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those that no plan has taken up' })
  readonly notAdopted?: boolean | null;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

@ArgsType()
class OwedImprovementsArgs {
  @Field(() => ID, { nullable: true })
  readonly ownerId?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Only what is owed until then' })
  readonly until?: LocalDateText | null;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

@Resolver(() => ImprovementType)
export class ImprovementResolver {
  constructor(
    private readonly improvements: ImprovementQueries,
    private readonly plans: TrainingPlanLoader,
    private readonly sessions: TrainingSessionLoader,
  ) {}

  @Query(() => ImprovementConnection, { description: 'What evaluations found to be better next time, newest first (改进事项)' })
  @Permit('training.read-improvement')
  trainingImprovements(@Args() wanted: ImprovementsArgs) {
    return this.improvements.list(wanted);
  }

  @Query(() => ImprovementConnection, { description: 'Open ones, the most overdue first (待完成改进)' })
  @Permit('training.read-improvement')
  owedImprovements(@Args() wanted: OwedImprovementsArgs) {
    return this.improvements.owed(wanted);
  }

  @ResolveField(() => TrainingSessionType, { nullable: true })
  session(@Parent() item: Improvement, @Context() context: GraphContext) {
    return this.sessions.byId(context, item.sessionId);
  }

  @ResolveField(() => EmployeeStub)
  owner(@Parent() item: Improvement) {
    return { id: item.ownerId };
  }

  @ResolveField(() => TrainingPlanType, { nullable: true, description: 'The plan that takes it up' })
  adoptedBy(@Parent() item: Improvement, @Context() context: GraphContext) {
    return item.planId === null ? null : this.plans.byId(context, item.planId);
  }

  @ResolveField(() => String, { nullable: true, description: 'What was done, or why it was dropped' })
  closing(@Parent() item: Improvement) {
    return item.closing?.text ?? null;
  }
}

@Resolver(() => TrainingPlanType)
export class PlanImprovementsResolver {
  constructor(private readonly adopted: AdoptedImprovementLoader) {}

  @ResolveField(() => [ImprovementType], { description: 'Improvements of earlier evaluations that the plan takes up (采纳的改进事项)' })
  @Permit('training.read-improvement')
  improvements(@Parent() plan: { readonly id: string }, @Context() context: GraphContext) {
    return this.adopted.of(context, plan.id);
  }
}

@Resolver()
export class ImprovementActsResolver {
  constructor(
    private readonly items: ImprovementLoader,
    private readonly plans: TrainingPlanLoader,
    private readonly raise: RaiseImprovement,
    private readonly close: CloseImprovement,
    private readonly adopt: AdoptImprovements,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => RaiseImprovementPayload, { description: 'Writes down what should be better next time (提出改进事项)' })
  @Permit('training.raise-improvement')
  raiseImprovement(@Args('input') input: RaiseImprovementInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      improvement: await this.items.byId(context, await this.raise.execute(context.actor, input)),
    }));
  }

  @Mutation(() => CloseImprovementPayload, { description: 'An improvement is done, or dropped with the reason (完成或放弃)' })
  @Permit('training.close-improvement')
  closeImprovement(@Args('input') input: CloseImprovementInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      improvement: await this.items.byId(context, await this.close.execute(context.actor, input)),
    }));
  }

  @Mutation(() => AdoptImprovementsPayload, { description: 'The plan of a later year takes improvements up (采纳改进事项)' })
  @Permit('training.adopt-improvements')
  adoptImprovements(@Args('input') input: AdoptImprovementsInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      plan: await this.plans.byId(context, await this.adopt.execute(context.actor, input)),
    }));
  }
}
