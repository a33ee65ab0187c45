import { CloseCommitteeSession } from './close-committee-session.use-case.js';
import { OpenCommitteeSession } from './open-committee-session.use-case.js';

export const sessionActs = [OpenCommitteeSession, CloseCommitteeSession];
