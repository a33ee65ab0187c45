import { Args, ArgsType, Context, Field, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import type { EmployeeActor } from '@weilend/kernel';
import type { CourseState } from '../../domain/course/training-course.machine.js';
import type { TrainingTopic } from '../../domain/plan/training-plan.js';
import { TrainingCourseQueries } from '../../queries/course/training-course.queries.js';
import { ChangeTrainingCourse } from '../../use-cases/course/change-training-course.use-case.js';
import { PublishTrainingCourse } from '../../use-cases/course/publish-training-course.use-case.js';
import { RegisterTrainingCourse } from '../../use-cases/course/register-training-course.use-case.js';
import { WithdrawTrainingCourse } from '../../use-cases/course/withdraw-training-course.use-case.js';
import { CourseStateEnum, TrainingTopicEnum } from '../enums.type.js';
import { TrainingCourseLoader } from './training-course.loader.js';
import {
  ChangeTrainingCourseInput,
  ChangeTrainingCoursePayload,
  PublishTrainingCourseInput,
  PublishTrainingCoursePayload,
  RegisterTrainingCourseInput,
  RegisterTrainingCoursePayload,
  TrainingCourseConnection,
  TrainingCourseType,
  WithdrawTrainingCourseInput,
  WithdrawTrainingCoursePayload,
} from './training-course.type.js';

@ArgsType()
export class CatalogueArgs {
  @Field(() => TrainingTopicEnum, { nullable: true })
  readonly topic?: TrainingTopic | null;

  @Field(() => CourseStateEnum, { nullable: true })
  readonly state?: CourseState | null;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

/** Reading the catalogue. */
@Resolver(() => TrainingCourseType)
export class CourseCatalogueResolver {
  constructor(
    private readonly courses: TrainingCourseLoader,
    private readonly queries: TrainingCourseQueries,
  ) {}

  @Query(() => TrainingCourseType, { nullable: true })
  @Permit('training.read-course')
  trainingCourse(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.courses.byId(context, id);
  }

  @Query(() => TrainingCourseConnection, { description: 'Published courses; drafts and withdrawn ones for their authors (课程库)' })
  @Permit('training.read-course')
  trainingCourses(@Args() args: CatalogueArgs, @Context() context: GraphContext) {
    return this.queries.catalogue(context.actor as EmployeeActor, args);
  }
}

/** Writing the catalogue. */
@Resolver()
export class CourseMutationsResolver {
  constructor(
    private readonly courses: TrainingCourseLoader,
    private readonly register: RegisterTrainingCourse,
    private readonly change: ChangeTrainingCourse,
    private readonly publish: PublishTrainingCourse,
    private readonly withdraw: WithdrawTrainingCourse,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => RegisterTrainingCoursePayload, { description: 'Writes a course as a draft (登记课程)' })
  @Permit('training.register-course')
  registerTrainingCourse(@Args('input') input: RegisterTrainingCourseInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      course: await this.courses.byId(context, await this.register.execute(context.actor, input)),
    }));
  }

  @Mutation(() => ChangeTrainingCoursePayload, { description: 'Writes a draft or a withdrawn course anew (修改课程)' })
  @Permit('training.change-course')
  changeTrainingCourse(@Args('input') input: ChangeTrainingCourseInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      course: await this.courses.byId(context, await this.change.execute(context.actor, input)),
    }));
  }

  @Mutation(() => PublishTrainingCoursePayload, { description: 'Opens a course to everybody (发布课程)' })
  @Permit('training.publish-course')
  publishTrainingCourse(@Args('input') input: PublishTrainingCourseInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      course: await this.courses.byId(context, await this.publish.execute(context.actor, input)),
    }));
  }

  @Mutation(() => WithdrawTrainingCoursePayload, { description: 'Takes a course out of the catalogue (下架课程)' })
  @Permit('training.withdraw-course')
  withdrawTrainingCourse(@Args('input') input: WithdrawTrainingCourseInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      course: await this.courses.byId(context, await this.withdraw.execute(context.actor, input)),
    }));
  }
}
