import { DomainError } from '@weilend/kernel';
import { writtenText } from '../checks/written-text.js';
import type { Investigation } from './investigation.js';
import { investigationMachine } from './investigation.machine.js';

// Two people investigate together (双人调查): different, in office, investigators by role, and not close to the customer. That neither of
// them sold the loan is the company-wide rule on separated duties, checked by the use case with the participants of the application. Every
// pair that an investigation ever had stays readable, with who chose it and why.

/** What the employee directory knows of a person. */
export interface Candidate {
  readonly employeeId: string;
  readonly active: boolean;
  readonly roles: readonly string[];
}

/** One pair that the investigation had, oldest first. */
export interface PairAssignment {
  readonly investigatorIds: readonly string[];
  readonly assignedBy: string;
  readonly assignedAt: Date;
  /** Why the pair was changed; null for the first one. */
  readonly reason: string | null;
  /** Taken as proposed by load and conflict. */
  readonly proposed: boolean;
}

export type Assigning = Omit<PairAssignment, 'investigatorIds'>;

export interface PairChoice {
  readonly investigatorIds: readonly string[];
  /** Those of them that are known. */
  readonly candidates: readonly Candidate[];
  /** Who is close to the customer. */
  readonly conflicted: ReadonlySet<string>;
}

const INVESTIGATOR = 'investigator';

/** The investigation with its pair. Throws INVESTIGATORS_NOT_TWO, INVESTIGATOR_NOT_ELIGIBLE, INVESTIGATOR_CONFLICTED or a text refusal. */
export function assignPair(investigation: Investigation, choice: PairChoice, how: Assigning): Investigation {
  const { investigatorIds } = choice;
  const state = investigationMachine.next(investigation.state, 'assign');
  if (investigatorIds.length !== 2 || new Set(investigatorIds).size !== 2)
    throw new DomainError('INVESTIGATORS_NOT_TWO', {}, 'investigatorIds');
  for (const employeeId of investigatorIds) {
    const known = choice.candidates.find((one) => one.employeeId === employeeId);
    if (!known?.active || !known.roles.includes(INVESTIGATOR))
      throw new DomainError('INVESTIGATOR_NOT_ELIGIBLE', { employeeId }, 'investigatorIds');
    if (choice.conflicted.has(employeeId)) throw new DomainError('INVESTIGATOR_CONFLICTED', { employeeId }, 'investigatorIds');
  }
  const reason = how.reason === null ? null : writtenText(how.reason, 'reason', 4);
  const assignment = { ...how, reason, investigatorIds: [...investigatorIds] };
  return { ...investigation, state, investigatorIds: [...investigatorIds], assignments: [...investigation.assignments, assignment] };
}

/** Who stays when somebody of the pair leaves or is away; throws INVESTIGATOR_NOT_OF_PAIR. */
export function stayingWithout(investigation: Pick<Investigation, 'investigatorIds'>, leavingId: string): string[] {
  if (!investigation.investigatorIds.includes(leavingId)) throw new DomainError('INVESTIGATOR_NOT_OF_PAIR', {}, 'leavingId');
  return investigation.investigatorIds.filter((one) => one !== leavingId);
}
