import { SatisfactionQueries } from './satisfaction.queries.js';
import { EventQueries } from './event.queries.js';
import { FeedbackQueries } from './feedback.queries.js';
import { SurveyQueries } from './survey.queries.js';
import { VisitQueries } from './visit.queries.js';

/** The read side of the care for customers. */
export const careQueries = [VisitQueries, FeedbackQueries, SurveyQueries, EventQueries, SatisfactionQueries];
