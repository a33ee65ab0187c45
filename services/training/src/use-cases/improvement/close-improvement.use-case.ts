import { Injectable } from '@nestjs/common';
import { holds } from '@weilend/contracts';
import { BusinessClock, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { closeImprovement } from '../../domain/improvement/improvement.js';
import { Improvements } from '../../persistence/improvement/improvement.repository.js';

export interface CloseImprovementRequest {
  readonly requestKey?: string | null;
  readonly improvementId: string;
  /** False drops it, with the reason. */
  readonly done: boolean;
  readonly text: string;
}

/** Its owner, or who looks after trainings, says that an improvement is done; the latter may drop it with the reason [6.9]. */
@Injectable()
export class CloseImprovement {
  constructor(
    private readonly work: UnitOfWork,
    private readonly improvements: Improvements,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: CloseImprovementRequest): Promise<string> {
    return this.work.once({ operation: 'close-improvement', actor, input }, async (tx) => {
      const item = await this.improvements.get(input.improvementId, tx);
      const looksAfter = actor.kind === 'employee' && holds(actor.roles, 'training.raise-improvement');
      const closing = { text: input.text, by: employeeIdOf(actor), at: this.clock.now(), looksAfter };
      return (await this.improvements.save(closeImprovement(item, input.done ? 'finish' : 'drop', closing), tx)).id;
    });
  }
}
