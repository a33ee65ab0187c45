import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import { Handoffs } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import type { SweepWatch } from '@weilend/service';
import { asked } from '../../domain/evaluation/evaluation-task.js';
import { carryOnEach } from '../carry-on-each.js';
import { EvaluationDesk } from './evaluation-desk.js';
import { Supervisors } from './supervisors.js';

const AT_ONCE = 100;

/** Asks superiors for their marks on the job when the day comes: sales by a handoff, the others by the list they read here; each once [6.8]. */
@Injectable()
export class AskForJobMarks {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: EvaluationDesk,
    private readonly supervisors: Supervisors,
    private readonly handoffs: Handoffs,
    private readonly clock: BusinessClock,
  ) {}

  /** How many were asked for. */
  execute(watch: SweepWatch): Promise<number> {
    const due = (setAside: readonly string[]) => this.desk.tasks.toAsk(this.clock.today(), AT_ONCE, setAside);
    return carryOnEach({ due, act: (id) => this.ask(id) }, watch);
  }

  private ask(id: string): Promise<boolean> {
    return this.work.run({ actor: { kind: 'service', service: 'training' }, operation: 'ask-for-job-mark' }, async (tx) => {
      const task = await this.desk.tasks.get(id, tx);
      // It was settled or asked for between the look and this transaction.
      if (task.state !== 'OWED' || task.askOn === null) return false;
      const { sessionId, employeeId, dueOn } = task;
      // Who is his superior now: months have passed since the evaluation was opened.
      const { _id: supervisorId, department } = await this.supervisors.of(employeeId, tx);
      const data = { sessionId, employeeId, supervisorId, dueOn };
      const handoffId = department === 'sales' ? await this.handoffs.send('mark-on-the-job', { subject: sessionId, data }, tx) : null;
      await this.desk.tasks.save(asked(task, { supervisorId, handoffId }), tx);
      return true;
    });
  }
}
