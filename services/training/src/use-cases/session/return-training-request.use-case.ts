import { Injectable } from '@nestjs/common';
import { actorRef, BusinessClock } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Handoffs } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import { returnRequest } from '../../domain/session/training-request.js';
import { TrainingRequests } from '../../persistence/session/training-request.repository.js';

export interface ReturnTrainingRequestRequest {
  readonly requestKey?: string | null;
  readonly requestId: string;
  readonly reason: string;
}

/** Tells hr why somebody is not trained: the request goes back with the reason [5.8]. */
@Injectable()
export class ReturnTrainingRequest {
  constructor(
    private readonly work: UnitOfWork,
    private readonly requests: TrainingRequests,
    private readonly handoffs: Handoffs,
    private readonly clock: BusinessClock,
  ) {}

  execute(actor: Actor, input: ReturnTrainingRequestRequest): Promise<string> {
    return this.work.once({ operation: 'return-training-request', actor, input }, async (tx) => {
      const request = await this.requests.get(input.requestId, tx);
      const closing = { by: actorRef(actor), at: this.clock.now() };
      const returned = await this.requests.save(returnRequest(request, input.reason, closing), tx);
      const reasons = [returned.returnReason ?? ''];
      await this.handoffs.returnToSender(request.handoffId, { code: 'REQUEST_RETURNED', reasons }, tx);
      return request.id;
    });
  }
}
