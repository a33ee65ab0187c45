import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import type { ExamAttempt } from '../../domain/exam/exam-attempt.js';
import type { ExamPaper } from '../../domain/exam/exam-paper.js';
import type { ExamQuestion } from '../../domain/exam/question.js';
import { evaluationTaskCollection } from '../../persistence/evaluation/evaluation-task.schema.js';
import { examAttemptCollection, examPaperCollection, examQuestionCollection } from '../../persistence/exam/exam.schema.js';
import { ownOrAll } from '../scope.js';
import { toEntity } from '../to-entity.js';

type Filter = Record<string, unknown>;

export interface QuestionFilter extends PageRequest {
  readonly topic?: string | null;
  readonly state?: string | null;
}

export interface AttemptFilter extends PageRequest {
  readonly sessionId?: string | null;
  readonly employeeId?: string | null;
}

/** The read side of question bank, papers and attempts. */
@Injectable()
export class ExamQueries {
  constructor(private readonly database: Database) {}

  questionsByIds(ids: readonly string[]): Promise<ExamQuestion[]> {
    return this.rows<ExamQuestion>(examQuestionCollection, { _id: { $in: [...ids] } });
  }

  questions({ topic, state, ...page }: QuestionFilter): Promise<Page<ExamQuestion>> {
    const filter = { state: state ?? 'ACTIVE', ...(topic ? { topic } : {}) };
    return pageOf(this.database.model(examQuestionCollection), page, { filter, map: toEntity<ExamQuestion> });
  }

  papersByIds(ids: readonly string[]): Promise<ExamPaper[]> {
    return this.rows<ExamPaper>(examPaperCollection, { _id: { $in: [...ids] } });
  }

  papers({ state, ...page }: PageRequest & { readonly state?: string | null }): Promise<Page<ExamPaper>> {
    return pageOf(this.database.model(examPaperCollection), page, { filter: { state: state ?? 'ACTIVE' }, map: toEntity<ExamPaper> });
  }

  attemptsByIds(ids: readonly string[], actor: Actor): Promise<ExamAttempt[]> {
    return this.rows<ExamAttempt>(examAttemptCollection, { _id: { $in: [...ids] }, ...ownOrAll(actor) });
  }

  /** Of a training, of a person, or all that the actor may see. */
  attempts({ sessionId, employeeId, ...page }: AttemptFilter, actor: Actor): Promise<Page<ExamAttempt>> {
    const wanted = { ...(sessionId ? { sessionId } : {}), ...(employeeId ? { employeeId } : {}) };
    const filter = { $and: [wanted, ownOrAll(actor)] };
    return pageOf(this.database.model(examAttemptCollection), page, { filter, map: toEntity<ExamAttempt> });
  }

  /** On which of these papers somebody still has to take his exam. */
  async owing(paperIds: readonly string[]): Promise<readonly string[]> {
    const filter = { paperId: { $in: [...paperIds] }, state: 'OWED' };
    return (await this.database.collection(evaluationTaskCollection.name).distinct('paperId', filter)).map(String);
  }

  /** For each person the questions of the exams that he still has to take: their answers are sealed for him, whatever his roles. */
  async sealedFor(employeeIds: readonly string[]): Promise<readonly (readonly [employeeId: string, questionId: string])[]> {
    const filter = { employeeId: { $in: [...employeeIds] }, owedOn: { $type: 'string' as const }, method: 'EXAM', state: 'OWED' };
    const tasks = await this.database.collection(evaluationTaskCollection.name).find(filter).toArray();
    const ids = [...new Set(tasks.map((task) => String(task['paperId'])))];
    const papers = new Map((await this.papersByIds(ids)).map((paper) => [paper.id, paper]));
    return tasks.flatMap((task) =>
      (papers.get(String(task['paperId']))?.items ?? []).map(({ questionId }) => [String(task['employeeId']), questionId] as const),
    );
  }

  private async rows<T>(collection: typeof examQuestionCollection, filter: Filter): Promise<T[]> {
    const rows = await this.database
      .model(collection)
      .find(filter as never)
      .lean<Stored[]>()
      .exec();
    return rows.map(toEntity<T>);
  }
}
