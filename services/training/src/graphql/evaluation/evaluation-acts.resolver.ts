import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { ChangeEvaluation } from '../../use-cases/evaluation/change-evaluation.use-case.js';
import { OpenTrainingEvaluation } from '../../use-cases/evaluation/open-training-evaluation.use-case.js';
import { RecordJobMark } from '../../use-cases/evaluation/record-job-mark.use-case.js';
import { WriteReflection } from '../../use-cases/evaluation/write-reflection.use-case.js';
import { TrainingSessionLoader } from '../session/training-session.loader.js';
import {
  ExcuseFromEvaluationInput,
  ExcuseFromEvaluationPayload,
  ExtendEvaluationInput,
  ExtendEvaluationPayload,
  HandInReflectionInput,
  HandInReflectionPayload,
  MarkReflectionInput,
  MarkReflectionPayload,
  OpenTrainingEvaluationInput,
  OpenTrainingEvaluationPayload,
  RecordJobMarkInput,
  RecordJobMarkPayload,
} from './evaluation.input.js';
import { EvaluationTaskLoader } from './evaluation.loader.js';

/** A trainer opens the evaluation of a training and looks after it. */
@Resolver()
export class EvaluationActsResolver {
  constructor(
    private readonly sessions: TrainingSessionLoader,
    private readonly tasks: EvaluationTaskLoader,
    private readonly open: OpenTrainingEvaluation,
    private readonly change: ChangeEvaluation,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => OpenTrainingEvaluationPayload, { description: 'Opens the evaluation for every attendee (开启培训评估)' })
  @Permit('training.open-evaluation')
  openTrainingEvaluation(@Args('input') input: OpenTrainingEvaluationInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      session: await this.sessions.byId(context, await this.open.execute(context.actor, input)),
    }));
  }

  @Mutation(() => ExcuseFromEvaluationPayload, { description: 'Excuses an attendee with the reason (免除评估)' })
  @Permit('training.excuse-from-evaluation')
  excuseFromEvaluation(@Args('input') input: ExcuseFromEvaluationInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      task: await this.tasks.byId(context, await this.change.excuse(context.actor, input)),
    }));
  }

  @Mutation(() => ExtendEvaluationPayload, { description: 'Gives an attendee another day (延期)' })
  @Permit('training.extend-evaluation')
  extendEvaluation(@Args('input') input: ExtendEvaluationInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      task: await this.tasks.byId(context, await this.change.extend(context.actor, input)),
    }));
  }
}

/** Reflections, and marks of the work by superiors outside of sales. */
@Resolver()
export class EvaluationMarksResolver {
  constructor(
    private readonly tasks: EvaluationTaskLoader,
    private readonly reflection: WriteReflection,
    private readonly jobMark: RecordJobMark,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => HandInReflectionPayload, { description: 'Hands my reflection in (提交培训心得)' })
  @Permit('training.hand-in-reflection')
  handInReflection(@Args('input') input: HandInReflectionInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      task: await this.tasks.byId(context, await this.reflection.handIn(context.actor, input)),
    }));
  }

  @Mutation(() => MarkReflectionPayload, { description: 'Marks a reflection with the reason, or sends it back (批阅培训心得)' })
  @Permit('training.mark-reflection')
  markReflection(@Args('input') input: MarkReflectionInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      task: await this.tasks.byId(context, await this.reflection.mark(context.actor, input)),
    }));
  }

  @Mutation(() => RecordJobMarkPayload, { description: 'A superior outside of sales marks the work of his person (工作表现评定)' })
  @Permit('training.record-job-mark')
  recordJobMark(@Args('input') input: RecordJobMarkInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      task: await this.tasks.byId(context, await this.jobMark.execute(context.actor, input)),
    }));
  }
}
