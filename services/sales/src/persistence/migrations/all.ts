import { applicationQuestions } from './0001-application-questions.js';
import { customerFiles } from './0002-customer-files.js';

/** In the order in which they are made. */
export const migrations = [applicationQuestions, customerFiles];
