// Acts on the committee as somebody may try them, and how they are answered.
import { GraphFault } from '../../../infra/local/demo/graph-client.ts';
import type { Act, Person } from '../../../infra/local/demo/person.ts';

/** Codes with which an act is refused; `DONE` when it is not. */
export async function refusalOf(person: Person, act: Act): Promise<string> {
  try {
    const [payload] = await person.attempt(act);
    return payload?.userErrors.map(({ code }) => code).join() || 'DONE';
  } catch (thrown) {
    if (thrown instanceof GraphFault) return [...new Set(thrown.errors.map(({ extensions }) => extensions?.code))].join();
    throw thrown;
  }
}

export const vote = (caseId: string, choice = 'YES', reason = '同意'): Act => ({
  verb: 'castVote',
  input: { caseId, choice, reason },
  select: 'approvalCase { id }',
});
export const close = (caseId: string): Act => ({ verb: 'decideCase', input: { caseId }, select: 'decision { id }' });
export const terms = (caseId: string, wanted: object): Act => ({
  verb: 'proposeTerms',
  input: { caseId, ...wanted },
  select: 'approvalCase { id }',
});

/** A policy under which the chair decides everything alone. */
export const lenientPolicy = (effectiveFrom: string | null): Act => ({
  verb: 'publishPolicy',
  input: {
    ...(effectiveFrom ? { effectiveFrom } : {}),
    bands: [
      {
        ...{ authority: 'INDIVIDUAL', upTo: '5000000.00', membersNeeded: 1, chairVeto: false },
        ...{ quorum: { numerator: 1, denominator: 1 }, majority: { numerator: 1, denominator: 1 } },
      },
    ],
  },
  select: 'policy { id }',
});
export const appoint = (employeeId: string): Act => ({
  verb: 'appointMember',
  input: { employeeId, office: 'MEMBER' },
  select: 'member { id }',
});

/** A paper as somebody names it. */
export interface NamedPaper {
  readonly fileId: string;
  readonly sha256: string;
}

/** A rejection, or an approval that lapsed over a condition, before the committee once more. */
export const secondLook = (decisionId: string, facts: string, documents: readonly NamedPaper[]): Act => ({
  verb: 'requestReconsideration',
  input: { decisionId, facts, documents },
  select: 'approvalCase { id }',
});
