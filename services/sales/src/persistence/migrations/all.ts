import { applicationQuestions } from './0001-application-questions.js';
import { care } from './0006-care.js';

/** In the order in which they are made. */
export const migrations = [applicationQuestions, care];
