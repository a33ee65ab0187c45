import { Injectable } from '@nestjs/common';
import { BusinessClock, DomainError, businessDateOf, employeeIdOf, newId } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { InformingWay } from '../../domain/application/informing.js';
import type { Enquiry } from '../../domain/enquiry/enquiry.js';
import { recordInteraction, settleNextStep } from '../../domain/enquiry/interaction.js';
import type { Interaction } from '../../domain/enquiry/interaction.js';
import { Leads } from '../../persistence/acquisition/lead.repository.js';
import { Interactions } from '../../persistence/enquiry/interaction.repository.js';
import { requireInScope } from '../../persistence/sales-scope.js';
import { CustomerDesk } from '../customer/customer-desk.js';
import { EnquiryDesk } from './enquiry-desk.js';

export interface RecordInteractionRequest {
  readonly requestKey?: string | null;
  readonly customerId?: string | null;
  readonly leadId?: string | null;
  /** What is learned goes to the enquiry too, and answers it. */
  readonly enquiryId?: string | null;
  readonly heldAt: Date;
  readonly way: InformingWay;
  readonly asked: string;
  readonly advised: string;
  readonly purpose?: string | null;
  /** Fen. */
  readonly amount?: number | null;
  readonly termMonths?: number | null;
  readonly method?: string | null;
  readonly nextStep?: string | null;
  readonly nextStepOn?: LocalDate | null;
  /** The conversation whose next step this was. */
  readonly followsInteractionId?: string | null;
}

type About = Pick<Interaction, 'customerId' | 'leadId' | 'enquiryId' | 'salespersonId'>;

/** Keeps a conversation with a prospect or a customer: what he asked, what we advised, what he needs, what comes next [2.9]. */
@Injectable()
export class RecordInteraction {
  constructor(
    private readonly work: UnitOfWork,
    private readonly interactions: Interactions,
    private readonly desk: EnquiryDesk,
    private readonly customers: CustomerDesk,
    private readonly leads: Leads,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: RecordInteractionRequest): Promise<string> {
    const recordedBy = employeeIdOf(actor);
    return this.work.once({ operation: 'record-interaction', actor, input }, async (tx) => {
      const enquiry = input.enquiryId ? await this.desk.get(actor, input.enquiryId, tx) : null;
      const about = await this.aboutOf(actor, input, enquiry, tx);
      const recordedAt = this.clock.now();
      const { heldAt, way, asked, advised, purpose, amount: amountFen, termMonths, method } = input;
      const needs = { purpose: purpose ?? null, amountFen: amountFen ?? null, termMonths: termMonths ?? null, method: method ?? null };
      const next = { nextStepText: input.nextStep ?? null, nextStepOn: input.nextStepOn ?? null };
      const said = { id: newId('int'), ...about, heldAt, way, asked, advised, needs, ...next, recordedBy, recordedAt };
      const interaction = recordInteraction(said, businessDateOf(heldAt));
      await this.desk.late.requireRecent(businessDateOf(heldAt), 'heldAt');
      await this.settle(actor, input.followsInteractionId ?? null, interaction, tx);
      await this.interactions.insert(interaction, tx);
      const answer = { presented: [], needs, note: null };
      if (enquiry) await this.desk.enquiries.save(await this.desk.answerTold(enquiry, answer, heldAt), tx);
      return interaction.id;
    });
  }

  private async aboutOf(actor: Actor, input: RecordInteractionRequest, enquiry: Enquiry | null, tx: Tx): Promise<About> {
    const customerId = input.customerId ?? enquiry?.customerId ?? null;
    const leadId = input.leadId ?? enquiry?.leadId ?? null;
    const enquiryId = enquiry?.id ?? null;
    const lead = leadId ? await this.leads.get(leadId, tx) : null;
    if (lead) requireInScope(actor, lead.salespersonId, { noun: 'lead', id: lead.id });
    if (customerId) {
      if (lead?.customerId && lead.customerId !== customerId) throw new DomainError('ENQUIRY_OF_ANOTHER', {}, 'leadId');
      return { customerId, leadId, enquiryId, salespersonId: (await this.customers.hold(actor, customerId, tx)).ownerId };
    }
    return { customerId: lead?.customerId ?? null, leadId, enquiryId, salespersonId: lead?.salespersonId ?? employeeIdOf(actor) };
  }

  private async settle(actor: Actor, followsId: string | null, interaction: Interaction, tx: Tx): Promise<void> {
    if (!followsId) return;
    const followed = await this.interactions.get(followsId, tx);
    requireInScope(actor, followed.salespersonId, { noun: 'interaction', id: followsId });
    await this.interactions.save(settleNextStep(followed, interaction, interaction.recordedAt), tx);
  }
}
