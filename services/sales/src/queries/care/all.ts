import { SatisfactionQueries } from './satisfaction.queries.js';
import { FeedbackQueries } from './feedback.queries.js';
import { VisitQueries } from './visit.queries.js';

/** The read side of the care for customers. */
export const careQueries = [VisitQueries, FeedbackQueries, SatisfactionQueries];
