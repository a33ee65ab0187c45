import { Injectable } from '@nestjs/common';
import { employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { proposedPair } from '../../domain/investigation/pair-proposal.js';
import { Investigations } from '../../persistence/investigation/investigation.repository.js';
import { InvestigationPairs } from './investigation-pairs.js';

export interface AssignProposedPairRequest {
  readonly requestKey?: string | null;
  readonly investigationId: string;
  /** Who is away and is not taken. */
  readonly absentIds?: readonly string[] | null;
  readonly reason?: string | null;
}

/** Takes the two who have the least open work of those who may: the same facts always give the same pair [4.11]. */
@Injectable()
export class AssignProposedPair {
  constructor(
    private readonly work: UnitOfWork,
    private readonly investigations: Investigations,
    private readonly pairs: InvestigationPairs,
  ) {}

  execute(actor: Actor, input: AssignProposedPairRequest): Promise<string> {
    return this.work.once({ operation: 'assign-proposed-pair', actor, input }, async (tx) => {
      const investigation = await this.investigations.get(input.investigationId, tx);
      const pair = proposedPair(await this.pairs.ranked(investigation, input.absentIds ?? [], tx));
      const how = { assignedBy: employeeIdOf(actor), reason: input.reason ?? null, proposed: true };
      const { id } = await this.pairs.assign(investigation, pair, how, tx);
      return id;
    });
  }
}
