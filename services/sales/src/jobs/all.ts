import { FileSweeper } from '@weilend/service';
import { ExpireDraftsJob } from './expire-drafts.processor.js';

/** What sales does by itself, beside the platform's own. */
export const jobs = [FileSweeper, ExpireDraftsJob];
