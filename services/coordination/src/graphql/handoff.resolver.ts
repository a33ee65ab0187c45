import { Args, Context, Field, Float, ID, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, DateTime, LocalDate, MutationPayload, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { BusinessClock } from '@weilend/kernel';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import { isFlagged, isOverdue } from '../domain/board/handoff.js';
import type { Handoff, HandoffKind } from '../domain/board/handoff.js';
import { levelState } from '../domain/board/ladder.js';
import { HandoffQueries } from '../queries/handoff.queries.js';
import { AcceptHandoff } from '../use-cases/accept-handoff/accept-handoff.use-case.js';
import { AssignHandoff } from '../use-cases/assign-handoff/assign-handoff.use-case.js';
import { PauseHandoff } from '../use-cases/pause-handoff/pause-handoff.use-case.js';
import { ResumeHandoff } from '../use-cases/resume-handoff/resume-handoff.use-case.js';
import { AcceptHandoffInput, AssignHandoffInput, HandoffsArgs, PauseHandoffInput, ResumeHandoffInput } from './handoff.input.js';
import { HandoffLoader } from './handoff.loader.js';
import { HandoffConnection, HandoffKindEnum, HandoffLevelType, HandoffStatisticsType, HandoffType } from './handoff.type.js';
import { applicationStub, employeeStub, EmployeeStub, LoanApplicationStub } from './shared.type.js';

const MINUTE_MS = 60_000;

@ObjectType({ isAbstract: true })
abstract class HandoffPayload extends MutationPayload {
  @Field(() => HandoffType, { nullable: true })
  readonly handoff?: HandoffType | null;
}

@ObjectType()
export class AcceptHandoffPayload extends HandoffPayload {}

@ObjectType()
export class AssignHandoffPayload extends HandoffPayload {}

@ObjectType()
export class PauseHandoffPayload extends HandoffPayload {}

@ObjectType()
export class ResumeHandoffPayload extends HandoffPayload {}

@Resolver(() => HandoffType)
export class HandoffMovesResolver {
  constructor(
    private readonly loader: HandoffLoader,
    private readonly acceptHandoffCase: AcceptHandoff,
    private readonly assignHandoffCase: AssignHandoff,
    private readonly pauseHandoffCase: PauseHandoff,
    private readonly resumeHandoffCase: ResumeHandoff,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => AcceptHandoffPayload, { description: 'Take work of your department in hand (接收交接)' })
  @Permit('coordination.accept-handoff')
  acceptHandoff(@Args('input') input: AcceptHandoffInput, @Context() context: GraphContext) {
    return this.moved(context, () => this.acceptHandoffCase.execute(context.actor, input));
  }

  @Mutation(() => AssignHandoffPayload, { description: 'Give work to one of the people of the receiving department (指派)' })
  @Permit('coordination.assign-handoff')
  assignHandoff(@Args('input') input: AssignHandoffInput, @Context() context: GraphContext) {
    return this.moved(context, () => this.assignHandoffCase.execute(context.actor, input));
  }

  @Mutation(() => PauseHandoffPayload, { description: 'Stop the ladder while the work waits, with the reason (暂停)' })
  @Permit('coordination.pause-handoff')
  pauseHandoff(@Args('input') input: PauseHandoffInput, @Context() context: GraphContext) {
    return this.moved(context, () => this.pauseHandoffCase.execute(context.actor, input));
  }

  @Mutation(() => ResumeHandoffPayload, { description: 'Let the work go on: the deadline moves by the paused working time (恢复)' })
  @Permit('coordination.resume-handoff')
  resumeHandoff(@Args('input') input: ResumeHandoffInput, @Context() context: GraphContext) {
    return this.moved(context, () => this.resumeHandoffCase.execute(context.actor, input));
  }

  private moved(context: GraphContext, move: () => Promise<string>) {
    return answer(this.texts, context, async () => ({ handoff: await this.loader.byId(context, await move()) }));
  }
}

@Resolver(() => HandoffType)
export class HandoffResolver {
  constructor(
    private readonly loader: HandoffLoader,
    private readonly handoffQueries: HandoffQueries,
    private readonly clock: BusinessClock,
  ) {}

  @Query(() => HandoffConnection, { description: 'The board: work between departments with deadline, owner and state (交接看板)' })
  @Permit('coordination.read-handoff')
  handoffs(@Args() filter: HandoffsArgs, @Context() context: GraphContext) {
    return this.handoffQueries.list(filter, context.actor, this.clock.now());
  }

  @Query(() => HandoffType, { nullable: true })
  @Permit('coordination.read-handoff')
  handoff(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.loader.byId(context, id);
  }

  @Query(() => [HandoffStatisticsType], {
    description: 'Volume, times, punctuality and returns per pair of departments; business dates, both included',
  })
  @Permit('coordination.read-handoff-statistics')
  handoffStatistics(
    @Args('from', { type: () => LocalDate }) from: LocalDateText,
    @Args('to', { type: () => LocalDate }) to: LocalDateText,
    @Args('kind', {
      type: () => HandoffKindEnum,
      nullable: true,
      description: 'COLLABORATION: completed is answered, returned is declined',
    })
    kind: HandoffKind | null,
  ) {
    return this.handoffQueries.statistics(from, to, kind);
  }

  @ResolveField(() => EmployeeStub, { nullable: true, description: 'Who has it in hand (负责人)' })
  owner(@Parent() handoff: Handoff) {
    return employeeStub(handoff.ownerId);
  }

  @ResolveField(() => LoanApplicationStub, { nullable: true, description: 'The application, when it is about one' })
  application(@Parent() handoff: Handoff) {
    return applicationStub(handoff.subject);
  }

  @ResolveField(() => Boolean, { description: 'Past its deadline, neither closed nor paused (逾期)' })
  overdue(@Parent() handoff: Handoff) {
    return isOverdue(handoff, this.clock.now());
  }

  @ResolveField(() => Boolean, { description: 'So late that both managers were told' })
  flagged(@Parent() handoff: Handoff) {
    return isFlagged(handoff);
  }

  @ResolveField(() => DateTime, { nullable: true })
  closedAt(@Parent() handoff: Handoff) {
    return handoff.closing?.at ?? null;
  }

  @ResolveField(() => String, { nullable: true, description: 'Code of the refusal when it was returned' })
  returnCode(@Parent() handoff: Handoff) {
    return handoff.closing?.code ?? null;
  }

  @ResolveField(() => [String], { description: 'Reasons when it was returned or recalled' })
  reasons(@Parent() handoff: Handoff) {
    return handoff.closing?.reasons ?? [];
  }

  @ResolveField(() => Float, { nullable: true, description: 'Working minutes that were given' })
  deadlineMinutes(@Parent() handoff: Handoff) {
    return handoff.deadlineMs === null ? null : handoff.deadlineMs / MINUTE_MS;
  }

  @ResolveField(() => Float, { nullable: true, description: 'Working minutes it took without pauses; null while open' })
  workedMinutes(@Parent() handoff: Handoff) {
    return handoff.workedMs === null ? null : handoff.workedMs / MINUTE_MS;
  }

  @ResolveField(() => [HandoffLevelType], { description: 'The escalation ladder (升级阶梯)' })
  levels(@Parent() handoff: Handoff) {
    return handoff.levels.map((level) => ({ ...level, state: levelState(level, handoff.closing?.at ?? null) }));
  }
}
