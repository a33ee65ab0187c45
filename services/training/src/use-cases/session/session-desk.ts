import { Injectable } from '@nestjs/common';
import type { EventData } from '@weilend/contracts';
import { actorRef, BusinessClock } from '@weilend/kernel';
import { event, Handoffs, Outbox } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { fillSeats, freeSeats, isNominated } from '../../domain/session/nomination.js';
import type { Nomination } from '../../domain/session/nomination.js';
import { MOST_SEATS } from '../../domain/session/session-facts.js';
import { answers, settleRequest } from '../../domain/session/training-request.js';
import type { TrainingSession } from '../../domain/session/training-session.js';
import { Nominations } from '../../persistence/session/nomination.repository.js';
import { TrainingRequests } from '../../persistence/session/training-request.repository.js';
import { TrainingSessions } from '../../persistence/session/training-session.repository.js';

type News = EventData<'training.nominee-told.v1'>['news'];

/** What every change of a queue has in common: free seats are filled, people are told, and requests of hr that are met are completed. */
@Injectable()
export class SessionDesk {
  constructor(
    readonly sessions: TrainingSessions,
    readonly nominations: Nominations,
    private readonly requests: TrainingRequests,
    private readonly handoffs: Handoffs,
    private readonly outbox: Outbox,
    private readonly clock: BusinessClock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  today() {
    return this.clock.today();
  }

  /** Saves a training whose seats may have become free; whoever waits longest moves up and is told. */
  async saveAndFill(session: TrainingSession, tx: Tx): Promise<TrainingSession> {
    const free = Math.min(freeSeats(session), session.waitingCount, MOST_SEATS);
    const waiting = free > 0 ? await this.nominations.waiting(session.id, free, tx) : [];
    const { session: filled, promoted } = fillSeats(session, waiting);
    const saved = await this.sessions.save(filled, tx);
    for (const nomination of promoted) {
      await this.nominations.save(nomination, tx);
      await this.tell(saved, nomination.employeeId, 'PROMOTED', tx);
      await this.settleRequests(saved, nomination, tx);
    }
    return saved;
  }

  async tell({ id, heldOn }: TrainingSession, employeeId: string, news: News, tx: Tx): Promise<void> {
    await this.outbox.add(event('training.nominee-told.v1', id, { sessionId: id, employeeId, news, heldOn }), tx);
  }

  /** A person who has a seat that his manager agreed to is what hr asked for, unless he stayed away [5.8]. */
  async settleRequests(session: TrainingSession, nomination: Nomination, tx: Tx): Promise<void> {
    if (!isNominated(nomination) || nomination.outcome === 'ABSENT') return;
    const closing = { by: actorRef(tx.actor), at: this.clock.now() };
    for (const request of await this.requests.openOf(nomination.employeeId, tx)) {
      // Hr may have taken the work back meanwhile: then there is nothing to complete.
      if (!answers(session, request) || !(await this.handoffs.isOpen(request.handoffId, tx))) continue;
      await this.requests.save(settleRequest(request, session.id, closing), tx);
      await this.handoffs.complete(request.handoffId, { sessionId: session.id, heldOn: session.heldOn }, tx);
    }
  }
}
