import { Args, ArgsType, Context, Field, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import type { EmployeeActor } from '@weilend/kernel';
import { progressPercent } from '../../domain/course/enrolment.js';
import type { Enrolment } from '../../domain/course/enrolment.js';
import { TrainingCourseQueries } from '../../queries/course/training-course.queries.js';
import { CompleteCourseUnit } from '../../use-cases/course/complete-course-unit.use-case.js';
import { EnrolInCourse } from '../../use-cases/course/enrol-in-course.use-case.js';
import { EnrolmentStateEnum } from '../enums.type.js';
import { EmployeeStub } from '../references.type.js';
import { EnrolmentLoader, TrainingCourseLoader } from './training-course.loader.js';
import {
  CompleteCourseUnitInput,
  CompleteCourseUnitPayload,
  EnrolInCourseInput,
  EnrolInCoursePayload,
  EnrolmentConnection,
  EnrolmentType,
  TrainingCourseType,
} from './training-course.type.js';

@ArgsType()
export class EnrolmentArgs {
  @Field(() => ID, { nullable: true })
  readonly courseId?: string | null;

  @Field(() => ID, { nullable: true })
  readonly employeeId?: string | null;

  @Field(() => EnrolmentStateEnum, { nullable: true })
  readonly state?: Enrolment['state'] | null;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

/** Learning by oneself. */
@Resolver(() => EnrolmentType)
export class EnrolmentResolver {
  constructor(
    private readonly courses: TrainingCourseLoader,
    private readonly enrolments: EnrolmentLoader,
    private readonly queries: TrainingCourseQueries,
    private readonly enrolCase: EnrolInCourse,
    private readonly complete: CompleteCourseUnit,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => EnrolmentConnection, {
    description: 'Own self-study; of a course or of others for who looks after training (学习进度) [6.5]',
  })
  @Permit('training.read-enrolment')
  courseEnrolments(@Args() args: EnrolmentArgs, @Context() context: GraphContext) {
    return this.queries.enrolmentList(context.actor as EmployeeActor, args);
  }

  @Mutation(() => EnrolInCoursePayload, { description: 'Joins a course of self-study (加入在线课程)' })
  @Permit('training.enrol-in-course')
  enrolInCourse(@Args('input') input: EnrolInCourseInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      enrolment: await this.enrolments.byId(context, await this.enrolCase.execute(context.actor, input)),
    }));
  }

  @Mutation(() => CompleteCourseUnitPayload, { description: 'A unit is done; the last one completes the course (完成学习单元)' })
  @Permit('training.complete-unit')
  completeCourseUnit(@Args('input') input: CompleteCourseUnitInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      enrolment: await this.enrolments.byId(context, await this.complete.execute(context.actor, input)),
    }));
  }

  @ResolveField(() => Int, { description: 'Whole percent of the minutes of the course (学习进度百分比) [6.5]' })
  async progressPercent(@Parent() enrolment: Enrolment, @Context() context: GraphContext) {
    const course = await this.courses.byId(context, enrolment.courseId);
    return progressPercent(course?.units ?? [], enrolment.unitsDone);
  }

  @ResolveField(() => TrainingCourseType, { nullable: true })
  course(@Parent() enrolment: Enrolment, @Context() context: GraphContext) {
    return this.courses.byId(context, enrolment.courseId);
  }

  @ResolveField(() => EmployeeStub)
  employee(@Parent() enrolment: Enrolment) {
    return { id: enrolment.employeeId };
  }
}
