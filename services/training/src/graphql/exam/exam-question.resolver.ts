import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permit } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { employeeIdOf } from '@weilend/kernel';
import type { ExamQuestion } from '../../domain/exam/question.js';
import type { ExamPaper } from '../../domain/exam/exam-paper.js';
import { ExamQueries } from '../../queries/exam/exam.queries.js';
import { TrainingTopicEnum } from '../enums.type.js';
import { InUseEnum } from './exam-enums.type.js';
import {
  ExamQuestionRevisionType,
  ExamPaperConnection,
  ExamPaperType,
  ExamQuestionConnection,
  ExamQuestionType,
} from './exam-question.type.js';
import { ExamPaperLoader, ExamQuestionLoader, SealedQuestionLoader } from './exam.loader.js';

@Resolver(() => ExamQuestionType)
export class ExamQuestionResolver {
  constructor(
    private readonly exams: ExamQueries,
    private readonly questions: ExamQuestionLoader,
    private readonly sealed: SealedQuestionLoader,
  ) {}

  @Query(() => ExamQuestionType, { nullable: true })
  @Permit('training.read-question')
  examQuestion(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.questions.byId(context, id);
  }

  @Query(() => ExamQuestionConnection, {
    name: 'examQuestions',
    description: 'The question bank, newest first; in use when no state is named (题库)',
  })
  @Permit('training.read-question')
  listExamQuestions(
    @Args('topic', { type: () => TrainingTopicEnum, nullable: true }) topic: string | null,
    @Args('state', { type: () => InUseEnum, nullable: true }) state: string | null,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.exams.questions({ topic, state, first, after });
  }

  @ResolveField(() => [Int], {
    nullable: true,
    description: 'Places of the right choices; null for who still has to take an exam with this question',
  })
  async correct(@Parent() question: ExamQuestion, @Context() context: GraphContext) {
    return (await this.isSealed(question, context)) ? null : question.correct;
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'Why the answer is right; null for who still has to take an exam with this question',
  })
  async explanation(@Parent() question: ExamQuestion, @Context() context: GraphContext) {
    return (await this.isSealed(question, context)) ? null : question.explanation;
  }

  @ResolveField(() => [ExamQuestionRevisionType], { description: 'What it said before, oldest first' })
  async revisions(@Parent() question: ExamQuestion, @Context() context: GraphContext) {
    const sealed = await this.isSealed(question, context);
    return question.revisions.map(({ revision, content, by, at }) => ({
      ...{ revision, at, text: content.text, choices: content.choices, by: { id: by } },
      correct: sealed ? null : content.correct,
    }));
  }

  private async isSealed({ id }: ExamQuestion, context: GraphContext): Promise<boolean> {
    return (await this.sealed.of(context, employeeIdOf(context.actor))).includes(id);
  }
}

@Resolver(() => ExamPaperType)
export class ExamPaperResolver {
  constructor(
    private readonly exams: ExamQueries,
    private readonly papers: ExamPaperLoader,
    private readonly questionsOf: ExamQuestionLoader,
  ) {}

  @Query(() => ExamPaperType, { nullable: true })
  @Permit('training.read-paper')
  examPaper(@Args('id', { type: () => ID }) id: string, @Context() context: GraphContext) {
    return this.papers.byId(context, id);
  }

  @Query(() => ExamPaperConnection, { name: 'examPapers', description: 'Papers, newest first; in use when no state is named (试卷)' })
  @Permit('training.read-paper')
  listExamPapers(
    @Args('state', { type: () => InUseEnum, nullable: true }) state: string | null,
    @Args('first', { type: () => Int, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.exams.papers({ state, first, after });
  }

  @ResolveField(() => [ExamQuestionType], { description: 'The questions drawn, as the bank says them now' })
  async questions(@Parent() paper: ExamPaper, @Context() context: GraphContext) {
    const found = await Promise.all(paper.items.map(({ questionId }) => this.questionsOf.byId(context, questionId)));
    return found.filter((question) => question !== null);
  }
}
