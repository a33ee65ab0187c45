import { AnswerSurveyLink } from './answer-survey-link.use-case.js';
import { CareOwner } from './care-owner.js';
import { CustomerEventActs } from './customer-event.use-case.js';
import { EndVisit } from './end-visit.use-case.js';
import { FollowUpDesk } from './follow-up-desk.js';
import { FollowUpActs } from './follow-up.use-case.js';
import { HandleFeedback } from './handle-feedback.use-case.js';
import { InviteToEvent } from './invite-to-event.use-case.js';
import { MoveFeedback } from './move-feedback.use-case.js';
import { OpenFeedback } from './open-feedback.use-case.js';
import { PlanDueVisits } from './plan-due-visits.use-case.js';
import { PlanVisit } from './plan-visit.use-case.js';
import { RecordReturnVisit, VisitKeeper } from './record-return-visit.use-case.js';
import { RunSurvey } from './run-survey.use-case.js';
import { SatisfactionVoice } from './satisfaction-voice.js';
import { ServeSurvey } from './serve-survey.use-case.js';
import { SurveyDesk } from './survey-desk.js';
import { TicketDesk } from './ticket-desk.js';
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
  OpenFeedback,
  HandleFeedback,
  MoveFeedback,
  TicketDesk,
  RunSurvey,
  ServeSurvey,
  AnswerSurveyLink,
  SurveyDesk,
  CustomerEventActs,
  InviteToEvent,
  SatisfactionVoice,
  CareOwner,
];
