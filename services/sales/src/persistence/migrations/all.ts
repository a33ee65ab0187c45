import { applicationQuestions } from './0001-application-questions.js';
import { customerFiles } from './0002-customer-files.js';
import { acquisition } from './0003-acquisition.js';
import { promisedTimes } from './0004-promised-times.js';
import { contractTemplates } from './0005-contract-templates.js';
import { care } from './0006-care.js';
import { loanResults } from './0008-loan-results.js';
import { recordingsOfOneContract } from './0009-recordings-of-one-contract.js';
import { complaintsAndLinks } from './0010-complaints-and-links.js';
import { contractNumbers } from './0011-contract-numbers.js';
import { dueByOwner } from './0012-due-by-owner.js';

/** In the order in which they are made. */
export const migrations = [
  applicationQuestions,
  loanResults,
  promisedTimes,
  customerFiles,
  acquisition,
  care,
  contractTemplates,
  recordingsOfOneContract,
  complaintsAndLinks,
  contractNumbers,
  dueByOwner,
];
