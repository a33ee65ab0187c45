import { Injectable } from '@nestjs/common';
import type { RepaymentMethod } from '@weilend/contracts';
import { BusinessClock, newId, refuseAll } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Handoffs } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { Parameters } from '@weilend/service';
import { requireNeeds } from '../../domain/enquiry/enquiry.js';
import type { Enquiry } from '../../domain/enquiry/enquiry.js';
import { unsuitable, versionInForce } from '../../domain/enquiry/product.js';
import { methodsToQuote, openProposal } from '../../domain/enquiry/proposal.js';
import type { Proposal } from '../../domain/enquiry/proposal.js';
import { Products, Proposals } from '../../persistence/enquiry/enquiry.repository.js';
import { requireInScope } from '../../persistence/sales-scope.js';

/** Loads proposals for somebody who may serve them, and makes them: a product in force for known needs, priced by finance. */
@Injectable()
export class ProposalDesk {
  constructor(
    readonly proposals: Proposals,
    private readonly products: Products,
    private readonly handoffs: Handoffs,
    private readonly parameters: Parameters,
    private readonly clock: BusinessClock,
  ) {}

  /** Throws DomainError NOT_FOUND, also for another salesperson's proposal. */
  async get(actor: Actor, proposalId: string, tx: Tx): Promise<Proposal> {
    const proposal = await this.proposals.get(proposalId, tx);
    requireInScope(actor, proposal.salespersonId, { noun: 'proposal', id: proposalId });
    return proposal;
  }

  /** Keeps the proposal and asks finance for its price. Throws ENQUIRY_NEEDS_MISSING, PRODUCT_UNKNOWN or PRODUCT_UNSUITABLE [4.2, 4.3, 7.3]. */
  async make(enquiry: Enquiry, wanted: { productId: string; replacesId: string | null }, tx: Tx): Promise<string> {
    const needs = requireNeeds(enquiry.needs);
    const startOn = this.clock.today();
    const product = versionInForce(await this.products.find(wanted.productId, tx), wanted.productId, startOn);
    refuseAll(unsuitable(product, { ...needs, method: null, customerType: null }));
    const methods = methodsToQuote(product.methods, needs.method);
    const { id: enquiryId, customerId, salespersonId } = enquiry;
    const asked = { id: newId('prp'), enquiryId, customerId, salespersonId, ...wanted, productVersion: product.version };
    const start = { ...asked, needs, methods, startOn, createdAt: this.clock.now() };
    const proposal = openProposal(start, await this.parameters.number('proposal.validity', startOn));
    await this.proposals.insert(proposal, tx);
    const { amountFen, termMonths } = needs;
    const data = { proposalId: proposal.id, enquiryId, productId: wanted.productId, amountFen, termMonths, startOn };
    await this.handoffs.send('issue-quote', { subject: proposal.id, data: { ...data, methods: [...methods] as RepaymentMethod[] } }, tx);
    return proposal.id;
  }
}
