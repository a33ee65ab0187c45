import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { evaluatedByTasks } from '../../domain/evaluation/complete-evaluation.js';
import type { EvaluationTask } from '../../domain/evaluation/evaluation-task.js';
import { proofByExam } from '../../domain/knowledge/knowledge-standing.js';
import type { TrainingSession } from '../../domain/session/training-session.js';
import { EvaluationTasks } from '../../persistence/evaluation/evaluation-task.repository.js';
import { TrainingSessions } from '../../persistence/session/training-session.repository.js';
import { KnowledgeDesk } from '../knowledge/knowledge-desk.js';
import { RequestDesk } from '../session/request-desk.js';

/** Keeps what attendees owe, and evaluates a training when all of it is settled [6.7, 6.8]. */
@Injectable()
export class EvaluationDesk {
  constructor(
    readonly tasks: EvaluationTasks,
    readonly sessions: TrainingSessions,
    private readonly knowledge: KnowledgeDesk,
    private readonly requests: RequestDesk,
    private readonly outbox: Outbox,
    private readonly clock: BusinessClock,
  ) {}

  /** Saves a task that has its result or its excuse; a passed exam also proves knowledge. */
  async settled(task: EvaluationTask, tx: Tx): Promise<void> {
    const { sessionId, employeeId } = task;
    await this.tasks.save(task, tx);
    // The last two of a training may be settled at once: whoever comes second has to see the first.
    await this.sessions.lock(sessionId, tx);
    const session = await this.sessions.get(sessionId, tx);
    if (task.method === 'EXAM' && task.passed) {
      const proof = proofByExam(sessionId, this.clock.today(), await this.knowledge.validMonths());
      await this.knowledge.prove({ employeeId, topic: session.topic }, proof, tx);
    }
    const evaluated = evaluatedByTasks(session, await this.tasks.ofSession(sessionId, tx), this.clock.today());
    if (evaluated) await this.evaluated(evaluated, tx);
  }

  /** Saves an evaluated training and tells hr who learned how many hours, and what became of those whom it asked for. */
  async evaluated(session: TrainingSession, tx: Tx): Promise<void> {
    await this.sessions.save(session, tx);
    await this.requests.evaluated(session, tx);
    const { id, topic, hours, attendeeIds } = session;
    const evaluatedOn = session.evaluation?.evaluatedOn ?? this.clock.today();
    await this.outbox.add(
      event('training.evaluated.v1', id, { sessionId: id, topic, hours, attendeeIds: [...attendeeIds], evaluatedOn }),
      tx,
    );
  }

  /** Throws EVALUATION_OPEN when the evaluation of a training was opened. */
  async refuseOpened(sessionId: string, tx: Tx): Promise<void> {
    const [first] = await this.tasks.ofSession(sessionId, tx);
    if (first) throw new DomainError('EVALUATION_OPEN', { method: first.method }, 'sessionId');
  }
}
