import { certificateActs } from './certificate/all.js';
import { courseActs } from './course/all.js';
import { planActs } from './plan/all.js';
import { sessionActs } from './session/all.js';

/** What training can do. */
export const trainingUseCases = [...planActs, ...courseActs, ...sessionActs, ...certificateActs];
