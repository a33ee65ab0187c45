import { Injectable } from '@nestjs/common';
import { DomainError, newId } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { EmployeeDirectory } from '@weilend/service';
import type { TrainingTopic } from '../../domain/plan/training-plan.js';
import { planSession } from '../../domain/session/training-session.js';
import type { PracticeMode, SessionKind } from '../../domain/session/training-session.js';
import { TrainingPlans } from '../../persistence/plan/training-plan.repository.js';
import { TrainingSessions } from '../../persistence/session/training-session.repository.js';

export interface PlanTrainingSessionRequest {
  readonly requestKey?: string | null;
  readonly planId: string;
  readonly topic: TrainingTopic;
  readonly title: string;
  readonly kind: SessionKind;
  readonly trainerId?: string | null;
  readonly institution?: string | null;
  readonly resource?: string | null;
  readonly mode?: PracticeMode | null;
  readonly heldOn: LocalDate;
  readonly hours: number;
}

/** Plans a training of a published plan [6.3-6.6]. */
@Injectable()
export class PlanTrainingSession {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: TrainingPlans,
    private readonly sessions: TrainingSessions,
    private readonly directory: EmployeeDirectory,
  ) {}

  execute(actor: Actor, input: PlanTrainingSessionRequest): Promise<string> {
    return this.work.once({ operation: 'plan-training-session', actor, input }, async (tx) => {
      const plan = await this.plans.get(input.planId, tx);
      if (plan.state !== 'PUBLISHED') throw new DomainError('PLAN_NOT_PUBLISHED', { year: plan.year }, 'planId');
      if (input.trainerId && !(await this.directory.find(input.trainerId, tx))?.active) {
        throw new DomainError('ATTENDEE_UNKNOWN', { employeeId: input.trainerId }, 'trainerId');
      }
      const { topic, title, kind, heldOn, hours } = input;
      const of = {
        trainerId: input.trainerId ?? null,
        institution: input.institution ?? null,
        resource: input.resource ?? null,
        mode: input.mode ?? null,
      };
      const session = planSession({ id: newId('trs'), planId: plan.id, topic, title, kind, heldOn, hours, ...of });
      return (await this.sessions.insert(session, tx)).id;
    });
  }
}
