import type { LocalDate } from '@weilend/kernel';
import type { CompleteNeeds } from './enquiry.js';

// A proposal (贷款方案建议): one product for the known needs, with what it costs by each suitable repayment method. Sales does not
// compute: finance quotes, by machine; until the quote is here the proposal is being priced.

export const PROPOSAL_STATES = ['PRICING', 'QUOTED', 'REFUSED'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

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
  readonly state: ProposalState;
  readonly quotes: readonly ProposalQuote[];
  readonly refusedBecause: readonly string[];
  readonly createdAt: Date;
}

/** The wanted method first, then the others that the product offers, so that the customer can compare. */
export function methodsToQuote(offered: readonly string[], wanted: string): readonly string[] {
  return [...new Set([wanted, ...offered])].filter((method) => offered.includes(method));
}

/** Takes finance's quotes; a later answer for the same proposal replaces nothing that is quoted. */
export function withQuotes(proposal: Proposal, quotes: readonly ProposalQuote[]): Proposal {
  return proposal.state === 'QUOTED' ? proposal : { ...proposal, state: 'QUOTED', quotes, refusedBecause: [] };
}

/** Finance could not quote; a quote that is here already stands. */
export function withRefusal(proposal: Proposal, reasons: readonly string[]): Proposal {
  return proposal.state === 'QUOTED' ? proposal : { ...proposal, state: 'REFUSED', refusedBecause: reasons };
}
