import { planActs } from './plan/all.js';
import { sessionActs } from './session/all.js';

/** What training can do. */
export const trainingUseCases = [...planActs, ...sessionActs];
