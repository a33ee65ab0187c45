import { alertActs } from './alert/all.js';
import { bureauActs } from './bureau/all.js';
import { checksActs } from './checks/all.js';
import { earlyWarningActs } from './early-warning/all.js';
import { investigationActs } from './investigation/all.js';
import { opinionActs } from './opinion/all.js';
import { reportActs } from './report/all.js';
import { scorecardActs } from './scorecard/all.js';
import { watchActs } from './watch/all.js';

/** What risk can do. */
export const riskUseCases = [
  ...alertActs,
  ...bureauActs,
  ...investigationActs,
  ...reportActs,
  ...opinionActs,
  ...checksActs,
  ...scorecardActs,
  ...watchActs,
  ...earlyWarningActs,
];
