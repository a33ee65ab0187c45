import { applicationQuestions } from './0001-application-questions.js';
import { acquisition } from './0003-acquisition.js';

/** In the order in which they are made. */
export const migrations = [applicationQuestions, acquisition];
