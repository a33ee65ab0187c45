import { NominationQueries } from './nomination.queries.js';
import { TrainingHoursQueries } from './training-hours.queries.js';
import { TrainingSessionQueries } from './training-session.queries.js';

export const sessionQueries = [TrainingSessionQueries, NominationQueries, TrainingHoursQueries];
