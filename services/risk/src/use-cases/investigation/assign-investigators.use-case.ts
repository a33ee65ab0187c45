import { Injectable } from '@nestjs/common';
import { employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { Investigations } from '../../persistence/investigation/investigation.repository.js';
import { InvestigationPairs } from './investigation-pairs.js';

export interface AssignInvestigatorsRequest {
  readonly requestKey?: string | null;
  readonly investigationId: string;
  readonly investigatorIds: readonly string[];
  readonly reason?: string | null;
}

/** Gives an investigation to two investigators, neither of whom sold the loan or is close to the customer [4.11, 7.3]. */
@Injectable()
export class AssignInvestigators {
  constructor(
    private readonly work: UnitOfWork,
    private readonly investigations: Investigations,
    private readonly pairs: InvestigationPairs,
  ) {}

  execute(actor: Actor, input: AssignInvestigatorsRequest): Promise<string> {
    return this.work.once({ operation: 'assign-investigators', actor, input }, async (tx) => {
      const investigation = await this.investigations.get(input.investigationId, tx);
      const how = { assignedBy: employeeIdOf(actor), reason: input.reason ?? null, proposed: false };
      const { id } = await this.pairs.assign(investigation, input.investigatorIds, how, tx);
      return id;
    });
  }
}
