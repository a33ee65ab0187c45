import { Injectable } from '@nestjs/common';
import { EntityLoader, ListLoader } from '@weilend/graphql';
import type { Actor } from '@weilend/kernel';
import type { ExamAttempt } from '../../domain/exam/exam-attempt.js';
import type { ExamPaper } from '../../domain/exam/exam-paper.js';
import type { ExamQuestion } from '../../domain/exam/question.js';
import { ExamQueries } from '../../queries/exam/exam.queries.js';

@Injectable()
export class ExamQuestionLoader extends EntityLoader<ExamQuestion> {
  readonly typeName = 'ExamQuestion';

  constructor(private readonly exams: ExamQueries) {
    super();
  }

  protected load(ids: readonly string[]): Promise<readonly ExamQuestion[]> {
    return this.exams.questionsByIds(ids);
  }
}

@Injectable()
export class ExamPaperLoader extends EntityLoader<ExamPaper> {
  readonly typeName = 'ExamPaper';

  constructor(private readonly exams: ExamQueries) {
    super();
  }

  protected load(ids: readonly string[]): Promise<readonly ExamPaper[]> {
    return this.exams.papersByIds(ids);
  }
}

@Injectable()
export class ExamAttemptLoader extends EntityLoader<ExamAttempt> {
  readonly typeName = 'ExamAttempt';

  constructor(private readonly exams: ExamQueries) {
    super();
  }

  protected load(ids: readonly string[], actor: Actor): Promise<readonly ExamAttempt[]> {
    return this.exams.attemptsByIds(ids, actor);
  }
}

/** Questions whose answers are sealed for a person, because he still has to take an exam with them. */
@Injectable()
export class SealedQuestionLoader extends ListLoader<string> {
  constructor(private readonly exams: ExamQueries) {
    super();
  }

  protected load(employeeIds: readonly string[]): Promise<readonly (readonly [string, string])[]> {
    return this.exams.sealedFor(employeeIds);
  }
}

/** Papers that somebody still has to take an exam with; the list of each is itself or nothing. */
@Injectable()
export class OwingPaperLoader extends ListLoader<string> {
  constructor(private readonly exams: ExamQueries) {
    super();
  }

  protected async load(paperIds: readonly string[]): Promise<readonly (readonly [string, string])[]> {
    return (await this.exams.owing(paperIds)).map((id) => [id, id] as const);
  }
}
