import type { LocalDate } from '@weilend/kernel';
import { stateOn } from './proposal.js';
import type { Proposal } from './proposal.js';
import type { ProposalState } from './proposal.machine.js';

// Offers side by side (方案比较): every repayment method of every proposal that finance has priced for an enquiry, with all that it costs, so
// that the customer sees at one look which is the cheapest and what another one costs more. What may not be lent is shown, and stands last.

export interface ComparedOffer {
  readonly proposalId: string;
  readonly productId: string;
  readonly productVersion: number;
  readonly method: string;
  /** The method that the customer asked for. */
  readonly isWanted: boolean;
  readonly state: ProposalState;
  readonly validUntil: LocalDate;
  readonly totalInterestFen: number;
  readonly totalFeesFen: number;
  readonly totalCostFen: number;
  readonly firstInstalmentFen: number;
  readonly annualCostCompound: string;
  readonly withinCap: boolean;
  /** Of what can be taken; several when they cost the same. */
  readonly isCheapest: boolean;
  readonly moreThanCheapestFen: number | null;
}

/** All offers, the cheapest first; what is above the cap or cannot be taken any more stands last and is never the cheapest [4.3]. */
export function compareOffers(proposals: readonly Proposal[], today: LocalDate): readonly ComparedOffer[] {
  const offers = proposals.flatMap((proposal) => proposal.quotes.map((quote) => offerOf(proposal, quote, today)));
  const costs = offers.filter(canBeTaken).map(({ totalCostFen }) => totalCostFen);
  const least = costs.length > 0 ? Math.min(...costs) : null;
  return offers
    .map((offer) => ({
      ...offer,
      isCheapest: canBeTaken(offer) && offer.totalCostFen === least,
      moreThanCheapestFen: canBeTaken(offer) && least !== null ? offer.totalCostFen - least : null,
    }))
    .sort(byCost);
}

type Offer = Omit<ComparedOffer, 'isCheapest' | 'moreThanCheapestFen'>;

function offerOf(proposal: Proposal, quote: Proposal['quotes'][number], today: LocalDate): Offer {
  const { quoteId: _quoteId, termsHash: _termsHash, ...price } = quote;
  return {
    ...{ proposalId: proposal.id, productId: proposal.productId, productVersion: proposal.productVersion },
    ...{ isWanted: quote.method === proposal.needs.method, state: stateOn(proposal, today), validUntil: proposal.validUntil },
    ...price,
    totalCostFen: quote.totalInterestFen + quote.totalFeesFen,
  };
}

const canBeTaken = ({ withinCap, state }: Offer): boolean =>
  withinCap && (state === 'QUOTED' || state === 'ACCEPTED' || state === 'APPLIED');

function byCost(a: Offer, b: Offer): number {
  const key = (offer: Offer): string => `${offer.proposalId} ${offer.method}`;
  return Number(canBeTaken(b)) - Number(canBeTaken(a)) || a.totalCostFen - b.totalCostFen || (key(a) < key(b) ? -1 : 1);
}
