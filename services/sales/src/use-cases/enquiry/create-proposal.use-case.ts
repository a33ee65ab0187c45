import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { proposed, requireOpen } from '../../domain/enquiry/enquiry.js';
import { requireRenewable } from '../../domain/enquiry/proposal.js';
import { EnquiryDesk } from './enquiry-desk.js';
import { ProposalDesk } from './proposal-desk.js';

export interface CreateProposalRequest {
  readonly requestKey?: string | null;
  readonly enquiryId: string;
  readonly productId: string;
}

export interface RenewProposalRequest {
  readonly requestKey?: string | null;
  readonly proposalId: string;
}

/** Proposes a product for the four needs and asks finance for the price; the proposal is PRICING until the quote is here [4.2, 4.3]. */
@Injectable()
export class CreateProposal {
  constructor(
    private readonly work: UnitOfWork,
    private readonly desk: EnquiryDesk,
    private readonly proposals: ProposalDesk,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: CreateProposalRequest): Promise<string> {
    return this.work.once({ operation: 'create-proposal', actor, input }, (tx) =>
      this.propose(actor, input.enquiryId, { productId: input.productId, replacesId: null }, tx),
    );
  }

  /** What ran out is quoted anew as another proposal, for the needs and at the price of today. */
  renew(actor: Actor, input: RenewProposalRequest): Promise<string> {
    return this.work.once({ operation: 'renew-proposal', actor, input }, async (tx) => {
      const proposal = await this.proposals.get(actor, input.proposalId, tx);
      requireRenewable(proposal, this.clock.today());
      return this.propose(actor, proposal.enquiryId, { productId: proposal.productId, replacesId: proposal.id }, tx);
    });
  }

  private async propose(
    actor: Actor,
    enquiryId: string,
    wanted: { productId: string; replacesId: string | null },
    tx: Tx,
  ): Promise<string> {
    const enquiry = await this.desk.get(actor, enquiryId, tx);
    requireOpen(enquiry);
    const proposalId = await this.proposals.make(enquiry, wanted, tx);
    await this.desk.enquiries.save(proposed(enquiry, this.clock.now()), tx);
    return proposalId;
  }
}
