import { Nominations } from './nomination.repository.js';
import { nominationCollection } from './nomination.schema.js';
import { TrainingRequests } from './training-request.repository.js';
import { trainingRequestCollection } from './training-request.schema.js';
import { TrainingSessions } from './training-session.repository.js';
import { trainingSessionCollection } from './training-session.schema.js';

export const sessionRepositories = [TrainingSessions, Nominations, TrainingRequests];

export const sessionCollections = [trainingSessionCollection, nominationCollection, trainingRequestCollection];
