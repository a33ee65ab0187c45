import { FileSweeper } from '@weilend/service';
import { ImportsJob } from './imports.processor.js';

/** What sales does by itself, beside the platform's own. */
export const jobs = [FileSweeper, ImportsJob];
