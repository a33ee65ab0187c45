import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@weilend/kernel';
import { Database, Repository } from '@weilend/mongo';
import type { Stored, Tx } from '@weilend/mongo';
import type { EvaluationTask } from '../../domain/evaluation/evaluation-task.js';
import { evaluationTaskCollection } from './evaluation-task.schema.js';

@Injectable()
export class EvaluationTasks extends Repository<EvaluationTask> {
  constructor(private readonly database: Database) {
    super(database, evaluationTaskCollection, 'evaluation');
  }

  ofSession(sessionId: string, tx: Tx): Promise<EvaluationTask[]> {
    return this.findMany({ sessionId }, tx, { sort: { _id: 1 } });
  }

  ofHandoff(handoffId: string, tx: Tx): Promise<EvaluationTask | null> {
    return this.findOne({ handoffId }, tx);
  }

  /** What a person still owes, or others owe about him. */
  openOf(employeeId: string, tx: Tx): Promise<EvaluationTask[]> {
    return this.findMany({ employeeId, owedOn: { $type: 'string' } }, tx);
  }

  /** Marks on the job whose superior is to be asked by today and was not, the earliest first. */
  toAsk(today: LocalDate, limit: number, without: readonly string[]): Promise<string[]> {
    return this.idsOf({ method: 'ON_THE_JOB', state: 'OWED', handoffId: null, askOn: { $type: 'string', $lte: today } }, 'askOn', {
      limit,
      without,
    });
  }

  /** Exams that were tried in vain and whose last day has passed, the earliest first. */
  examsPast(today: LocalDate, limit: number, without: readonly string[]): Promise<string[]> {
    return this.idsOf({ owedOn: { $type: 'string', $lt: today }, method: 'EXAM', state: 'OWED', passed: false }, 'owedOn', {
      limit,
      without,
    });
  }

  private async idsOf(
    filter: Record<string, unknown>,
    sort: string,
    { limit, without }: { limit: number; without: readonly string[] },
  ): Promise<string[]> {
    const rows = await this.database
      .collection<Stored>(evaluationTaskCollection.name)
      .find({ ...filter, ...(without.length > 0 ? { _id: { $nin: [...without] } } : {}) })
      .sort({ [sort]: 1 })
      .limit(limit)
      .project<{ _id: string }>({ _id: 1 })
      .toArray();
    return rows.map(({ _id }) => _id);
  }
}
