import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import type { CareerTalk } from '../../domain/career/talk.js';
import type { TrainingRequest } from '../../domain/career/training-request.js';
import { CareerQueries } from '../../queries/career/career.queries.js';
import { RecordCareerTalk } from '../../use-cases/career/record-career-talk.use-case.js';
import { EmployeeLoader } from '../employee/employee.loader.js';
import { EmployeeType } from '../employee/employee.type.js';
import { AskedTrainingArgs, OfPersonArgs, RecordCareerTalkInput } from './career.input.js';
import { CareerTalkLoader } from './career.loader.js';
import { RecordCareerTalkPayload } from './career-payloads.type.js';
import { AskedTrainingConnection, AskedTrainingType, CareerTalkConnection, CareerTalkType } from './career.type.js';

/** Talks on careers. */
@Resolver(() => CareerTalkType)
export class CareerTalkResolver {
  constructor(
    private readonly loader: CareerTalkLoader,
    private readonly careers: CareerQueries,
    private readonly record: RecordCareerTalk,
    private readonly employees: EmployeeLoader,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => CareerTalkConnection, {
    name: 'careerTalks',
    description: 'Own talks, and those of the people one leads, latest first (沟通记录)',
  })
  @Permit('hr.read-career')
  listCareerTalks(@Args() filter: OfPersonArgs, @Context() context: GraphContext) {
    return this.careers.talks(filter, context.actor);
  }

  @Mutation(() => RecordCareerTalkPayload, { description: 'Needs, guidance and agreed support; moves the next talk (记录沟通)' })
  @Permit('hr.record-career-talk')
  recordCareerTalk(@Args('input') input: RecordCareerTalkInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      talk: await this.loader.byId(context, await this.record.execute(context.actor, input)),
    }));
  }

  @ResolveField(() => EmployeeType, { nullable: true })
  employee(@Parent() talk: CareerTalk, @Context() context: GraphContext) {
    return this.employees.byId(context, talk.employeeId);
  }

  @ResolveField(() => EmployeeType, { nullable: true, description: 'The superior who held it' })
  heldBy(@Parent() talk: CareerTalk, @Context() context: GraphContext) {
    return this.employees.byId(context, talk.heldBy);
  }
}

/** Trainings that were asked for. */
@Resolver(() => AskedTrainingType)
export class AskedTrainingResolver {
  constructor(
    private readonly careers: CareerQueries,
    private readonly employees: EmployeeLoader,
  ) {}

  @Query(() => AskedTrainingConnection, {
    name: 'askedTrainings',
    description: 'Own, and of the people one leads, newest first (培训提名)',
  })
  @Permit('hr.read-career')
  listAskedTrainings(@Args() filter: AskedTrainingArgs, @Context() context: GraphContext) {
    return this.careers.trainingRequests(filter, context.actor);
  }

  @ResolveField(() => EmployeeType, { nullable: true })
  employee(@Parent() asked: TrainingRequest, @Context() context: GraphContext) {
    return this.employees.byId(context, asked.employeeId);
  }
}
