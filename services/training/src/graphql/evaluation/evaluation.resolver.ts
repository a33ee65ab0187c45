import { Args, ArgsType, Context, Field, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { LocalDate, Permit } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import type { EvaluationTask } from '../../domain/evaluation/evaluation-task.js';
import { EvaluationQueries } from '../../queries/evaluation/evaluation.queries.js';
import type { UnevaluatedTraining } from '../../queries/evaluation/evaluation.queries.js';
import { EmployeeStub } from '../references.type.js';
import { TrainingSessionLoader } from '../session/training-session.loader.js';
import { TrainingSessionType } from '../session/training-session.type.js';
import { EvaluationTaskLoader } from './evaluation.loader.js';
import {
  EvaluationExcuseType,
  EvaluationTaskConnection,
  EvaluationTaskStateEnum,
  EvaluationTaskType,
  UnevaluatedTrainingConnection,
  UnevaluatedTrainingType,
} from './evaluation.type.js';

@ArgsType()
class PageArgs {
  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

@ArgsType()
class EvaluationTasksArgs extends PageArgs {
  @Field(() => ID, { nullable: true })
  readonly sessionId?: string | null;

  @Field(() => ID, { nullable: true })
  readonly employeeId?: string | null;

  @Field(() => EvaluationTaskStateEnum, { nullable: true })
  readonly state?: string | null;
}

@ArgsType()
class OwedEvaluationsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Of one attendee' })
  readonly employeeId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Whom one superior has to mark' })
  readonly supervisorId?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Only what is owed until then' })
  readonly until?: LocalDateText | null;
}

@ArgsType()
class UnevaluatedTrainingsArgs extends PageArgs {
  @Field(() => LocalDate, { nullable: true, description: 'Only what is owed until then' })
  readonly until?: LocalDateText | null;
}

@Resolver(() => EvaluationTaskType)
export class EvaluationTaskResolver {
  constructor(
    private readonly evaluations: EvaluationQueries,
    private readonly tasks: EvaluationTaskLoader,
    private readonly sessions: TrainingSessionLoader,
  ) {}

  @Query(() => EvaluationTaskType, { nullable: true })
  @Permit('training.read-evaluation')
  evaluationTask(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.tasks.byId(context, id);
  }

  @Query(() => EvaluationTaskConnection, {
    description: 'My own and those I mark; everybody’s for who looks after trainings; newest first (评估任务)',
  })
  @Permit('training.read-evaluation')
  evaluationTasks(@Args() wanted: EvaluationTasksArgs, @Context() context: GraphContext) {
    return this.evaluations.list(wanted, context.actor);
  }

  @Query(() => EvaluationTaskConnection, { description: 'What is owed after trainings, the most overdue first (待完成评估)' })
  @Permit('training.read-evaluation')
  owedEvaluations(@Args() wanted: OwedEvaluationsArgs, @Context() context: GraphContext) {
    return this.evaluations.owed(wanted, context.actor);
  }

  @ResolveField(() => TrainingSessionType, { nullable: true })
  session(@Parent() task: EvaluationTask, @Context() context: GraphContext) {
    return this.sessions.byId(context, task.sessionId);
  }

  @ResolveField(() => EmployeeStub)
  attendee(@Parent() task: EvaluationTask) {
    return { id: task.employeeId };
  }

  @ResolveField(() => EmployeeStub, { nullable: true, description: 'Who marks the work' })
  supervisor(@Parent() task: EvaluationTask) {
    return task.supervisorId && { id: task.supervisorId };
  }

  @ResolveField(() => EmployeeStub, { nullable: true })
  markedBy(@Parent() task: EvaluationTask) {
    return task.markedBy && { id: task.markedBy };
  }

  @ResolveField(() => EvaluationExcuseType, { nullable: true })
  excuse(@Parent() { excuse }: EvaluationTask) {
    return excuse && { ...excuse, by: excuse.by && { id: excuse.by } };
  }
}

@Resolver(() => UnevaluatedTrainingType)
export class UnevaluatedTrainingResolver {
  constructor(
    private readonly evaluations: EvaluationQueries,
    private readonly sessions: TrainingSessionLoader,
  ) {}

  @Query(() => UnevaluatedTrainingConnection, {
    name: 'unevaluatedTrainings',
    description: 'Held and not evaluated, the most overdue first (未评估培训)',
  })
  @Permit('training.read-unevaluated')
  listUnevaluatedTrainings(@Args() wanted: UnevaluatedTrainingsArgs) {
    return this.evaluations.unevaluated(wanted);
  }

  @ResolveField(() => TrainingSessionType, { nullable: true })
  session(@Parent() one: UnevaluatedTraining, @Context() context: GraphContext) {
    return this.sessions.byId(context, one.id);
  }
}
