import { CarryAppraisalsOn } from './carry-appraisals-on.processor.js';
import { FirstAdministrator } from './first-administrator.processor.js';
import { ReleaseDeferredBonusesJob } from './release-deferred-bonuses.processor.js';
import { RemindCareerTalksJob } from './remind-career-talks.processor.js';
import { RemindOfAppraisalsJob } from './remind-of-appraisals.processor.js';
import { RenewHonoursJob } from './renew-honours.processor.js';
import { WithdrawSigningKeysJob } from './withdraw-signing-keys.processor.js';

/** What hr does by itself. */
export const hrJobs = [
  FirstAdministrator,
  CarryAppraisalsOn,
  ReleaseDeferredBonusesJob,
  RemindCareerTalksJob,
  RemindOfAppraisalsJob,
  RenewHonoursJob,
  WithdrawSigningKeysJob,
];
