import { Injectable } from '@nestjs/common';
import { BusinessClock, newId } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import type { Tx } from '@weilend/mongo';
import { tellNominee } from '../../domain/notice/training-notice.js';
import type { NoticeNews } from '../../domain/notice/training-notice.js';
import { fillSeats, freeSeats } from '../../domain/session/nomination.js';
import type { Seating } from '../../domain/session/nomination.js';
import { MOST_SEATS } from '../../domain/session/session-facts.js';
import type { TrainingSession } from '../../domain/session/training-session.js';
import { TrainingNotices } from '../../persistence/notice/training-notice.repository.js';
import { Nominations } from '../../persistence/session/nomination.repository.js';
import { TrainingSessions } from '../../persistence/session/training-session.repository.js';
import { RequestDesk } from './request-desk.js';

/** What every change of a queue has in common: free seats are filled, people are told, and requests of hr follow the seats. */
@Injectable()
export class SessionDesk {
  constructor(
    readonly sessions: TrainingSessions,
    readonly nominations: Nominations,
    readonly requests: RequestDesk,
    private readonly notices: TrainingNotices,
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
      await this.requests.follow(saved, nomination, tx);
    }
    return saved;
  }

  /** Somebody is no longer in the queue: what hr asked for is open again, and his seat goes on. */
  async leave({ session, nomination }: Seating, tx: Tx): Promise<TrainingSession> {
    await this.nominations.save(nomination, tx);
    await this.requests.follow(session, nomination, tx);
    return this.saveAndFill(session, tx);
  }

  /** The person finds it among his notices; outside systems may send it on. */
  async tell({ id, heldOn }: TrainingSession, employeeId: string, news: NoticeNews, tx: Tx): Promise<void> {
    const facts = { id: newId('tnt'), employeeId, sessionId: id, news, heldOn, toldAt: this.clock.now() };
    await this.notices.insert(tellNominee(facts), tx);
    await this.outbox.add(event('training.nominee-told.v1', id, { sessionId: id, employeeId, news, heldOn }), tx);
  }
}
