import { investigationQuestions } from './0001-investigation-questions.js';
import { alertHandoff } from './0002-alert-handoff.js';
import { storedScorecards } from './0003-stored-scorecards.js';
import { bureauReuse } from './0004-bureau-reuse.js';
import { investigationPlans } from './0005-investigation-plans.js';
import { alertLife } from './0006-alert-life.js';
import { moreWarningRules } from './0007-more-warning-rules.js';

/** In the order in which they run. */
export const migrations = [
  investigationQuestions,
  alertHandoff,
  ...storedScorecards,
  bureauReuse,
  investigationPlans,
  alertLife,
  moreWarningRules,
];
