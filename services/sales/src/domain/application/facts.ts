import type { LocalDate } from '@weilend/kernel';

// What other departments have told us about an application: the final risk report, the decision, confirmed conditions, a lapsed approval,
// the payout or its cancellation. Facts only add up: each is kept once under its own key with the time its producer gave it, so the
// same facts in any order are the same knowledge.

export type DecisionOutcome = 'APPROVED' | 'CONDITIONAL' | 'REJECTED';

export interface ContractTerms {
  readonly productId: string;
  readonly amountFen: number;
  readonly termMonths: number;
  readonly annualRate: string;
  readonly method: string;
}

export interface ReportFact {
  readonly reportId: string;
  readonly reportVersion: number;
  readonly rating: 'LOW' | 'MEDIUM' | 'HIGH';
  readonly at: Date;
}

export interface DecisionFact {
  readonly decisionId: string;
  readonly result: DecisionOutcome;
  readonly terms: ContractTerms | null;
  readonly validUntil: LocalDate | null;
  readonly conditionIds: readonly string[];
  readonly at: Date;
}

export interface DecisionNote {
  readonly decisionId: string;
  readonly reason: string | null;
  readonly at: Date;
}

export interface ContractNote {
  readonly contractId: string;
  readonly reasons: readonly string[];
  readonly at: Date;
}

export interface DisbursedFact {
  readonly loanId: string;
  readonly contractId: string;
  readonly amountFen: number;
  readonly disbursedOn: LocalDate;
  readonly at: Date;
}

export interface ReversedFact {
  readonly loanId: string;
  readonly contractId: string;
  readonly cause: 'BANK_RETURNED' | 'PAID_IN_ERROR';
  readonly reversedOn: LocalDate;
  readonly at: Date;
}

export interface SettledFact {
  readonly loanId: string;
  readonly settledOn: LocalDate;
  readonly at: Date;
}

/** A repayment was taken back, so that something is left to pay again. */
export interface ReopenedFact {
  readonly loanId: string;
  readonly at: Date;
}

export interface Facts {
  readonly reports: readonly ReportFact[];
  readonly decisions: readonly DecisionFact[];
  readonly confirmed: readonly DecisionNote[];
  readonly lapsed: readonly DecisionNote[];
  readonly disbursed: DisbursedFact | null;
  /** Finance took the payment back after it was made. */
  readonly reversed: ReversedFact | null;
  /** Nothing is left to pay: the loan has ended. Absent in records from before that was kept. */
  readonly settled?: SettledFact | null;
  /** The latest time that a settled loan was owed again. Absent in records from before that was kept. */
  readonly reopened?: ReopenedFact | null;
  readonly cancelled: ContractNote | null;
  readonly cancellationRefused: ContractNote | null;
  /** Finance sent the payment order back; the contract stays signed. */
  readonly paymentReturned: readonly ContractNote[];
}

export const noFacts: Facts = {
  reports: [],
  decisions: [],
  confirmed: [],
  lapsed: [],
  disbursed: null,
  reversed: null,
  settled: null,
  reopened: null,
  cancelled: null,
  cancellationRefused: null,
  paymentReturned: [],
};

type ListName = 'reports' | 'decisions' | 'confirmed' | 'lapsed' | 'paymentReturned';

const KEYS: { readonly [L in ListName]: (fact: Facts[L][number]) => string } = {
  reports: (fact) => `${fact.reportId} ${fact.reportVersion}`,
  decisions: (fact) => fact.decisionId,
  confirmed: (fact) => fact.decisionId,
  lapsed: (fact) => fact.decisionId,
  paymentReturned: (fact) => `${fact.contractId} ${fact.at.toISOString()}`,
};

/** Adds a fact of a list once, in the order of its producer's time. */
export function addFact<L extends ListName>(facts: Facts, list: L, fact: Facts[L][number]): Facts {
  const key = KEYS[list] as (fact: Facts[ListName][number]) => string;
  const known = facts[list] as readonly Facts[ListName][number][];
  if (known.some((one) => key(one) === key(fact))) return facts;
  const sorted = [...known, fact].sort((a, b) => a.at.getTime() - b.at.getTime() || (key(a) < key(b) ? -1 : 1));
  return { ...facts, [list]: sorted };
}

/** Sets a fact that can be true only once; the first one stays. */
export function setFact<K extends 'disbursed' | 'reversed' | 'cancelled' | 'cancellationRefused'>(
  facts: Facts,
  name: K,
  fact: NonNullable<Facts[K]>,
): Facts {
  return facts[name] ? facts : { ...facts, [name]: fact };
}

/** Sets a fact that may come true again; the latest one stays. */
export function setLatest<K extends 'settled' | 'reopened'>(facts: Facts, name: K, fact: NonNullable<Facts[K]>): Facts {
  const known = facts[name];
  return known && known.at >= fact.at ? facts : { ...facts, [name]: fact };
}

/** The decision that counts: the latest; a reconsideration replaces the first. */
export function currentDecision(facts: Facts): DecisionFact | null {
  return facts.decisions.at(-1) ?? null;
}

export function currentReport(facts: Facts): ReportFact | null {
  return facts.reports.at(-1) ?? null;
}

export function hasLapsed(facts: Facts, decisionId: string): boolean {
  return facts.lapsed.some((note) => note.decisionId === decisionId);
}

export function isConfirmed(facts: Facts, decisionId: string): boolean {
  return facts.confirmed.some((note) => note.decisionId === decisionId);
}

/** Why nobody has to look after a loan any more, or null while somebody has to: it was repaid, or the payment was taken back [4.20]. */
export function careEnds({ settled, reopened, reversed }: Facts, loanId: string): string | null {
  if (reversed?.loanId === loanId) return 'the payment was taken back';
  if (settled?.loanId !== loanId) return null;
  const owedAgain = reopened?.loanId === loanId && reopened.at >= settled.at;
  return owedAgain ? null : 'the loan was repaid';
}
