import { CustomerEvents, EventInvitations } from './event.repository.js';
import { customerEventCollection, eventInvitationCollection } from './event.schema.js';
import { FeedbackTickets } from './feedback.repository.js';
import { ticketCollection } from './feedback.schema.js';
import { Questionnaires, SurveyCampaigns, SurveyInvitations } from './survey.repository.js';
import { questionnaireCollection, surveyCollection, surveyInvitationCollection } from './survey.schema.js';
import { FollowUps, PlannedVisits, ReturnVisits, SatisfactionMarks } from './visit.repository.js';
import { followUpCollection, markCollection, plannedVisitCollection, visitCollection } from './visit.schema.js';

/** Where the care for customers is kept. */
export const careCollections = [
  visitCollection,
  plannedVisitCollection,
  followUpCollection,
  markCollection,
  ticketCollection,
  questionnaireCollection,
  surveyCollection,
  surveyInvitationCollection,
  customerEventCollection,
  eventInvitationCollection,
];

export const careRepositories = [
  ReturnVisits,
  PlannedVisits,
  FollowUps,
  SatisfactionMarks,
  FeedbackTickets,
  Questionnaires,
  SurveyCampaigns,
  SurveyInvitations,
  CustomerEvents,
  EventInvitations,
];
