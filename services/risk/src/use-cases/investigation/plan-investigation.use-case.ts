import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { revisePlan } from '../../domain/investigation/investigation-plan.js';
import type { PlannedCheck } from '../../domain/investigation/investigation-plan.js';
import { requireInvestigator } from '../../domain/investigation/investigation.js';
import { Investigations } from '../../persistence/investigation/investigation.repository.js';

export interface PlanInvestigationRequest {
  readonly requestKey?: string | null;
  readonly investigationId: string;
  readonly checks: readonly (Pick<PlannedCheck, 'method' | 'dueAt'> & {
    readonly place?: string | null;
    readonly people?: string | null;
  })[];
  readonly focus?: string | null;
}

/** Says which checks are made where, with whom and by when; the outline of before stays beside the new one [4.10]. */
@Injectable()
export class PlanInvestigation {
  constructor(
    private readonly work: UnitOfWork,
    private readonly investigations: Investigations,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: PlanInvestigationRequest): Promise<string> {
    return this.work.once({ operation: 'plan-investigation', actor, input }, async (tx) => {
      const investigation = await this.investigations.get(input.investigationId, tx);
      const plannedBy = employeeIdOf(actor);
      requireInvestigator(investigation, plannedBy);
      const checks = input.checks.map(({ method, place, people, dueAt }) => ({
        method,
        place: place ?? null,
        people: people ?? null,
        dueAt,
      }));
      const draft = { checks, focus: input.focus ?? null, plannedBy, plannedAt: this.clock.now() };
      await this.investigations.save(revisePlan(investigation, draft), tx);
      return investigation.id;
    });
  }
}
