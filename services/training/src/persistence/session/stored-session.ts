import type { Stored } from '@weilend/mongo';
import { NO_EXTRAS } from '../../domain/session/session-facts.js';
import type { TrainingSession } from '../../domain/session/training-session.js';

/** What a session of before seats, costs and changes did not say. */
const NOTHING = { ...NO_EXTRAS, seatsTaken: 0, waitingCount: 0, lastPlace: 0, changes: [], attendance: [] };

export function storedSession({ _id, ...rest }: Stored): TrainingSession {
  return { ...NOTHING, ...rest, id: _id } as unknown as TrainingSession;
}
