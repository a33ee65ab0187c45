import { Injectable } from '@nestjs/common';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { TrainingRequests } from '../../persistence/session/training-request.repository.js';
import { RequestDesk } from './request-desk.js';

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
    private readonly desk: RequestDesk,
  ) {}

  execute(actor: Actor, input: ReturnTrainingRequestRequest): Promise<string> {
    return this.work.once({ operation: 'return-training-request', actor, input }, async (tx) => {
      const request = await this.requests.get(input.requestId, tx);
      await this.desk.giveBack(request, { code: 'REQUEST_RETURNED', reason: input.reason }, tx);
      return request.id;
    });
  }
}
