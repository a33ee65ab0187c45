import { DomainError } from '@weilend/kernel';
import type { Investigation } from './investigation.js';
import { investigationMachine } from './investigation.machine.js';

// Two people investigate together (双人调查): different, in office, and investigators by role. That neither of them sold the loan is the
// company-wide rule on separated duties, checked by the use case with the participants of the application.

/** What the employee directory knows of a person. */
export interface Candidate {
  readonly employeeId: string;
  readonly active: boolean;
  readonly roles: readonly string[];
}

const INVESTIGATOR = 'investigator';

/** The investigation with its pair. Throws INVESTIGATORS_NOT_TWO or INVESTIGATOR_NOT_ELIGIBLE; `candidates` holds those that are known. */
export function assignPair(investigation: Investigation, employeeIds: readonly string[], candidates: readonly Candidate[]): Investigation {
  const state = investigationMachine.next(investigation.state, 'assign');
  if (employeeIds.length !== 2 || new Set(employeeIds).size !== 2) throw new DomainError('INVESTIGATORS_NOT_TWO', {}, 'investigatorIds');
  for (const employeeId of employeeIds) {
    const known = candidates.find((one) => one.employeeId === employeeId);
    if (!known?.active || !known.roles.includes(INVESTIGATOR))
      throw new DomainError('INVESTIGATOR_NOT_ELIGIBLE', { employeeId }, 'investigatorIds');
  }
  return { ...investigation, state, investigatorIds: [...employeeIds] };
}
