import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, newId } from '@weilend/kernel';
import type { HandoffMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { EmployeeDirectory } from '@weilend/service';
import { openRequest } from '../../domain/session/training-request.js';
import { WorkingDeadlines } from '../working-deadlines.js';
import { RequestDesk } from './request-desk.js';

/** Hr asks for a training of somebody: an open request with its deadline; for somebody who has left it goes back at once, and a seat that he has answers it at once [5.8]. */
@Injectable()
export class OpenTrainingRequest {
  constructor(
    private readonly requests: RequestDesk,
    private readonly directory: EmployeeDirectory,
    private readonly deadlines: WorkingDeadlines,
    private readonly clock: BusinessClock,
  ) {}

  async receive({ handoffId, data }: HandoffMessage<'plan-training'>, tx: Tx): Promise<void> {
    const { employeeId, topic, reason, aboutId } = data;
    if (!(await this.directory.find(employeeId, tx))?.active) throw new DomainError('TRAINEE_LEFT', { employeeId });
    const openedAt = this.clock.now();
    const dueAt = await this.deadlines.dueAt('deadline.plan-training', openedAt);
    const facts = { id: newId('tpr'), handoffId, employeeId, topic, reason, aboutId, openedAt, dueAt };
    await this.requests.open(openRequest(facts), tx);
  }
}
