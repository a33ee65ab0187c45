import { Injectable } from '@nestjs/common';
import { employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { checkBudget } from '../../domain/plan/plan-budget.js';
import { costSession } from '../../domain/session/session-change.js';
import { TrainingPlans } from '../../persistence/plan/training-plan.repository.js';
import { SessionDesk } from './session-desk.js';

export interface RecordTrainingCostRequest {
  readonly requestKey?: string | null;
  readonly sessionId: string;
  /** Fen. */
  readonly cost: number;
  readonly reason: string;
}

/** What a training cost in the end, within what is left of its planned course [6.1]. */
@Injectable()
export class RecordTrainingCost {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: TrainingPlans,
    private readonly desk: SessionDesk,
  ) {}

  execute(actor: Actor, input: RecordTrainingCostRequest): Promise<string> {
    return this.work.once({ operation: 'record-training-cost', actor, input }, async (tx) => {
      const session = await this.desk.sessions.get(input.sessionId, tx);
      const plan = await this.plans.get(session.planId, tx);
      const { id: exceptId, planId, courseNo } = session;
      if (courseNo !== null) await this.plans.lock(plan.id, tx);
      const spentFen = courseNo === null ? 0 : await this.desk.sessions.spentOn({ planId, courseNo, exceptId }, tx);
      checkBudget(plan, { courseNo, costFen: input.cost, spentFen });
      const costed = costSession(session, input.cost, { reason: input.reason, by: employeeIdOf(actor), at: this.desk.now() });
      return (await this.desk.sessions.save(costed, tx)).id;
    });
  }
}
