import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Stored, Tx } from '@weilend/mongo';
import type { ExamAttempt } from '../../domain/exam/exam-attempt.js';
import type { ExamPaper } from '../../domain/exam/exam-paper.js';
import type { ExamQuestion } from '../../domain/exam/question.js';
import { examAttemptCollection, examPaperCollection, examQuestionCollection } from './exam.schema.js';

/** A bank larger than this is drawn from in part only: the newest. */
const MOST_OF_A_TOPIC = 5_000;

@Injectable()
export class ExamQuestions extends Repository<ExamQuestion> {
  constructor(database: Database) {
    super(database, examQuestionCollection, 'question');
  }

  /** Questions in use on some topics. */
  async inUse(topics: readonly string[], tx: Tx): Promise<ExamQuestion[]> {
    const found: ExamQuestion[] = [];
    for (const topic of new Set(topics))
      found.push(...(await this.findMany({ topic, state: 'ACTIVE' }, tx, { sort: { _id: -1 }, limit: MOST_OF_A_TOPIC })));
    return found;
  }
}

@Injectable()
export class ExamPapers extends Repository<ExamPaper> {
  constructor(database: Database) {
    super(database, examPaperCollection, 'paper');
  }
}

@Injectable()
export class ExamAttempts extends Repository<ExamAttempt> {
  constructor(private readonly database: Database) {
    super(database, examAttemptCollection, 'attempt');
  }

  /** All attempts at one exam, first to last. */
  ofTask(taskId: string, tx: Tx): Promise<ExamAttempt[]> {
    return this.findMany({ taskId }, tx, { sort: { attemptNo: 1 } });
  }

  /** Attempts whose time is over, the earliest first. */
  async timeOver(now: Date, limit: number, without: readonly string[]): Promise<string[]> {
    const rows = await this.database
      .collection<Stored>(examAttemptCollection.name)
      .find({ state: 'RUNNING', dueAt: { $lte: now }, ...(without.length > 0 ? { _id: { $nin: [...without] } } : {}) })
      .sort({ dueAt: 1 })
      .limit(limit)
      .project<{ _id: string }>({ _id: 1 })
      .toArray();
    return rows.map(({ _id }) => _id);
  }
}
