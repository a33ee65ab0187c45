import { holds } from '@weilend/contracts';
import { Args, ArgsType, Context, Field, Float, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { employeeIdOf } from '@weilend/kernel';
import { markOf } from '../../domain/exam/exam-attempt.js';
import type { ExamAttempt } from '../../domain/exam/exam-attempt.js';
import { ExamQueries } from '../../queries/exam/exam.queries.js';
import { StartExamAttempt } from '../../use-cases/exam/start-exam-attempt.use-case.js';
import { TakeExam } from '../../use-cases/exam/take-exam.use-case.js';
import { EmployeeStub } from '../references.type.js';
import { attemptQuestions, seesQuestions } from './attempt-questions.js';
import {
  AnswerExamQuestionInput,
  AnswerExamQuestionPayload,
  ExamAttemptConnection,
  ExamAttemptQuestionType,
  ExamAttemptType,
  StartExamAttemptInput,
  StartExamAttemptPayload,
  SubmitExamAttemptInput,
  SubmitExamAttemptPayload,
} from './exam-attempt.type.js';
import { ExamAttemptLoader, ExamPaperLoader, OwingPaperLoader, SealedQuestionLoader } from './exam.loader.js';

@ArgsType()
class ExamAttemptsArgs {
  @Field(() => ID, { nullable: true })
  readonly sessionId?: string | null;

  @Field(() => ID, { nullable: true })
  readonly employeeId?: string | null;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

/** A candidate takes his exam. */
@Resolver()
export class ExamAttemptActsResolver {
  constructor(
    private readonly attempts: ExamAttemptLoader,
    private readonly start: StartExamAttempt,
    private readonly take: TakeExam,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => StartExamAttemptPayload, { description: 'Starts my exam, or goes on with the attempt that runs (开始或继续考试)' })
  @Permit('training.start-exam-attempt')
  startExamAttempt(@Args('input') input: StartExamAttemptInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      attempt: await this.attempts.byId(context, await this.start.execute(context.actor, input)),
    }));
  }

  @Mutation(() => AnswerExamQuestionPayload, { description: 'Saves one answer (保存答案)' })
  @Permit('training.answer-exam-question')
  answerExamQuestion(@Args('input') input: AnswerExamQuestionInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      attempt: await this.attempts.byId(context, await this.take.answer(context.actor, input)),
    }));
  }

  @Mutation(() => SubmitExamAttemptPayload, { description: 'Hands my attempt in (提交答卷)' })
  @Permit('training.submit-exam-attempt')
  submitExamAttempt(@Args('input') input: SubmitExamAttemptInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      attempt: await this.attempts.byId(context, await this.take.submit(context.actor, input)),
    }));
  }
}

@Resolver(() => ExamAttemptType)
export class ExamAttemptResolver {
  constructor(
    private readonly exams: ExamQueries,
    private readonly attempts: ExamAttemptLoader,
    private readonly papers: ExamPaperLoader,
    private readonly sealed: SealedQuestionLoader,
    private readonly owing: OwingPaperLoader,
  ) {}

  @Query(() => ExamAttemptType, { nullable: true, description: 'My own; anybody’s for who looks after trainings' })
  @Permit('training.read-attempt')
  examAttempt(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.attempts.byId(context, id);
  }

  @Query(() => ExamAttemptConnection, {
    name: 'examAttempts',
    description: 'Results of exams, newest first: of a training, of a person (考试成绩)',
  })
  @Permit('training.read-attempt')
  listExamAttempts(@Args() wanted: ExamAttemptsArgs, @Context() context: GraphContext) {
    return this.exams.attempts(wanted, context.actor);
  }

  @ResolveField(() => EmployeeStub)
  candidate(@Parent() attempt: ExamAttempt) {
    return { id: attempt.employeeId };
  }

  @ResolveField(() => Float, { nullable: true, description: 'Of 100, to two decimals (成绩)' })
  mark(@Parent() { points, totalPoints }: ExamAttempt) {
    return points === null ? null : markOf(points, totalPoints);
  }

  @ResolveField(() => [ExamAttemptQuestionType], {
    nullable: true,
    description: 'For the candidate, and for trainers who need not take an exam with these questions; null for the others',
  })
  async questions(@Parent() attempt: ExamAttempt, @Context() context: GraphContext) {
    const { actor } = context;
    const me = employeeIdOf(actor);
    const paper = await this.papers.byId(context, attempt.paperId);
    const isTrainer = actor.kind === 'employee' && holds(actor.roles, 'training.read-question');
    const viewer = { isCandidate: attempt.employeeId === me, isTrainer, sealed: await this.sealed.of(context, me) };
    if (!paper || !seesQuestions(paper, viewer)) return null;
    const isOwing = (await this.owing.of(context, attempt.paperId)).length > 0;
    return attemptQuestions(attempt, paper, { isOwing, sealed: viewer.sealed });
  }
}
