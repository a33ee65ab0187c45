import { Injectable } from '@nestjs/common';
import { BusinessClock, newId } from '@weilend/kernel';
import { Handoffs } from '@weilend/messaging';
import type { HandoffMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { openInvestigation } from '../../domain/investigation/investigation.js';
import type { HandedOver } from '../../domain/investigation/investigation.js';
import { Investigations } from '../../persistence/investigation/investigation.repository.js';
import { ApplicationFactsStore } from '../../persistence/projections.repository.js';

type Handover = HandoffMessage<'investigate-application'>;

/** Opens the investigation of a round; there is no other way to open one [4.8]. A handoff that the customer's withdrawal overtook is recalled at once. */
@Injectable()
export class OpenInvestigation {
  constructor(
    private readonly investigations: Investigations,
    private readonly facts: ApplicationFactsStore,
    private readonly handoffs: Handoffs,
    private readonly clock: BusinessClock,
  ) {}

  async apply(message: Handover, tx: Tx): Promise<void> {
    const { applicationId } = message.data;
    const { withdrawal } = await this.facts.known(applicationId, tx);
    if (withdrawal) return this.handoffs.recall(message.handoffId, withdrawal.reason, tx);
    const earlier = await this.investigations.ofApplication(applicationId, tx);
    await this.investigations.insert(openInvestigation(handedOver(message), { id: newId('inv'), at: this.clock.now() }, earlier), tx);
  }
}

function handedOver({ handoffId, data }: Handover): HandedOver {
  const { applicationId, round, customerId, customerType, salespersonId, purpose, identityIndex, consents, participants } = data;
  const { productId, amountFen, termMonths, annualRate, method } = data;
  const terms = { productId, amountFen, termMonths, annualRate, method };
  return {
    applicationId,
    round,
    handoffId,
    customerId,
    customerType,
    salespersonId,
    terms,
    purpose,
    identityIndex,
    consents,
    participants,
  };
}
