import { Args, ArgsType, Context, Field, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, LocalDate, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import type { JobMark } from '../../domain/team/job-mark.js';
import { JobMarkQueries } from '../../queries/team/job-mark.queries.js';
import { MarkOnTheJob } from '../../use-cases/team/mark-on-the-job.use-case.js';
import { EmployeeStub } from '../stub.type.js';
import {
  JobMarkConnection,
  JobMarkStateEnum,
  JobMarkType,
  MarkOnTheJobInput,
  MarkOnTheJobPayload,
  ReturnJobMarkInput,
  ReturnJobMarkPayload,
  TrainingSessionStub,
} from './job-mark.type.js';

@ArgsType()
class JobMarksArgs {
  @Field(() => JobMarkStateEnum, { nullable: true, description: 'Open ones when none is named' })
  readonly state?: JobMark['state'] | null;

  @Field(() => LocalDate, { nullable: true })
  readonly until?: LocalDateText | null;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

@Resolver(() => JobMarkType)
export class JobMarkResolver {
  constructor(
    private readonly queries: JobMarkQueries,
    private readonly marks: MarkOnTheJob,
    private readonly texts: RefusalTexts,
  ) {}

  @Query(() => JobMarkConnection, {
    description:
      'Whose work I have to mark after a training, the most overdue first; by state what I have marked or returned (工作表现评定)',
  })
  @Permit('sales.read-job-mark')
  jobMarks(@Args() wanted: JobMarksArgs, @Context() context: GraphContext) {
    return this.queries.list(wanted, context.actor);
  }

  @Mutation(() => MarkOnTheJobPayload, { description: 'Marks how somebody works since a training, with what was observed (评定工作表现)' })
  @Permit('sales.mark-on-the-job')
  markOnTheJob(@Args('input') input: MarkOnTheJobInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => {
      const id = await this.marks.execute(context.actor, input);
      return { jobMark: (await this.queries.byIds([id], context.actor))[0] };
    });
  }

  @Mutation(() => ReturnJobMarkPayload, { description: 'Nothing can be said: the question goes back with the reason (退回)' })
  @Permit('sales.return-job-mark')
  returnJobMark(@Args('input') input: ReturnJobMarkInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => {
      const id = await this.marks.sendBack(context.actor, input);
      return { jobMark: (await this.queries.byIds([id], context.actor))[0] };
    });
  }

  @ResolveField(() => EmployeeStub, { description: 'Whose work is marked' })
  attendee(@Parent() mark: JobMark) {
    return { id: mark.employeeId };
  }

  @ResolveField(() => EmployeeStub)
  supervisor(@Parent() mark: JobMark) {
    return { id: mark.supervisorId };
  }

  @ResolveField(() => TrainingSessionStub)
  session(@Parent() mark: JobMark) {
    return { id: mark.sessionId };
  }
}
