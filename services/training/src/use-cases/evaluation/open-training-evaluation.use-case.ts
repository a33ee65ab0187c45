import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { evaluationDays } from '../../domain/evaluation/evaluation-day.js';
import { excuse, openTask, refuseAttendee } from '../../domain/evaluation/evaluation-task.js';
import type { EvaluationTask, TaskOpening } from '../../domain/evaluation/evaluation-task.js';
import { checkPaperFits } from '../../domain/exam/exam-paper.js';
import { lastDayOf } from '../../domain/session/training-session.js';
import type { EvaluationMethod, TrainingSession } from '../../domain/session/training-session.js';
import { trainingSessionMachine } from '../../domain/session/training-session.machine.js';
import { ExamPapers } from '../../persistence/exam/exam.repository.js';
import { EvaluationDesk } from './evaluation-desk.js';
import { EvaluationPolicy } from './evaluation-policy.js';
import { LEFT } from './excuse-leaver.use-case.js';
import { Supervisors } from './supervisors.js';

export interface OpenTrainingEvaluationRequest {
  readonly requestKey?: string | null;
  readonly sessionId: string;
  readonly method: EvaluationMethod;
  readonly paperId?: string | null;
  readonly dueOn?: LocalDate | null;
}

/** Opens the evaluation of a training that was held: every attendee owes an exam, a reflection, or his superior's mark [6.7, 6.8]. */
@Injectable()
export class OpenTrainingEvaluation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: EvaluationDesk,
    private readonly papers: ExamPapers,
    private readonly supervisors: Supervisors,
    private readonly policy: EvaluationPolicy,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: OpenTrainingEvaluationRequest): Promise<string> {
    return this.work.once({ operation: 'open-training-evaluation', actor, input }, async (tx) => {
      // Opened twice at once, the second has to see the first.
      await this.desk.sessions.lock(input.sessionId, tx);
      const session = await this.desk.sessions.get(input.sessionId, tx);
      if (session.state === 'PLANNED') throw new DomainError('EVALUATION_NOT_HELD', {}, 'sessionId');
      trainingSessionMachine.next(session.state, 'evaluate');
      await this.desk.refuseOpened(session.id, tx);
      refuseAttendee(session, employeeIdOf(actor));
      const { method } = input;
      const paperId = method === 'EXAM' ? await this.paperInUse(input.paperId ?? null, session, tx) : null;
      const today = this.clock.today();
      const on = { lastDay: lastDayOf(session), today, wanted: input.dueOn ?? null };
      const days = evaluationDays(method, on, await this.policy.days(today));
      const opened = { sessionId: session.id, method, paperId, openedBy: employeeIdOf(actor), openedAt: this.clock.now(), ...days };
      const left: EvaluationTask[] = [];
      for (const employeeId of session.attendeeIds) {
        const active = await this.supervisors.team.isActive(employeeId, tx);
        const task = await this.open({ id: newId('tev'), employeeId, ...opened }, active, tx);
        if (!active) left.push(task);
      }
      // Only when everybody's is there: the last one settled evaluates the training.
      for (const task of left) await this.desk.settled(excuse(task, { reason: LEFT, by: null, at: opened.openedAt }), tx);
      return session.id;
    });
  }

  private async open(opening: TaskOpening, active: boolean, tx: Tx): Promise<EvaluationTask> {
    const isMarked = active && opening.method === 'ON_THE_JOB';
    const supervisorId = isMarked ? (await this.supervisors.of(opening.employeeId, tx))._id : null;
    return this.desk.tasks.insert(openTask({ ...opening, supervisorId }), tx);
  }

  private async paperInUse(paperId: string | null, { attendeeIds, topic }: TrainingSession, tx: Tx): Promise<string> {
    const paper = paperId === null ? null : await this.papers.find(paperId, tx);
    if (paper?.state !== 'ACTIVE') throw new DomainError('EVALUATION_PAPER_MISSING', {}, 'paperId');
    if (attendeeIds.includes(paper.drawnBy))
      throw new DomainError('EVALUATION_PAPER_OF_ATTENDEE', { employeeId: paper.drawnBy }, 'paperId');
    checkPaperFits(paper, { topic, passLeast: await this.policy.passLeast(this.clock.today()) });
    return paper.id;
  }
}
