import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { answerQuestion, submitAttempt } from '../../domain/exam/exam-attempt.js';
import type { ExamAttempt } from '../../domain/exam/exam-attempt.js';
import { ExamDesk } from './exam-desk.js';

export interface AnswerExamQuestionRequest {
  readonly requestKey?: string | null;
  readonly attemptId: string;
  readonly place: number;
  readonly chosen: readonly number[];
  readonly replace?: boolean | null;
}

export interface SubmitExamAttemptRequest {
  readonly requestKey?: string | null;
  readonly attemptId: string;
}

/** The candidate saves his answers one by one and hands in, until the time is over [6.8]. */
@Injectable()
export class TakeExam {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: ExamDesk,
    private readonly clock: BusinessClock,
  ) {}

  answer(actor: Actor, input: AnswerExamQuestionRequest): Promise<string> {
    return this.work.once({ operation: 'answer-exam-question', actor, input }, async (tx) => {
      const attempt = await this.own(actor, input.attemptId, tx);
      const given = { place: input.place, chosen: input.chosen, replace: input.replace ?? false };
      const answered = answerQuestion(attempt, await this.desk.paperOf(attempt, tx), given, this.clock.now());
      return (await this.desk.attempts.save(answered, tx)).id;
    });
  }

  submit(actor: Actor, input: SubmitExamAttemptRequest): Promise<string> {
    return this.work.once({ operation: 'submit-exam-attempt', actor, input }, async (tx) => {
      const attempt = await this.own(actor, input.attemptId, tx);
      const paper = await this.desk.paperOf(attempt, tx);
      await this.desk.submitted(submitAttempt(attempt, paper, this.clock.now()), paper, tx);
      return attempt.id;
    });
  }

  /** Somebody else's attempt is not there for him. */
  private async own(actor: Actor, attemptId: string, tx: Tx): Promise<ExamAttempt> {
    const attempt = await this.desk.attempts.get(attemptId, tx);
    if (attempt.employeeId !== employeeIdOf(actor)) throw new DomainError('EXAM_NOT_YOURS', {}, 'attemptId');
    return attempt;
  }
}
