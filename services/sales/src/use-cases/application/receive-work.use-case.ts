import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@weilend/kernel';
import { Handoffs } from '@weilend/messaging';
import type { HandoffMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { withParticipants } from '../../domain/application/application.js';
import type { LoanApplication } from '../../domain/application/application.js';
import { openConditions } from '../../domain/application/conditions.js';
import { hasLapsed } from '../../domain/application/facts.js';
import { isWithdrawn } from '../../domain/application/withdrawal.js';
import { Applications } from '../../persistence/application/application.repository.js';
import { Contracts } from '../../persistence/contract/contract.repository.js';
import { InformingTasks } from './informing-tasks.js';

/**
 * Work that approval gives us. It may come after the customer has withdrawn, or after we did it already on the decision itself:
 * then it ends at once, so that nothing stays open that nobody will do.
 */
@Injectable()
export class ReceiveWork {
  constructor(
    private readonly applications: Applications,
    private readonly contracts: Contracts,
    private readonly handoffs: Handoffs,
    private readonly tasks: InformingTasks,
  ) {}

  async signContract({ data, handoffId }: HandoffMessage<'sign-contract'>, tx: Tx): Promise<void> {
    const application = await this.applications.get(data.applicationId, tx);
    if (await this.ended(application, { handoffId, decisionId: data.decisionId }, tx)) return;
    await this.applications.save(withParticipants(application, data.participants), tx);
    const contract = application.contractId ? await this.contracts.find(application.contractId, tx) : null;
    if (contract?.state === 'signed' && contract.decisionId === data.decisionId) {
      await this.handoffs.complete(handoffId, { contractId: contract.id, outcome: 'SIGNED' }, tx);
    }
  }

  async fulfilConditions({ data, handoffId }: HandoffMessage<'fulfil-conditions'>, tx: Tx): Promise<void> {
    const application = await this.applications.get(data.applicationId, tx);
    if (await this.ended(application, { handoffId, decisionId: data.decisionId }, tx)) return;
    const items = data.conditions.map((item) => ({ ...item, dueOn: item.dueOn as LocalDate }));
    const conditions =
      application.conditions?.decisionId === data.decisionId ? application.conditions : openConditions(data.decisionId, items);
    await this.applications.save(withParticipants({ ...application, conditions }, data.participants), tx);
  }

  async informCustomer({ data, handoffId, time }: HandoffMessage<'inform-customer'>, tx: Tx): Promise<void> {
    const application = await this.applications.get(data.applicationId, tx);
    if (await this.ended(application, { handoffId, decisionId: data.decisionId }, tx)) return;
    const told = application.tasks.find((task) => task.topic === 'REJECTED' && task.about === data.decisionId)?.done;
    if (told) return this.handoffs.complete(handoffId, { informedBy: told.by, informedAt: told.at.toISOString(), how: told.how }, tx);
    const opened = await this.tasks.open(application, { topic: 'REJECTED', about: data.decisionId, at: new Date(time) });
    await this.applications.save(withParticipants(opened, data.participants), tx);
  }

  private async ended(application: LoanApplication, work: { handoffId: string; decisionId: string }, tx: Tx): Promise<boolean> {
    const lapsed = hasLapsed(application.facts, work.decisionId);
    if (!isWithdrawn(application) && !lapsed) return false;
    await this.handoffs.recall(work.handoffId, lapsed ? 'the approval lapsed' : 'the customer withdrew', tx);
    return true;
  }
}
