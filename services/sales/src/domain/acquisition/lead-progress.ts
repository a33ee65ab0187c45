import type { LoanApplication } from '../application/application.js';
import { currentDecision } from '../application/facts.js';
import type { Lead } from '../enquiry/lead.js';

// How far a lead has come: answered, asked about a loan, became a customer, handed in an application, was approved, signed, was paid out.
// An application counts for the lead by which its customer came last before it; a payment that was taken back counts for nothing.

export interface LeadProgress {
  readonly applied: boolean;
  readonly approved: boolean;
  readonly signed: boolean;
  /** Loans that were paid out and not taken back. */
  readonly loans: number;
  readonly disbursedFen: number;
}

export const noProgress: LeadProgress = { applied: false, approved: false, signed: false, loans: 0, disbursedFen: 0 };

/** Steps of the funnel as bits, so that a count over all leads reads one number of each. */
export const REACHED = { responded: 1, enquired: 2, converted: 4, applied: 8, approved: 16, signed: 32, paid: 64 } as const;
export type FunnelStep = keyof typeof REACHED;

type Conversion = Pick<Lead, 'id' | 'convertedAt'>;
type Outcome = Pick<LoanApplication, 'createdAt' | 'rounds' | 'facts' | 'signedAt'>;

/** The loan of an application that was paid out and stays paid out. */
export function standingPayout({ facts }: Pick<LoanApplication, 'facts'>): LoanApplication['facts']['disbursed'] {
  return facts.disbursed && facts.reversed?.loanId !== facts.disbursed.loanId ? facts.disbursed : null;
}

/** Progress of every lead of one customer by all his applications. */
export function progressByLead(leads: readonly Conversion[], applications: readonly Outcome[]): ReadonlyMap<string, LeadProgress> {
  const byTime = leads
    .flatMap(({ id, convertedAt }) => (convertedAt ? [{ id, since: convertedAt.getTime() }] : []))
    .sort((a, b) => a.since - b.since);
  const progress = new Map(byTime.map(({ id }) => [id, noProgress]));
  for (const application of applications) {
    const lead = byTime.findLast(({ since }) => since <= application.createdAt.getTime());
    if (lead) progress.set(lead.id, added(progress.get(lead.id) ?? noProgress, application));
  }
  return progress;
}

function added(before: LeadProgress, application: Outcome): LeadProgress {
  const decision = currentDecision(application.facts);
  const paid = standingPayout(application);
  return {
    applied: before.applied || application.rounds.length > 0,
    approved: before.approved || (decision !== null && decision.result !== 'REJECTED'),
    signed: before.signed || application.signedAt !== null,
    loans: before.loans + (paid ? 1 : 0),
    disbursedFen: before.disbursedFen + (paid?.amountFen ?? 0),
  };
}

export function isSameProgress(a: LeadProgress, b: LeadProgress): boolean {
  return (Object.keys(noProgress) as (keyof LeadProgress)[]).every((part) => a[part] === b[part]);
}

/** The steps that a lead has made, as bits. */
export function reachedOf(lead: Pick<Lead, 'firstRespondedAt' | 'enquiredAt' | 'convertedAt' | 'progress'>): number {
  const { applied, approved, signed, loans } = lead.progress;
  const steps: Readonly<Record<FunnelStep, boolean>> = {
    responded: lead.firstRespondedAt !== null,
    enquired: lead.enquiredAt !== null,
    converted: lead.convertedAt !== null,
    applied,
    approved,
    signed,
    paid: loans > 0,
  };
  return (Object.keys(REACHED) as FunnelStep[]).reduce((bits, step) => (steps[step] ? bits | REACHED[step] : bits), 0);
}
