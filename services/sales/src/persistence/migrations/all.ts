import { applicationQuestions } from './0001-application-questions.js';
import { contractTemplates } from './0005-contract-templates.js';

/** In the order in which they are made. */
export const migrations = [applicationQuestions, contractTemplates];
