import { Injectable } from '@nestjs/common';
import { checkSegregation } from '@weilend/contracts';
import type { Participant, ParameterKey } from '@weilend/contracts';
import { addWorkingTime, BusinessClock } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { EmployeeDirectory, Parameters } from '@weilend/service';
import { CHECK_METHODS } from '../../domain/checks/waiver.js';
import type { CheckMethod } from '../../domain/checks/waiver.js';
import { assignPair } from '../../domain/investigation/assign-pair.js';
import type { Assigning, Candidate } from '../../domain/investigation/assign-pair.js';
import { firstPlan, withFirstPlan } from '../../domain/investigation/investigation-plan.js';
import type { Investigation } from '../../domain/investigation/investigation.js';
import { rankCandidates } from '../../domain/investigation/pair-proposal.js';
import type { RankedCandidate } from '../../domain/investigation/pair-proposal.js';
import { Investigations } from '../../persistence/investigation/investigation.repository.js';
import { PairFactsStore } from '../../persistence/investigation/pair-facts.repository.js';

const DEADLINES: Readonly<Record<CheckMethod, ParameterKey>> = {
  SITE_VISIT: 'deadline.check-site-visit',
  PHONE_VERIFICATION: 'deadline.check-phone-verification',
  BUREAU_INQUIRY: 'deadline.check-bureau-inquiry',
  DATA_ANALYSIS: 'deadline.check-data-analysis',
};

/** Names the pair of an investigation, however it was chosen, and writes the first outline with it [4.10, 4.11, 7.3]. */
@Injectable()
export class InvestigationPairs {
  constructor(
    private readonly investigations: Investigations,
    private readonly facts: PairFactsStore,
    private readonly directory: EmployeeDirectory,
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  async assign(
    investigation: Investigation,
    investigatorIds: readonly string[],
    how: Omit<Assigning, 'assignedAt'>,
    tx: Tx,
  ): Promise<Investigation> {
    const [candidates, conflicted] = [await this.candidates(investigatorIds, tx), await this.facts.conflicted(investigation, tx)];
    const assignedAt = this.clock.now();
    const assigned = assignPair(investigation, { investigatorIds, candidates, conflicted }, { ...how, assignedAt });
    for (const employeeId of assigned.investigatorIds)
      checkSegregation(participantsOf(investigation), { role: 'INVESTIGATOR', employeeId });
    const plan = firstPlan(await this.dueTimes(assignedAt), { plannedBy: how.assignedBy, plannedAt: assignedAt });
    return this.investigations.save(withFirstPlan(assigned, plan), tx);
  }

  /** Everybody who investigates, in the order in which he would be taken, with what keeps him out. */
  async ranked(investigation: Investigation, absent: readonly string[], tx: Tx): Promise<RankedCandidate[]> {
    return rankCandidates(await this.facts.of(investigation, { absent, on: this.clock.today() }, tx));
  }

  private async candidates(employeeIds: readonly string[], tx: Tx): Promise<Candidate[]> {
    const found: Candidate[] = [];
    for (const employeeId of employeeIds) {
      const row = await this.directory.find(employeeId, tx);
      if (row) found.push({ employeeId, active: row.active, roles: row.roles });
    }
    return found;
  }

  private async dueTimes(from: Date): Promise<Record<CheckMethod, Date>> {
    const on = this.clock.today();
    const calendar = await this.parameters.calendar(on);
    const due = {} as Record<CheckMethod, Date>;
    for (const method of CHECK_METHODS) due[method] = addWorkingTime(calendar, from, await this.parameters.duration(DEADLINES[method], on));
    return due;
  }
}

/** Everybody who took part before, and always the salesperson, even if the list of the handoff forgot him. */
function participantsOf({ participants, salespersonId }: Investigation): Participant[] {
  return [...(participants as readonly Participant[]), { role: 'SALESPERSON', employeeId: salespersonId }];
}
