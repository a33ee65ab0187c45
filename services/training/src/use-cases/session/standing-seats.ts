import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { isNominated } from '../../domain/session/nomination.js';
import { answers } from '../../domain/session/training-request.js';
import type { TrainingRequest } from '../../domain/session/training-request.js';
import { lastDayOf } from '../../domain/session/training-session.js';
import type { TrainingSession } from '../../domain/session/training-session.js';
import { Nominations } from '../../persistence/session/nomination.repository.js';
import { TrainingSessions } from '../../persistence/session/training-session.repository.js';

/** Seats that people have in trainings that lie ahead, whether or not anybody asked for them. */
@Injectable()
export class StandingSeats {
  constructor(
    private readonly nominations: Nominations,
    private readonly sessions: TrainingSessions,
  ) {}

  /** The training, nearest first, whose last day is not over, in which the person has a seat that is what hr asks for; null where he has none. */
  async answering(request: TrainingRequest, today: LocalDate, tx: Tx): Promise<TrainingSession | null> {
    for (const nomination of await this.nominations.standingOf(request.employeeId, tx)) {
      if (!isNominated(nomination)) continue;
      const session = await this.sessions.get(nomination.sessionId, tx);
      if (session.state === 'PLANNED' && lastDayOf(session) >= today && answers(session, request)) return session;
    }
    return null;
  }
}
