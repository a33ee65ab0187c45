import { peopleAndSignIn } from './0001-people-and-sign-in.js';
import { careerBegins } from './0002-career-begins.js';
import { secondSignatures } from './0004-second-signatures.js';
import { appraisalReminders } from './0005-appraisal-reminders.js';
import { nameKeys } from './0006-name-keys.js';
import { soldLoans } from './0007-sold-loans.js';

/** In the order in which they run. */
export const migrations = [peopleAndSignIn, careerBegins, secondSignatures, appraisalReminders, nameKeys, soldLoans];
