import { CallCommitteeSession } from './call-committee-session.use-case.js';
import { CancelCommitteeSession } from './cancel-committee-session.use-case.js';
import { CloseCommitteeSession } from './close-committee-session.use-case.js';
import { OpenCommitteeSession } from './open-committee-session.use-case.js';
import { Openings } from './openings.js';
import { Sittings } from './sittings.js';
import { StartCommitteeSession } from './start-committee-session.use-case.js';

export const sessionActs = [
  Sittings,
  Openings,
  CallCommitteeSession,
  StartCommitteeSession,
  CancelCommitteeSession,
  OpenCommitteeSession,
  CloseCommitteeSession,
];
