import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, LocalDate, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { employeeIdOf } from '@weilend/kernel';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import type { Standing } from '../../domain/career/standing.js';
import { CareerQueries } from '../../queries/career/career.queries.js';
import { PublishCareerLadder } from '../../use-cases/career/publish-career-ladder.use-case.js';
import { SetFirstLevel } from '../../use-cases/career/set-first-level.use-case.js';
import { EmployeeLoader } from '../employee/employee.loader.js';
import { EmployeeType } from '../employee/employee.type.js';
import {
  ApproveCareerLadderInput,
  ConfirmFirstLevelInput,
  PageArgs,
  PublishCareerLadderInput,
  SetFirstLevelInput,
  TalksDueArgs,
} from './career.input.js';
import {
  ApproveCareerLadderPayload,
  ConfirmFirstLevelPayload,
  PublishCareerLadderPayload,
  SetFirstLevelPayload,
} from './career-payloads.type.js';
import { CareerLadderConnection, CareerLadderType, CareerStandingConnection, CareerStandingType } from './career.type.js';

/** The ladder, and where people stand on it. */
@Resolver(() => CareerStandingType)
export class LadderResolver {
  constructor(
    private readonly careers: CareerQueries,
    private readonly publish: PublishCareerLadder,
    private readonly setFirst: SetFirstLevel,
    private readonly employees: EmployeeLoader,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => CareerLadderType, { nullable: true, description: 'The ladder in force on a day, today when left out (职业发展通道)' })
  @Permit('hr.read-career-ladder')
  careerLadder(@Args('on', { type: () => LocalDate, nullable: true }) on: LocalDateText | null) {
    return this.careers.ladderOn(on);
  }

  @Query(() => CareerLadderConnection, { name: 'careerLadders', description: 'All that were published, approved or not, the latest first' })
  @Permit('hr.read-career-ladder')
  listCareerLadders(@Args() page: PageArgs) {
    return this.careers.ladders(page);
  }

  @Query(() => CareerStandingType, { nullable: true, description: 'Own when nobody is named; null until hr has heard of the hiring' })
  @Permit('hr.read-career')
  careerStanding(@Args('employeeId', { type: () => ID, nullable: true }) employeeId: string | null, @Context() context: GraphContext) {
    return this.careers.standing(employeeId ?? employeeIdOf(context.actor), context.actor);
  }

  @Query(() => CareerStandingConnection, { name: 'careerTalksDue', description: 'Whose talk is due, the most overdue first (应沟通清单)' })
  @Permit('hr.read-career')
  listTalksDue(@Args() filter: TalksDueArgs, @Context() context: GraphContext) {
    return this.careers.talksDue(filter, context.actor);
  }

  @Mutation(() => PublishCareerLadderPayload, {
    description: 'What each level asks for, from a coming day on, once somebody else approves it (发布职业发展通道)',
  })
  @Permit('hr.publish-career-ladder')
  publishCareerLadder(@Args('input') input: PublishCareerLadderInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({ ladderId: await this.publish.execute(context.actor, input) }));
  }

  @Mutation(() => SetFirstLevelPayload, {
    description: 'On which level somebody with experience is to begin, once somebody else confirms it (设定初始级别)',
  })
  @Permit('hr.set-first-level')
  setFirstLevel(@Args('input') input: SetFirstLevelInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      standing: await this.careers.standing(await this.setFirst.execute(context.actor, input), context.actor),
    }));
  }

  @Mutation(() => ApproveCareerLadderPayload, { description: 'By another person than published it, before its day (批准职业发展通道)' })
  @Permit('hr.approve-career-ladder')
  approveCareerLadder(@Args('input') input: ApproveCareerLadderInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({ ladderId: await this.publish.approve(context.actor, input) }));
  }

  @Mutation(() => ConfirmFirstLevelPayload, { description: 'By another person than asked for it (确认初始级别)' })
  @Permit('hr.confirm-first-level')
  confirmFirstLevel(@Args('input') input: ConfirmFirstLevelInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      standing: await this.careers.standing(await this.setFirst.confirm(context.actor, input), context.actor),
    }));
  }

  @Query(() => CareerStandingConnection, {
    name: 'firstLevelsAsked',
    description: 'Whose first level a second person is to confirm (待确认初始级别)',
  })
  @Permit('hr.confirm-first-level')
  listFirstLevelsAsked(@Args() page: PageArgs) {
    return this.careers.firstLevelsAsked(page);
  }

  @ResolveField(() => EmployeeType, { nullable: true })
  employee(@Parent() standing: Standing, @Context() context: GraphContext) {
    return this.employees.byId(context, standing.id);
  }

  @ResolveField(() => EmployeeType, { nullable: true, description: 'Who talks with him; hr when there is nobody' })
  superior(@Parent() standing: Standing, @Context() context: GraphContext) {
    return standing.managerId === null ? null : this.employees.byId(context, standing.managerId);
  }
}
