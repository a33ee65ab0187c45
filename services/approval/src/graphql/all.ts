import { caseResolvers } from './case/all.js';
import { committeeResolvers } from './committee/all.js';
import { decisionResolvers } from './decision/all.js';
import { opinionResolvers } from './opinion/opinion.resolver.js';
import { sessionResolvers } from './session/all.js';
import { worklistResolvers } from './worklist/worklist.resolver.js';

/** Every resolver of the department, for the module. */
export const approvalResolvers = [
  ...caseResolvers,
  ...decisionResolvers,
  ...committeeResolvers,
  ...sessionResolvers,
  ...opinionResolvers,
  ...worklistResolvers,
];
