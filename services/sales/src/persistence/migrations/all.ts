import { applicationQuestions } from './0001-application-questions.js';

/** In the order in which they are made. */
export const migrations = [applicationQuestions];
