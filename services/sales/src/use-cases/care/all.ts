import { EndVisit } from './end-visit.use-case.js';
import { FollowUpDesk } from './follow-up-desk.js';
import { FollowUpActs } from './follow-up.use-case.js';
import { PlanDueVisits } from './plan-due-visits.use-case.js';
import { PlanVisit } from './plan-visit.use-case.js';
import { RecordReturnVisit, VisitKeeper } from './record-return-visit.use-case.js';
import { SatisfactionVoice } from './satisfaction-voice.js';
import { VisitBook } from './visit-book.js';

/** How customers are looked after. */
export const careActs = [
  RecordReturnVisit,
  VisitKeeper,
  PlanVisit,
  EndVisit,
  PlanDueVisits,
  VisitBook,
  FollowUpActs,
  FollowUpDesk,
  SatisfactionVoice,
];
