import { repositories } from '../persistence/all.js';
import { caseActs } from './case/all.js';
import { committeeActs } from './committee/all.js';
import { decisionActs } from './decision/all.js';
import { opinionActs } from './opinion/all.js';
import { sessionActs } from './session/all.js';

/** Repositories, use cases and what use cases share, for the module. */
export const approvalProviders = [...repositories, ...committeeActs, ...caseActs, ...opinionActs, ...decisionActs, ...sessionActs];
