import { applicationQuestions } from './0001-application-questions.js';
import { promisedTimes } from './0004-promised-times.js';

/** In the order in which they are made. */
export const migrations = [applicationQuestions, promisedTimes];
