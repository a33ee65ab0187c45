import { Injectable } from '@nestjs/common';
import { newId } from '@weilend/kernel';
import type { LoanApplication } from '../../domain/application/application.js';
import { openTask } from '../../domain/application/informing.js';
import type { InformingTopic } from '../../domain/application/informing.js';
import { WorkingDeadlines } from '../working-deadlines.js';

export interface News {
  readonly topic: InformingTopic;
  readonly about: string;
  /** When it became true, by the time of who made it so. */
  readonly at: Date;
}

/** Opens the task to tell the customer, once for each piece of news, due within the parameter deadline.inform-customer [2.11]. */
@Injectable()
export class InformingTasks {
  constructor(private readonly deadlines: WorkingDeadlines) {}

  async open(application: LoanApplication, { topic, about, at }: News): Promise<LoanApplication> {
    const dueAt = await this.deadlines.dueAt('deadline.inform-customer', at);
    const task = { id: newId('tsk'), topic, about, openedAt: at, dueAt, done: null };
    return { ...application, tasks: openTask(application.tasks, task) };
  }
}
