import { Injectable } from '@nestjs/common';
import { checkSegregation } from '@weilend/contracts';
import type { Participant } from '@weilend/contracts';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { EmployeeDirectory } from '@weilend/service';
import { assignPair } from '../../domain/investigation/assign-pair.js';
import type { Candidate } from '../../domain/investigation/assign-pair.js';
import type { Investigation } from '../../domain/investigation/investigation.js';
import { Investigations } from '../../persistence/investigation/investigation.repository.js';

export interface AssignInvestigatorsRequest {
  readonly requestKey?: string | null;
  readonly investigationId: string;
  readonly investigatorIds: readonly string[];
}

/** Gives an investigation to two investigators, neither of whom sold the loan [4.11, 7.3]. */
@Injectable()
export class AssignInvestigators {
  constructor(
    private readonly work: UnitOfWork,
    private readonly investigations: Investigations,
    private readonly directory: EmployeeDirectory,
  ) {}

  execute(actor: Actor, input: AssignInvestigatorsRequest): Promise<string> {
    return this.work.once({ operation: 'assign-investigators', actor, input }, async (tx) => {
      const investigation = await this.investigations.get(input.investigationId, tx);
      const assigned = assignPair(investigation, input.investigatorIds, await this.candidates(input.investigatorIds, tx));
      for (const employeeId of assigned.investigatorIds)
        checkSegregation(participantsOf(investigation), { role: 'INVESTIGATOR', employeeId });
      await this.investigations.save(assigned, tx);
      return assigned.id;
    });
  }

  private async candidates(employeeIds: readonly string[], tx: Tx): Promise<Candidate[]> {
    const found: Candidate[] = [];
    for (const employeeId of employeeIds) {
      const row = await this.directory.find(employeeId, tx);
      if (row) found.push({ employeeId, active: row.active, roles: row.roles });
    }
    return found;
  }
}

/** Everybody who took part before, and always the salesperson, even if the list of the handoff forgot him. */
function participantsOf({ participants, salespersonId }: Investigation): Participant[] {
  return [...(participants as readonly Participant[]), { role: 'SALESPERSON', employeeId: salespersonId }];
}
