import { CustomerCareResolver } from './customer-care.resolver.js';
import { FeedbackActsResolver } from './feedback-acts.resolver.js';
import { FeedbackLoader, FeedbackOfCustomer } from './feedback.loader.js';
import {
  FeedbackClosingResolver,
  FeedbackHandoverResolver,
  FeedbackListResolver,
  FeedbackReplyResolver,
  FeedbackTicketResolver,
} from './feedback.resolver.js';
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
  FeedbackActsResolver,
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
];
