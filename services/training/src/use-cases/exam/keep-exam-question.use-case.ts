import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { changeQuestion, contentOf, retireQuestion, writeQuestion } from '../../domain/exam/question.js';
import type { QuestionContent } from '../../domain/exam/question.js';
import { ExamQuestions } from '../../persistence/exam/exam.repository.js';

export interface AddExamQuestionRequest extends QuestionContent {
  readonly requestKey?: string | null;
}

export interface ChangeExamQuestionRequest extends QuestionContent {
  readonly requestKey?: string | null;
  readonly questionId: string;
}

export interface RetireExamQuestionRequest {
  readonly requestKey?: string | null;
  readonly questionId: string;
}

/** Keeps the question bank: writes a question, changes it as a new version, retires it [6.8]. */
@Injectable()
export class KeepExamQuestion {
  constructor(
    private readonly work: UnitOfWork,
    private readonly questions: ExamQuestions,
    private readonly clock: BusinessClock,
  ) {}

  add(actor: Actor, input: AddExamQuestionRequest): Promise<string> {
    return this.work.once({ operation: 'add-exam-question', actor, input }, async (tx) => {
      const act = { by: employeeIdOf(actor), at: this.clock.now() };
      return (await this.questions.insert(writeQuestion(newId('tqn'), contentOf(input), act), tx)).id;
    });
  }

  change(actor: Actor, input: ChangeExamQuestionRequest): Promise<string> {
    return this.work.once({ operation: 'change-exam-question', actor, input }, async (tx) => {
      const question = await this.questions.get(input.questionId, tx);
      const act = { by: employeeIdOf(actor), at: this.clock.now() };
      return (await this.questions.save(changeQuestion(question, contentOf(input), act), tx)).id;
    });
  }

  retire(actor: Actor, input: RetireExamQuestionRequest): Promise<string> {
    return this.work.once({ operation: 'retire-exam-question', actor, input }, async (tx) => {
      const question = await this.questions.get(input.questionId, tx);
      return (await this.questions.save(retireQuestion(question), tx)).id;
    });
  }
}
