import { Injectable } from '@nestjs/common';
import type { RepaymentMethod } from '@weilend/contracts';
import { BusinessClock, newId, refuseAll } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Handoffs } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import { requireNeeds } from '../../domain/enquiry/enquiry.js';
import { unsuitable, versionInForce } from '../../domain/enquiry/product.js';
import { methodsToQuote } from '../../domain/enquiry/proposal.js';
import type { Proposal } from '../../domain/enquiry/proposal.js';
import { Enquiries, Products, Proposals } from '../../persistence/enquiry/enquiry.repository.js';
import { requireInScope } from '../../persistence/sales-scope.js';

export interface CreateProposalRequest {
  readonly requestKey?: string | null;
  readonly enquiryId: string;
  readonly productId: string;
}

/** Proposes a product for the four needs and asks finance for the price; the proposal is PRICING until the quote is here [4.2, 4.3]. */
@Injectable()
export class CreateProposal {
  constructor(
    private readonly work: UnitOfWork,
    private readonly enquiries: Enquiries,
    private readonly products: Products,
    private readonly proposals: Proposals,
    private readonly handoffs: Handoffs,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: CreateProposalRequest): Promise<string> {
    return this.work.once({ operation: 'create-proposal', actor, input }, async (tx) => {
      const enquiry = await this.enquiries.get(input.enquiryId, tx);
      requireInScope(actor, enquiry.salespersonId, { noun: 'enquiry', id: enquiry.id });
      const needs = requireNeeds(enquiry.needs);
      const today = this.clock.today();
      const product = versionInForce(await this.products.find(input.productId, tx), input.productId, today);
      refuseAll(unsuitable(product, { ...needs, method: null, customerType: null }));
      const methods = methodsToQuote(product.methods, needs.method);
      const { customerId, salespersonId } = enquiry;
      const asked = { enquiryId: enquiry.id, customerId, salespersonId, productId: input.productId, productVersion: product.version };
      const open = {
        needs,
        methods,
        startOn: today,
        state: 'PRICING',
        quotes: [],
        refusedBecause: [],
        createdAt: this.clock.now(),
      } as const;
      const proposal: Proposal = { id: newId('prp'), version: 0, ...asked, ...open };
      await this.proposals.insert(proposal, tx);
      const { amountFen, termMonths } = needs;
      const data = { proposalId: proposal.id, enquiryId: enquiry.id, productId: input.productId, amountFen, termMonths, startOn: today };
      await this.handoffs.send('issue-quote', { subject: proposal.id, data: { ...data, methods: [...methods] as RepaymentMethod[] } }, tx);
      return proposal.id;
    });
  }
}
