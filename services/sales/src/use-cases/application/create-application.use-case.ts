import { Injectable } from '@nestjs/common';
import { BusinessClock, newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { amendAsk, draftApplication } from '../../domain/application/application.js';
import type { Ask } from '../../domain/application/application.js';
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
      const { known, enquiryId } = await this.known(actor, input, tx);
      const application = draftApplication({
        id: newId('app'),
        customerId: customer.id,
        customerType: customer.type,
        salespersonId: customer.ownerId,
        enquiryId,
        proposalId: input.proposalId ?? null,
        ask: amendAsk(known, askChange(input)),
        createdAt: this.clock.now(),
      });
      return (await this.applications.insert(application, tx)).id;
    });
  }

  private async known(actor: Actor, input: CreateApplicationRequest, tx: Tx): Promise<{ known: Ask; enquiryId: string | null }> {
    if (input.proposalId) {
      const proposal = await this.proposals.get(input.proposalId, tx);
      requireInScope(actor, proposal.salespersonId, { noun: 'proposal', id: proposal.id });
      return { known: { ...NOTHING_ASKED, ...proposal.needs, productId: proposal.productId }, enquiryId: proposal.enquiryId };
    }
    if (!input.enquiryId) return { known: NOTHING_ASKED, enquiryId: null };
    const enquiry = await this.enquiries.get(input.enquiryId, tx);
    requireInScope(actor, enquiry.salespersonId, { noun: 'enquiry', id: enquiry.id });
    return { known: { ...NOTHING_ASKED, ...enquiry.needs }, enquiryId: enquiry.id };
  }
}
