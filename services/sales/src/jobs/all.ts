import { FileSweeper } from '@weilend/service';
import { RegradeJob } from './regrade.processor.js';

/** What sales does by itself, beside the platform's own. */
export const jobs = [FileSweeper, RegradeJob];
