import { addDays, DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { requireReason } from '../customer/correction.js';
import { confirmDisclosure } from './disclosure.js';
import type { DisclosureConfirmation, DisclosureText, DisclosureWord } from './disclosure.js';
import type { CompleteNeeds } from './enquiry.js';
import { proposalMachine } from './proposal.machine.js';
import type { ProposalState } from './proposal.machine.js';

// A proposal (贷款方案建议): one product for the known needs, with what it costs by each suitable repayment method. Sales does not
// compute: finance quotes, by machine; until the quote is here the proposal is being priced. A price holds for some days: the customer
// takes it or declines it with the reason, and what has run out is quoted anew as another proposal.

export interface ProposalQuote {
  readonly quoteId: string;
  readonly method: string;
  readonly termsHash: string;
  readonly totalInterestFen: number;
  readonly totalFeesFen: number;
  readonly firstInstalmentFen: number;
  readonly annualCostCompound: string;
  readonly withinCap: boolean;
}

/** What the customer said to a proposal. */
export interface ProposalAnswer {
  readonly accepted: boolean;
  /** Needed when he declines. */
  readonly reason: string | null;
  readonly by: string;
  readonly at: Date;
}

export interface Proposal {
  readonly id: string;
  readonly version: number;
  readonly enquiryId: string;
  readonly customerId: string | null;
  readonly salespersonId: string;
  readonly productId: string;
  readonly productVersion: number;
  readonly needs: CompleteNeeds;
  readonly methods: readonly string[];
  readonly startOn: LocalDate;
  /** Last day on which it can be taken, by the parameter proposal.validity. */
  readonly validUntil: LocalDate;
  /** The one that ran out and was quoted anew. */
  readonly replacesId: string | null;
  readonly state: ProposalState;
  readonly quotes: readonly ProposalQuote[];
  readonly refusedBecause: readonly string[];
  readonly answer: ProposalAnswer | null;
  /** That the customer was told what he must know, before he takes it [7.9]. */
  readonly disclosure: DisclosureConfirmation | null;
  readonly createdAt: Date;
}

export type ProposalStart = Omit<Proposal, 'version' | 'validUntil' | 'state' | 'quotes' | 'refusedBecause' | 'answer' | 'disclosure'>;

/** A proposal that finance is asked to price; it can be taken until `validityDays` from its first day. */
export function openProposal(start: ProposalStart, validityDays: number): Proposal {
  const open = { state: proposalMachine.initial, quotes: [], refusedBecause: [], answer: null, disclosure: null };
  return { ...start, version: 0, validUntil: addDays(start.startOn, validityDays), ...open };
}

/** The wanted method first, then the others that the product offers, so that the customer can compare. */
export function methodsToQuote(offered: readonly string[], wanted: string): readonly string[] {
  return [...new Set([wanted, ...offered])].filter((method) => offered.includes(method));
}

/** Takes finance's quotes; a later answer for the same proposal replaces nothing that is quoted. */
export function withQuotes(proposal: Proposal, quotes: readonly ProposalQuote[]): Proposal {
  if (!proposalMachine.can(proposal.state, 'quote')) return proposal;
  return { ...proposal, state: proposalMachine.next(proposal.state, 'quote'), quotes, refusedBecause: [] };
}

/** Finance could not quote; a quote that is here already stands. */
export function withRefusal(proposal: Proposal, reasons: readonly string[]): Proposal {
  if (!proposalMachine.can(proposal.state, 'refuse')) return proposal;
  return { ...proposal, state: proposalMachine.next(proposal.state, 'refuse'), refusedBecause: reasons };
}

type Held = Pick<Proposal, 'state' | 'validUntil'>;

/** The day until which somebody has to decide on it; null when there is nothing to decide. */
export function expiresOn({ state, validUntil }: Held): LocalDate | null {
  return proposalMachine.can(state, 'expire') ? validUntil : null;
}

/** What its state is on a day: a price that ran out is EXPIRED from the next day on, whether or not anybody has written it down. */
export function stateOn(proposal: Held, today: LocalDate): ProposalState {
  const last = expiresOn(proposal);
  return last !== null && today > last ? 'EXPIRED' : proposal.state;
}

/** Writes down that it ran out; the same proposal when it did not. */
export function expire(proposal: Proposal, today: LocalDate): Proposal {
  const state = stateOn(proposal, today);
  return state === proposal.state ? proposal : { ...proposal, state };
}

/** The customer takes it or says no. Throws PROPOSAL_EXPIRED, ILLEGAL_TRANSITION, or REASON_REQUIRED when he declines. */
export function answerProposal(proposal: Proposal, answer: ProposalAnswer, today: LocalDate): Proposal {
  requireValid(proposal, today);
  const state = proposalMachine.next(proposal.state, answer.accepted ? 'accept' : 'decline');
  const reason = answer.accepted ? (answer.reason?.trim() ?? null) : requireReason(answer.reason ?? '');
  return { ...proposal, state, answer: { ...answer, reason } };
}

/** The customer confirms what he was told, once there is a price to tell. Throws PROPOSAL_NOT_QUOTED, PROPOSAL_EXPIRED, or what the disclosure refuses [7.9]. */
export function discloseAt(
  proposal: Proposal,
  word: Omit<DisclosureWord, 'productId'>,
  of: { readonly inForce: DisclosureText; readonly today: LocalDate },
): Proposal {
  requireTakeable(proposal, of.today);
  return { ...proposal, disclosure: confirmDisclosure({ ...word, productId: proposal.productId }, of.inForce) };
}

/** It becomes an application, which is the customer's yes. Throws PROPOSAL_EXPIRED, PROPOSAL_NOT_QUOTED or PROPOSAL_OF_ANOTHER. */
export function applyProposal(
  proposal: Proposal,
  taker: { readonly customerId: string; readonly by: string; readonly at: Date; readonly today: LocalDate },
): Proposal {
  requireTakeable(proposal, taker.today);
  if (proposal.customerId !== null && proposal.customerId !== taker.customerId)
    throw new DomainError('PROPOSAL_OF_ANOTHER', {}, 'proposalId');
  const said = { accepted: true, reason: null, by: taker.by, at: taker.at };
  return { ...proposal, state: proposalMachine.next(proposal.state, 'apply'), answer: proposal.answer ?? said };
}

/** Quoted anew is only what cannot be taken any more. Throws PROPOSAL_STANDS. */
export function requireRenewable(proposal: Proposal, today: LocalDate): void {
  const state = stateOn(proposal, today);
  if (state !== 'EXPIRED' && state !== 'REFUSED' && state !== 'DECLINED' && !hasRunOut(proposal, today))
    throw new DomainError('PROPOSAL_STANDS', { validUntil: proposal.validUntil }, 'proposalId');
}

const hasRunOut = ({ validUntil }: Held, today: LocalDate): boolean => today > validUntil;

function requireValid(proposal: Proposal, today: LocalDate): void {
  if (stateOn(proposal, today) === 'EXPIRED' || (proposal.state === 'APPLIED' && hasRunOut(proposal, today)))
    throw new DomainError('PROPOSAL_EXPIRED', { validUntil: proposal.validUntil }, 'proposalId');
}

function requireTakeable(proposal: Proposal, today: LocalDate): void {
  requireValid(proposal, today);
  if (!proposalMachine.can(proposal.state, 'apply')) throw new DomainError('PROPOSAL_NOT_QUOTED', { state: proposal.state }, 'proposalId');
}
