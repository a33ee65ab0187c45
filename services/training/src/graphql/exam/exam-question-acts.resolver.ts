import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { answer, Permit, RefusalTexts } from '@weilend/graphql';
import type { GraphContext } from '@weilend/graphql';
import { DrawExamPaper } from '../../use-cases/exam/draw-exam-paper.use-case.js';
import { KeepExamQuestion } from '../../use-cases/exam/keep-exam-question.use-case.js';
import {
  AddExamQuestionInput,
  AddExamQuestionPayload,
  ChangeExamQuestionInput,
  ChangeExamQuestionPayload,
  DrawExamPaperInput,
  DrawExamPaperPayload,
  RetireExamPaperInput,
  RetireExamPaperPayload,
  RetireExamQuestionInput,
  RetireExamQuestionPayload,
} from './exam-question.input.js';
import { ExamPaperLoader, ExamQuestionLoader } from './exam.loader.js';

/** What trainers do with question bank and papers. */
@Resolver()
export class ExamQuestionActsResolver {
  constructor(
    private readonly questions: ExamQuestionLoader,
    private readonly papers: ExamPaperLoader,
    private readonly keep: KeepExamQuestion,
    private readonly draw: DrawExamPaper,
    private readonly texts: RefusalTexts,
  ) {}

  @Mutation(() => AddExamQuestionPayload, { description: 'Writes a question (新增题目)' })
  @Permit('training.add-exam-question')
  addExamQuestion(@Args('input') input: AddExamQuestionInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      question: await this.questions.byId(context, await this.keep.add(context.actor, input)),
    }));
  }

  @Mutation(() => ChangeExamQuestionPayload, { description: 'Changes a question as a new version; papers keep the old one (修改题目)' })
  @Permit('training.change-exam-question')
  changeExamQuestion(@Args('input') input: ChangeExamQuestionInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      question: await this.questions.byId(context, await this.keep.change(context.actor, input)),
    }));
  }

  @Mutation(() => RetireExamQuestionPayload, { description: 'Takes a question out of use (停用题目)' })
  @Permit('training.retire-exam-question')
  retireExamQuestion(@Args('input') input: RetireExamQuestionInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      question: await this.questions.byId(context, await this.keep.retire(context.actor, input)),
    }));
  }

  @Mutation(() => DrawExamPaperPayload, { description: 'Draws a paper from the bank by rule (组卷)' })
  @Permit('training.draw-exam-paper')
  drawExamPaper(@Args('input') input: DrawExamPaperInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      paper: await this.papers.byId(context, await this.draw.execute(context.actor, input)),
    }));
  }

  @Mutation(() => RetireExamPaperPayload, { description: 'Takes a paper out of use; exams that are open go on with it (停用试卷)' })
  @Permit('training.retire-exam-paper')
  retireExamPaper(@Args('input') input: RetireExamPaperInput, @Context() context: GraphContext) {
    return answer(this.texts, context, async () => ({
      paper: await this.papers.byId(context, await this.draw.retire(context.actor, input)),
    }));
  }
}
