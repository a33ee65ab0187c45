import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, employeeIdOf } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { requireDesk } from '../../domain/application/desk-acts.js';
import type { InformingWay } from '../../domain/application/informing.js';
import { confirmDisclosure } from '../../domain/enquiry/disclosure.js';
import { discloseAt } from '../../domain/enquiry/proposal.js';
import { ApplicationDesk } from '../application/application-desk.js';
import { Disclosures } from './disclosures.js';
import { ProposalDesk } from './proposal-desk.js';

interface Confirmed {
  readonly requestKey?: string | null;
  /** Of the text that the customer was shown. */
  readonly textHash: string;
  readonly confirmedByCustomer: boolean;
  readonly how: InformingWay;
}

export interface ConfirmProposalDisclosureRequest extends Confirmed {
  readonly proposalId: string;
}

export interface ConfirmApplicationDisclosureRequest extends Confirmed {
  readonly applicationId: string;
}

/** The customer confirms what he must be told: with the proposal, or on the application when there was none or the text has changed [7.9]. */
@Injectable()
export class ConfirmDisclosure {
  constructor(
    private readonly work: UnitOfWork,
    private readonly proposals: ProposalDesk,
    private readonly applications: ApplicationDesk,
    private readonly disclosures: Disclosures,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: ConfirmProposalDisclosureRequest): Promise<string> {
    return this.work.once({ operation: 'confirm-proposal-disclosure', actor, input }, async (tx) => {
      const proposal = await this.proposals.get(actor, input.proposalId, tx);
      const of = { inForce: await this.disclosures.inForce(), today: this.clock.today() };
      return (await this.proposals.proposals.save(discloseAt(proposal, this.wordOf(actor, input), of), tx)).id;
    });
  }

  onApplication(actor: Actor, input: ConfirmApplicationDisclosureRequest): Promise<string> {
    return this.work.once({ operation: 'confirm-application-disclosure', actor, input }, async (tx) => {
      const application = await this.applications.get(actor, input.applicationId, tx);
      requireDesk(application.desk, 'confirm-disclosure');
      const { productId } = application.ask;
      if (!productId) throw new DomainError('APPLICATION_FIELD_MISSING', { part: 'productId' }, 'productId');
      const given = confirmDisclosure({ ...this.wordOf(actor, input), productId }, await this.disclosures.inForce());
      return (await this.applications.applications.save({ ...application, disclosures: [...application.disclosures, given] }, tx)).id;
    });
  }

  private wordOf(actor: Actor, { textHash, confirmedByCustomer, how }: Confirmed) {
    return { textHash, confirmedByCustomer, how, by: employeeIdOf(actor), at: this.clock.now() };
  }
}
