import { Injectable } from '@nestjs/common';
import { Handoffs } from '@weilend/messaging';
import type { HandoffMessage } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { withParticipants } from '../../domain/application/application.js';
import { receiveRequest } from '../../domain/application/information-requests.js';
import { isWithdrawn } from '../../domain/application/withdrawal.js';
import { Applications } from '../../persistence/application/application.repository.js';

/** The investigators ask the salesperson something; a question that the customer's withdrawal overtook falls away at once [7.2]. */
@Injectable()
export class ReceiveQuestion {
  constructor(
    private readonly applications: Applications,
    private readonly handoffs: Handoffs,
  ) {}

  async apply({ data, handoffId, time }: HandoffMessage<'answer-information-request'>, tx: Tx): Promise<void> {
    const application = await this.applications.get(data.applicationId, tx);
    if (isWithdrawn(application)) return this.handoffs.recall(handoffId, 'the customer withdrew', tx);
    const { requestId: id, question } = data;
    const asked = { id, handoffId, question, askedAt: new Date(time), dueAt: new Date(data.dueAt), answer: null };
    const informationRequests = receiveRequest(application.informationRequests, asked);
    await this.applications.save(withParticipants({ ...application, informationRequests }, data.participants), tx);
  }
}
