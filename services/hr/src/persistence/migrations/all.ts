import { peopleAndSignIn } from './0001-people-and-sign-in.js';
import { careerBegins } from './0002-career-begins.js';
import { soldLoans } from './0003-sold-loans.js';
import { secondSignatures } from './0004-second-signatures.js';
import { appraisalReminders } from './0005-appraisal-reminders.js';
import { nameKeys } from './0006-name-keys.js';

/** In the order in which they run. */
export const migrations = [peopleAndSignIn, careerBegins, secondSignatures, appraisalReminders, nameKeys];
export const migrations = [peopleAndSignIn, careerBegins, secondSignatures, soldLoans];
