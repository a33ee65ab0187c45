import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { revisePlan } from '../../domain/plan/training-plan.js';
import { TrainingPlans, TrainingPlanVersions } from '../../persistence/plan/training-plan.repository.js';
import { TrainingSessions } from '../../persistence/session/training-session.repository.js';
import { PlanDesk } from './plan-desk.js';
import type { PlanText } from './plan-desk.js';

export interface ReviseTrainingPlanRequest extends PlanText {
  readonly requestKey?: string | null;
  readonly planId: string;
  readonly reason: string;
}

/** A new version of a published plan, with its reason; the old text is kept beside it [6.1]. */
@Injectable()
export class ReviseTrainingPlan {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: TrainingPlans,
    private readonly versions: TrainingPlanVersions,
    private readonly sessions: TrainingSessions,
    private readonly desk: PlanDesk,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: ReviseTrainingPlanRequest): Promise<string> {
    return this.work.once({ operation: 'revise-training-plan', actor, input }, async (tx) => {
      const plan = await this.plans.get(input.planId, tx);
      const change = await this.desk.contentOf(plan, input, tx);
      const coursesInUse = await this.sessions.courseNosOf(plan.id, tx);
      const revised = revisePlan(plan, change, { reason: input.reason, coursesInUse });
      const { needsAnalysis, needs, courses, adoptedImprovements, findings, revision, revisedReason } = plan;
      const content = { needsAnalysis, needs, courses, adoptedImprovements, findings, revision, revisedReason };
      const replaced = { replacedBy: employeeIdOf(actor), replacedAt: this.clock.now() };
      await this.versions.insert({ id: newId('tpv'), version: 0, planId: plan.id, ...content, ...replaced }, tx);
      return (await this.plans.save(revised, tx)).id;
    });
  }
}
