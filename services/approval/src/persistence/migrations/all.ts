import { committeeRegister } from './0001-committee-register.js';
import { caseOpinions } from './0002-case-opinions.js';
import { committeeWhole } from './0003-committee-whole.js';

/** In the order in which they run. */
export const migrations = [committeeRegister, caseOpinions, committeeWhole];
