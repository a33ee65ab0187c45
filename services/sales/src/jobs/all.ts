import { FileSweeper } from '@weilend/service';
import { ExpireDraftsJob } from './expire-drafts.processor.js';
import { ExpireProposalsJob } from './expire-proposals.processor.js';
import { ImportsJob } from './imports.processor.js';
import { RegradeJob } from './regrade.processor.js';
import { RemindersJob } from './reminders.processor.js';
import { VisitPlanner } from './visit-planner.processor.js';

/** What sales does by itself, beside the platform's own. */
export const jobs = [FileSweeper, RemindersJob, ExpireProposalsJob, RegradeJob, VisitPlanner, ExpireDraftsJob, ImportsJob];
