import { applicationQuestions } from './0001-application-questions.js';
import { leadPhoneIndex } from './0007-lead-phone-index.js';

/** In the order in which they are made. */
export const migrations = [applicationQuestions, leadPhoneIndex];
