import { Injectable } from '@nestjs/common';
import { BusinessClock, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { amendAsk, draftApplication } from '../../domain/application/application.js';
import type { Ask } from '../../domain/application/application.js';
import type { DisclosureConfirmation } from '../../domain/enquiry/disclosure.js';
import { closeEnquiry } from '../../domain/enquiry/enquiry.js';
import { applyProposal } from '../../domain/enquiry/proposal.js';
import { Applications } from '../../persistence/application/application.repository.js';
import { Enquiries, Proposals } from '../../persistence/enquiry/enquiry.repository.js';
import { requireInScope } from '../../persistence/sales-scope.js';
import { CustomerDesk } from '../customer/customer-desk.js';
import { askChange } from './ask-request.js';
import type { AskRequest } from './ask-request.js';

export interface CreateApplicationRequest extends AskRequest {
  readonly requestKey?: string | null;
  readonly customerId: string;
  readonly enquiryId?: string | null;
  readonly proposalId?: string | null;
}

const NOTHING_ASKED: Ask = { productId: null, purpose: null, purposeNote: null, amountFen: null, termMonths: null, method: null };

interface Known {
  readonly known: Ask;
  readonly enquiryId: string | null;
  readonly disclosures: readonly DisclosureConfirmation[];
}

/** Opens an application form; what the enquiry or the proposal already says is filled in [4.4]. */
@Injectable()
export class CreateApplication {
  constructor(
    private readonly work: UnitOfWork,
    private readonly customers: CustomerDesk,
    private readonly applications: Applications,
    private readonly enquiries: Enquiries,
    private readonly proposals: Proposals,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: CreateApplicationRequest): Promise<string> {
    return this.work.once({ operation: 'create-application', actor, input }, async (tx) => {
      const customer = await this.customers.hold(actor, input.customerId, tx);
      const { known, enquiryId, disclosures } = await this.known(actor, input, tx);
      const draft = draftApplication({
        id: newId('app'),
        customerId: customer.id,
        customerType: customer.type,
        salespersonId: customer.ownerId,
        enquiryId,
        proposalId: input.proposalId ?? null,
        ask: amendAsk(known, askChange(input)),
        createdAt: this.clock.now(),
      });
      if (enquiryId) await this.endEnquiry(actor, enquiryId, tx);
      return (await this.applications.insert({ ...draft, disclosures }, tx)).id;
    });
  }

  /** What is known already; a proposal is the customer's yes to it, and he was told with it what he must know. */
  private async known(actor: Actor, input: CreateApplicationRequest, tx: Tx): Promise<Known> {
    if (input.proposalId) {
      const proposal = await this.proposals.get(input.proposalId, tx);
      requireInScope(actor, proposal.salespersonId, { noun: 'proposal', id: proposal.id });
      const taker = { customerId: input.customerId, by: employeeIdOf(actor), at: this.clock.now(), today: this.clock.today() };
      const { needs, productId, enquiryId, disclosure } = await this.proposals.save(applyProposal(proposal, taker), tx);
      return { known: { ...NOTHING_ASKED, ...needs, productId }, enquiryId, disclosures: disclosure ? [disclosure] : [] };
    }
    if (!input.enquiryId) return { known: NOTHING_ASKED, enquiryId: null, disclosures: [] };
    const enquiry = await this.enquiries.get(input.enquiryId, tx);
    requireInScope(actor, enquiry.salespersonId, { noun: 'enquiry', id: enquiry.id });
    return { known: { ...NOTHING_ASKED, ...enquiry.needs }, enquiryId: enquiry.id, disclosures: [] };
  }

  /** An enquiry that became an application is over: nothing is owed on it any more. */
  private async endEnquiry(actor: Actor, enquiryId: string, tx: Tx): Promise<void> {
    const enquiry = await this.enquiries.find(enquiryId, tx);
    if (!enquiry || enquiry.closed) return;
    const closing = { outcome: 'APPLIED', reason: null, by: employeeIdOf(actor), at: this.clock.now() } as const;
    await this.enquiries.save(closeEnquiry(enquiry, closing), tx);
  }
}
