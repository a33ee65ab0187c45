import { CustomerCareResolver } from './customer-care.resolver.js';
import { CustomerEventActsResolver } from './event-acts.resolver.js';
import { CustomerEventLoader, EventInvitationLoader, EventsOfCustomer } from './event.loader.js';
import { CustomerEventResolver, EventInvitationResolver } from './event.resolver.js';
import { FeedbackActsResolver } from './feedback-acts.resolver.js';
import { FeedbackLoader, FeedbackOfCustomer } from './feedback.loader.js';
import {
  FeedbackClosingResolver,
  FeedbackHandoverResolver,
  FeedbackSubjectResolver,
  FeedbackListResolver,
  FeedbackReplyResolver,
  FeedbackTicketResolver,
} from './feedback.resolver.js';
import { SurveyActsResolver, SurveyAnswerResolver } from './survey-acts.resolver.js';
import { QuestionnaireLoader, SurveyInvitationLoader, SurveyLoader, SurveysOfCustomer } from './survey.loader.js';
import { SurveyInvitationResolver, SurveyResolver, SurveySalespersonResolver } from './survey.resolver.js';
import { FollowUpActsResolver, VisitActsResolver } from './visit-acts.resolver.js';
import {
  FollowUpChain,
  FollowUpLoader,
  FollowUpsOfCustomer,
  FollowUpsOfVisit,
  PlannedVisitsOfCustomer,
  SatisfactionOfCustomer,
} from './visit.loader.js';
import { FollowUpEndResolver, FollowUpResolver, PlannedVisitResolver, ReturnVisitResolver } from './visit.resolver.js';

export const careResolvers = [
  PlannedVisitResolver,
  ReturnVisitResolver,
  FollowUpResolver,
  FollowUpEndResolver,
  VisitActsResolver,
  FollowUpActsResolver,
  FeedbackListResolver,
  FeedbackTicketResolver,
  FeedbackReplyResolver,
  FeedbackClosingResolver,
  FeedbackHandoverResolver,
  FeedbackSubjectResolver,
  FeedbackActsResolver,
  SurveyResolver,
  SurveyInvitationResolver,
  SurveySalespersonResolver,
  SurveyActsResolver,
  SurveyAnswerResolver,
  CustomerEventResolver,
  EventInvitationResolver,
  CustomerEventActsResolver,
  CustomerCareResolver,
];
export const careLists = [
  FollowUpLoader,
  PlannedVisitsOfCustomer,
  FollowUpsOfCustomer,
  FollowUpsOfVisit,
  FollowUpChain,
  SatisfactionOfCustomer,
  FeedbackLoader,
  FeedbackOfCustomer,
  QuestionnaireLoader,
  SurveyLoader,
  SurveyInvitationLoader,
  SurveysOfCustomer,
  CustomerEventLoader,
  EventInvitationLoader,
  EventsOfCustomer,
];
