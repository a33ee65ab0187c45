import { Injectable } from '@nestjs/common';
import { actorRef, BusinessClock } from '@weilend/kernel';
import { event, Handoffs, Outbox } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { isNominated } from '../../domain/session/nomination.js';
import type { Nomination } from '../../domain/session/nomination.js';
import {
  answers,
  isEvaluated,
  leaveRequest,
  reopenRequest,
  returnRequest,
  settleRequest,
  trainRequest,
} from '../../domain/session/training-request.js';
import type { TrainingRequest } from '../../domain/session/training-request.js';
import type { TrainingSession } from '../../domain/session/training-session.js';
import { TrainingRequests } from '../../persistence/session/training-request.repository.js';
import { WorkingDeadlines } from '../working-deadlines.js';
import { StandingSeats } from './standing-seats.js';

interface Refusal {
  readonly code: string;
  readonly reason: string;
}

/**
 * What hr asked for, beside the seats that answer it: answered by a seat, open again without it, done when the person came and was evaluated, or
 * back to hr with the reason. The first answer closes the work that hr handed over; whatever becomes of it later is told as a fact [5.8].
 */
@Injectable()
export class RequestDesk {
  constructor(
    private readonly requests: TrainingRequests,
    private readonly seats: StandingSeats,
    private readonly handoffs: Handoffs,
    private readonly outbox: Outbox,
    private readonly deadlines: WorkingDeadlines,
    private readonly clock: BusinessClock,
  ) {}

  /** A new request; a seat that the person has already answers it at once. */
  async open(request: TrainingRequest, tx: Tx): Promise<void> {
    await this.seatAgain(await this.requests.insert(request, tx), tx);
  }

  /** A person who has a seat that his manager agreed to is what hr asked for; one who stayed away, or has lost it, is not. */
  async follow(session: TrainingSession, nomination: Nomination, tx: Tx): Promise<void> {
    const { employeeId } = nomination;
    if (!isNominated(nomination) || nomination.outcome === 'ABSENT') {
      for (const request of await this.requests.answeredBy(session.id, employeeId, tx)) await this.reopen(request, tx);
      return;
    }
    for (const request of await this.requests.openOf(employeeId, tx))
      if (answers(session, request)) await this.settle(request, session, tx);
  }

  /** The training was evaluated: whoever has a result is trained; who was let off has to be trained elsewhere. */
  async evaluated(session: TrainingSession, tx: Tx): Promise<void> {
    for (const request of await this.requests.answeredByAll(session.id, session.attendeeIds, tx)) {
      if (!isEvaluated(session, request.employeeId)) await this.reopen(request, tx);
      else await this.tell(await this.requests.save(trainRequest(request), tx), tx);
    }
  }

  giveBack(request: TrainingRequest, refusal: Refusal, tx: Tx): Promise<void> {
    return this.back(returnRequest(request, refusal.reason, this.closing(tx)), refusal.code, tx);
  }

  /** Somebody has left the company: hr hears that nobody is there to be trained. */
  async left(employeeId: string, refusal: Refusal, tx: Tx): Promise<void> {
    for (const request of await this.requests.undoneOf(employeeId, tx))
      await this.back(leaveRequest(request, refusal.reason, this.closing(tx)), refusal.code, tx);
  }

  private async back(returned: TrainingRequest, code: string, tx: Tx): Promise<void> {
    const { handoffId, returnReason } = await this.requests.save(returned, tx);
    if (await this.handoffs.isOpen(handoffId, tx))
      await this.handoffs.returnToSender(handoffId, { code, reasons: [returnReason ?? ''] }, tx);
    else await this.tell(returned, tx);
  }

  private async settle(request: TrainingRequest, session: TrainingSession, tx: Tx): Promise<void> {
    const settled = await this.requests.save(settleRequest(request, session.id, this.closing(tx)), tx);
    // One that was open again was answered before; or hr has taken the work back meanwhile.
    if (await this.handoffs.isOpen(request.handoffId, tx))
      await this.handoffs.complete(request.handoffId, { sessionId: session.id, heldOn: session.heldOn }, tx);
    else await this.tell(settled, tx);
  }

  private async reopen(request: TrainingRequest, tx: Tx): Promise<void> {
    const dueAt = await this.deadlines.dueAt('deadline.plan-training', this.clock.now());
    const open = await this.requests.save(reopenRequest(request, dueAt), tx);
    await this.tell(open, tx);
    await this.seatAgain(open, tx);
  }

  private async seatAgain(request: TrainingRequest, tx: Tx): Promise<void> {
    const session = await this.seats.answering(request, this.clock.today(), tx);
    if (session) await this.settle(request, session, tx);
  }

  private async tell({ handoffId, employeeId, state, sessionId, returnReason: reason }: TrainingRequest, tx: Tx): Promise<void> {
    const fact = { handoffId, employeeId, state, sessionId, reason, at: this.clock.now().toISOString() };
    await this.outbox.add(event('training.request-followed.v1', employeeId, fact), tx);
  }

  private closing(tx: Tx) {
    return { by: actorRef(tx.actor), at: this.clock.now() };
  }
}
