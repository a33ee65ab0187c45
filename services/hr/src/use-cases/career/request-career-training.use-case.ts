import { Injectable } from '@nestjs/common';
import { DomainError, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { TrainingTopic } from '../../domain/career/ladder.js';
import { CareerPlans } from '../../persistence/career/career.repository.js';
import { CareerDesk, leadsAll } from './career-desk.js';
import { TrainingRequests } from './training-requests.js';

export interface RequestCareerTrainingRequest {
  readonly requestKey?: string | null;
  readonly planId: string;
  readonly topic: TrainingTopic;
}

/** The superior asks for a training in a topic that a person wants to learn for the level he aims at [6.11, 6.12]. */
@Injectable()
export class RequestCareerTraining {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: CareerPlans,
    private readonly desk: CareerDesk,
    private readonly trainings: TrainingRequests,
  ) {}

  /** Throws PLAN_OWN_COMMENT, PLAN_NOT_LED, PLAN_TOPIC_UNKNOWN or ILLEGAL_TRANSITION. */
  execute(actor: Actor, input: RequestCareerTrainingRequest): Promise<string> {
    return this.work.once({ operation: 'request-career-training', actor, input }, async (tx) => {
      const { id: aboutId, employeeId, state, goals } = await this.plans.get(input.planId, tx);
      const { managerId } = await this.desk.standingOf(employeeId, tx);
      const by = employeeIdOf(actor);
      if (by === employeeId || (managerId !== by && !leadsAll(actor))) throw new DomainError('PLAN_NOT_LED');
      if (state !== 'ACTIVE')
        throw new DomainError('ILLEGAL_TRANSITION', { machine: 'career-plan', state, event: 'request-training', allowed: [] });
      if (!goals.some(({ topics }) => topics.includes(input.topic)))
        throw new DomainError('PLAN_TOPIC_UNKNOWN', { topic: input.topic }, 'topic');
      await this.trainings.ask({ employeeId, topic: input.topic, reason: 'PROMOTION', aboutId }, tx);
      return aboutId;
    });
  }
}
