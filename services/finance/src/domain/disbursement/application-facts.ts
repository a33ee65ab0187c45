import type { LocalDate } from '@weilend/kernel';
import type { LoanTerms } from '../quote/quote.js';
import type { OrderParticipant } from './order.js';

// What other departments have said of an application, as far as paying out depends on it: approval's decisions and whether the
// customer withdrew. The facts only grow: whatever order they arrive in, the same picture stands at the end, and a later, weaker
// fact never takes back a stronger one (a lapsed approval stays lapsed, a withdrawn application stays withdrawn).

export interface DecisionFact {
  readonly decisionId: string;
  /** null until the decision itself has been seen; a lapse or a confirmation may be known before it. */
  readonly result: 'APPROVED' | 'CONDITIONAL' | 'REJECTED' | null;
  /** null when rejected or not yet seen. */
  readonly terms: LoanTerms | null;
  readonly validUntil: LocalDate | null;
  /** The borrower that was decided on; null in decisions from before approval told it. */
  readonly customerId: string | null;
  /** Who sold, investigated and voted, as approval says: they may neither make nor check the payment. */
  readonly participants: readonly OrderParticipant[];
  readonly conditionsConfirmed: boolean;
  readonly lapsed: string | null;
}

export interface ApplicationFacts {
  /** The application's id. */
  readonly id: string;
  readonly version: number;
  readonly decisions: readonly DecisionFact[];
  /** Reason of the customer's withdrawal or cancellation, or null. */
  readonly stopped: string | null;
  /** Contracts whose cancellation has been announced, so that each is announced once. */
  readonly cancelledContractIds: readonly string[];
}

export const noFacts = (applicationId: string): ApplicationFacts => ({
  id: applicationId,
  version: 0,
  decisions: [],
  stopped: null,
  cancelledContractIds: [],
});

export type DecisionMade = Pick<DecisionFact, 'decisionId' | 'result' | 'terms' | 'validUntil' | 'customerId' | 'participants'>;

export function withDecision(facts: ApplicationFacts, made: DecisionMade): ApplicationFacts {
  return change(facts, made.decisionId, (known) => ({ ...known, ...made }));
}

export function withConditionsConfirmed(facts: ApplicationFacts, decisionId: string): ApplicationFacts {
  return change(facts, decisionId, (known) => ({ ...known, conditionsConfirmed: true }));
}

export function withLapse(facts: ApplicationFacts, decisionId: string, reason: string): ApplicationFacts {
  return change(facts, decisionId, (known) => ({ ...known, lapsed: known.lapsed ?? reason }));
}

export function withStop(facts: ApplicationFacts, reason: string): ApplicationFacts {
  return { ...facts, stopped: facts.stopped ?? reason };
}

/** Notes that a contract's cancellation is announced; `first` says whether it is to be announced now. */
export function withCancelled(facts: ApplicationFacts, contractId: string): { facts: ApplicationFacts; first: boolean } {
  if (facts.cancelledContractIds.includes(contractId)) return { facts, first: false };
  return { facts: { ...facts, cancelledContractIds: [...facts.cancelledContractIds, contractId] }, first: true };
}

export function decisionOf(facts: ApplicationFacts, decisionId: string): DecisionFact | null {
  return facts.decisions.find((decision) => decision.decisionId === decisionId) ?? null;
}

function change(facts: ApplicationFacts, decisionId: string, apply: (known: DecisionFact) => DecisionFact): ApplicationFacts {
  const known = decisionOf(facts, decisionId);
  const nothing = {
    result: null,
    terms: null,
    validUntil: null,
    customerId: null,
    participants: [],
    conditionsConfirmed: false,
    lapsed: null,
  };
  const unseen: DecisionFact = { decisionId, ...nothing };
  const changed = apply(known ?? unseen);
  return { ...facts, decisions: [...facts.decisions.filter((decision) => decision.decisionId !== decisionId), changed] };
}
