import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { excuse } from '../../domain/evaluation/evaluation-task.js';
import { EvaluationDesk } from './evaluation-desk.js';

/** The stated excuse of somebody who is no longer with the company. */
export const LEFT = '已离职 (has left the company)';

/** Somebody has left: what he owes after a training, or his superior owes about him, falls away with that reason [6.7]. */
@Injectable()
export class ExcuseLeaver {
  constructor(
    private readonly desk: EvaluationDesk,
    private readonly clock: BusinessClock,
  ) {}

  async apply(employeeId: string, tx: Tx): Promise<void> {
    for (const task of await this.desk.tasks.openOf(employeeId, tx))
      await this.desk.settled(excuse(task, { reason: LEFT, by: null, at: this.clock.now() }), tx);
  }
}
