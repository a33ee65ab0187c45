import { Injectable } from '@nestjs/common';
import { actorRef, BusinessClock } from '@weilend/kernel';
import { Handoffs } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { isNominated } from '../../domain/session/nomination.js';
import type { Nomination } from '../../domain/session/nomination.js';
import { answers, reopenRequest, returnRequest, settleRequest } from '../../domain/session/training-request.js';
import type { TrainingRequest } from '../../domain/session/training-request.js';
import type { TrainingSession } from '../../domain/session/training-session.js';
import { TrainingRequests } from '../../persistence/session/training-request.repository.js';
import { WorkingDeadlines } from '../working-deadlines.js';

/** What hr asked for, beside the seats that answer it: done by a seat, open again without it, or back to hr with the reason [5.8]. */
@Injectable()
export class RequestDesk {
  constructor(
    private readonly requests: TrainingRequests,
    private readonly handoffs: Handoffs,
    private readonly deadlines: WorkingDeadlines,
    private readonly clock: BusinessClock,
  ) {}

  /** A person who has a seat that his manager agreed to is what hr asked for; one who stayed away, or has lost it, is not. */
  async follow(session: TrainingSession, nomination: Nomination, tx: Tx): Promise<void> {
    if (isNominated(nomination) && nomination.outcome !== 'ABSENT') await this.settle(session, nomination.employeeId, tx);
    else await this.reopen(session.id, nomination.employeeId, tx);
  }

  async giveBack(request: TrainingRequest, refusal: { readonly code: string; readonly reason: string }, tx: Tx): Promise<void> {
    const returned = returnRequest(request, refusal.reason, { by: actorRef(tx.actor), at: this.clock.now() });
    await this.requests.save(returned, tx);
    // A request that was open again was answered before: hr waits for nothing.
    if (!(await this.handoffs.isOpen(request.handoffId, tx))) return;
    await this.handoffs.returnToSender(request.handoffId, { code: refusal.code, reasons: [returned.returnReason ?? ''] }, tx);
  }

  openOf(employeeId: string, tx: Tx): Promise<TrainingRequest[]> {
    return this.requests.openOf(employeeId, tx);
  }

  private async settle(session: TrainingSession, employeeId: string, tx: Tx): Promise<void> {
    const closing = { by: actorRef(tx.actor), at: this.clock.now() };
    for (const request of await this.requests.openOf(employeeId, tx)) {
      if (!answers(session, request)) continue;
      await this.requests.save(settleRequest(request, session.id, closing), tx);
      // One that was open again was told already; or hr has taken the work back meanwhile.
      if (await this.handoffs.isOpen(request.handoffId, tx))
        await this.handoffs.complete(request.handoffId, { sessionId: session.id, heldOn: session.heldOn }, tx);
    }
  }

  private async reopen(sessionId: string, employeeId: string, tx: Tx): Promise<void> {
    for (const request of await this.requests.answeredBy(sessionId, employeeId, tx)) {
      const dueAt = await this.deadlines.dueAt('deadline.plan-training', this.clock.now());
      await this.requests.save(reopenRequest(request, dueAt), tx);
    }
  }
}
