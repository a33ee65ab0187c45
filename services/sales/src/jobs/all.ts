import { FileSweeper } from '@weilend/service';
import { ExpireProposalsJob } from './expire-proposals.processor.js';

/** What sales does by itself, beside the platform's own. */
export const jobs = [FileSweeper, ExpireProposalsJob];
