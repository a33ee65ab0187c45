import { Injectable } from '@nestjs/common';
import { employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { stayingWithout } from '../../domain/investigation/assign-pair.js';
import { proposedPair } from '../../domain/investigation/pair-proposal.js';
import { Investigations } from '../../persistence/investigation/investigation.repository.js';
import { InvestigationPairs } from './investigation-pairs.js';

export interface ReplaceInvestigatorRequest {
  readonly requestKey?: string | null;
  readonly investigationId: string;
  readonly leavingId: string;
  /** Left out: the one who has the least open work of those who may. */
  readonly replacementId?: string | null;
  readonly absentIds?: readonly string[] | null;
  readonly reason: string;
}

/** One of the two has left or is away: the other goes on with somebody else, and why is kept [4.11]. */
@Injectable()
export class ReplaceInvestigator {
  constructor(
    private readonly work: UnitOfWork,
    private readonly investigations: Investigations,
    private readonly pairs: InvestigationPairs,
  ) {}

  execute(actor: Actor, input: ReplaceInvestigatorRequest): Promise<string> {
    return this.work.once({ operation: 'replace-investigator', actor, input }, async (tx) => {
      const investigation = await this.investigations.get(input.investigationId, tx);
      const staying = stayingWithout(investigation, input.leavingId);
      const { replacementId, reason } = input;
      const away = [...(input.absentIds ?? []), input.leavingId];
      const pair = replacementId ? [...staying, replacementId] : proposedPair(await this.pairs.ranked(investigation, away, tx), staying);
      const how = { assignedBy: employeeIdOf(actor), reason, proposed: !replacementId };
      const { id } = await this.pairs.assign(investigation, pair, how, tx);
      return id;
    });
  }
}
