import { DomainError } from '@weilend/kernel';
import type { Candidate } from './assign-pair.js';

// Which two people investigate is proposed by load and conflict (按负荷与利益冲突提议双人): whoever has the least open work comes first, nobody
// who sold the loan, took part in another role, is close to the customer or is away comes at all. The same facts always give the same
// pair, and everybody who was passed over is shown with the reason.

export const EXCLUSIONS = ['NOT_ACTIVE', 'NOT_INVESTIGATOR', 'ABSENT', 'SALESPERSON', 'OTHER_ROLE', 'DECLARED_CONFLICT'] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];

/** Weight of one open investigation by what is to do: not begun, being carried out, waiting for sales. */
export interface LoadWeights {
  readonly assigned: number;
  readonly investigating: number;
  readonly waiting: number;
}

/** Open investigations of a person by what is to do. */
export interface OpenWork {
  readonly assigned: number;
  readonly investigating: number;
  readonly waiting: number;
}

export interface PairFacts {
  readonly candidates: readonly Candidate[];
  /** By employee; nobody named has nothing open. */
  readonly work: ReadonlyMap<string, OpenWork>;
  readonly weights: LoadWeights;
  readonly salespersonId: string;
  /** Who took part in a role that is apart from investigating. */
  readonly otherRoles: ReadonlySet<string>;
  readonly conflicted: ReadonlySet<string>;
  readonly absent: ReadonlySet<string>;
}

export interface RankedCandidate {
  readonly employeeId: string;
  readonly openInvestigations: number;
  readonly load: number;
  readonly excluded: Exclusion | null;
}

const IDLE: OpenWork = { assigned: 0, investigating: 0, waiting: 0 };
const INVESTIGATOR = 'investigator';

/** Everybody in the order in which he would be taken: who may first, the least loaded of them first, the id where the load is equal. */
export function rankCandidates(facts: PairFacts): RankedCandidate[] {
  const ranked = facts.candidates.map((candidate): RankedCandidate => {
    const { assigned, investigating, waiting } = facts.work.get(candidate.employeeId) ?? IDLE;
    const { weights } = facts;
    return {
      employeeId: candidate.employeeId,
      openInvestigations: assigned + investigating + waiting,
      load: assigned * weights.assigned + investigating * weights.investigating + waiting * weights.waiting,
      excluded: exclusionOf(candidate, facts),
    };
  });
  return ranked.sort(
    (a, b) => Number(a.excluded !== null) - Number(b.excluded !== null) || a.load - b.load || (a.employeeId < b.employeeId ? -1 : 1),
  );
}

/** The two least loaded of those who may, after those who stay. Throws PAIR_NOT_FOUND when there are not enough. */
export function proposedPair(ranked: readonly RankedCandidate[], staying: readonly string[] = []): string[] {
  const free = ranked.filter((one) => one.excluded === null && !staying.includes(one.employeeId)).map((one) => one.employeeId);
  const pair = [...staying, ...free].slice(0, 2);
  if (pair.length < 2) throw new DomainError('PAIR_NOT_FOUND', { free: free.length });
  return pair;
}

function exclusionOf({ employeeId, active, roles }: Candidate, facts: PairFacts): Exclusion | null {
  if (!active) return 'NOT_ACTIVE';
  if (!roles.includes(INVESTIGATOR)) return 'NOT_INVESTIGATOR';
  if (facts.absent.has(employeeId)) return 'ABSENT';
  if (employeeId === facts.salespersonId) return 'SALESPERSON';
  if (facts.otherRoles.has(employeeId)) return 'OTHER_ROLE';
  return facts.conflicted.has(employeeId) ? 'DECLARED_CONFLICT' : null;
}
