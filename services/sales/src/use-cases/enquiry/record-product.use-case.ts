import { Injectable } from '@nestjs/common';
import type { EventData } from '@weilend/contracts';
import type { LocalDate } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { withVersion } from '../../domain/enquiry/product.js';
import { withQuotes, withRefusal } from '../../domain/enquiry/proposal.js';
import { Products, Proposals } from '../../persistence/enquiry/enquiry.repository.js';

/** What finance tells about products and prices, kept for deciding at our desk. */
@Injectable()
export class RecordProduct {
  constructor(
    private readonly products: Products,
    private readonly proposals: Proposals,
  ) {}

  async publish(data: EventData<'finance.product-published.v1'>, tx: Tx): Promise<void> {
    const { productId, fees: _fees, dayCount: _dayCount, ...version } = data;
    const known = await this.products.find(productId, tx);
    const added = { ...version, effectiveFrom: version.effectiveFrom as LocalDate };
    if (!known) await this.products.insert({ id: productId, version: 0, versions: [added] }, tx);
    else await this.products.save({ ...known, versions: withVersion(known.versions, added) }, tx);
  }

  /** A quote for a proposal that is not ours is nobody's. */
  async quote(data: EventData<'finance.quote-issued.v1'>, tx: Tx): Promise<void> {
    const proposal = await this.proposals.find(data.proposalId, tx);
    if (proposal) await this.proposals.save(withQuotes(proposal, data.quotes), tx);
  }

  async refuseQuote(proposalId: string, reasons: readonly string[], tx: Tx): Promise<void> {
    const proposal = await this.proposals.find(proposalId, tx);
    if (proposal) await this.proposals.save(withRefusal(proposal, reasons), tx);
  }
}
