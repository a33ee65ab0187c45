import { FileSweeper } from '@weilend/service';
import { RemindersJob } from './reminders.processor.js';

/** What sales does by itself, beside the platform's own. */
export const jobs = [FileSweeper, RemindersJob];
