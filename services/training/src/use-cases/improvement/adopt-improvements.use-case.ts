import { Injectable } from '@nestjs/common';
import { DomainError } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { adoptImprovement } from '../../domain/improvement/improvement.js';
import { Improvements } from '../../persistence/improvement/improvement.repository.js';
import { TrainingPlans } from '../../persistence/plan/training-plan.repository.js';

export interface AdoptImprovementsRequest {
  readonly requestKey?: string | null;
  readonly planId: string;
  readonly ids: readonly string[];
}

const MOST = 100;

/** The plan of a later year takes up what evaluations found: all of the named improvements, or none; the plan says so in its words, too [6.9]. */
@Injectable()
export class AdoptImprovements {
  constructor(
    private readonly work: UnitOfWork,
    private readonly plans: TrainingPlans,
    private readonly improvements: Improvements,
  ) {}

  execute(actor: Actor, input: AdoptImprovementsRequest): Promise<string> {
    return this.work.once({ operation: 'adopt-improvements', actor, input }, async (tx) => {
      const ids = [...new Set(input.ids)];
      if (ids.length === 0 || ids.length > MOST) throw new DomainError('IMPROVEMENTS_MISSING', {}, 'ids');
      const plan = await this.plans.get(input.planId, tx);
      const adopted: string[] = [];
      for (const id of ids) {
        const item = adoptImprovement(await this.improvements.get(id, tx), plan);
        await this.improvements.save(item, tx);
        adopted.push(item.text);
      }
      return (await this.plans.save({ ...plan, adoptedImprovements: [...new Set([...plan.adoptedImprovements, ...adopted])] }, tx)).id;
    });
  }
}
