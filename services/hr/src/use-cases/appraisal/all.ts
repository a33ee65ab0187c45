import { AppraiseViolation } from './appraise-violation.use-case.js';
import { CloseAppraisal } from './close-appraisal.use-case.js';
import { NoteFact } from './note-fact.use-case.js';
import { OpenAppraisal } from './open-appraisal.use-case.js';
import { PublishAppraisalScheme } from './publish-appraisal-scheme.use-case.js';

export const appraisalActs = [NoteFact, PublishAppraisalScheme, AppraiseViolation, OpenAppraisal, CloseAppraisal];
