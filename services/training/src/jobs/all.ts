import { FileSweeper } from '@weilend/service';
import { CertificateRemindersJob } from './certificate-reminders.processor.js';
import { TrainingDeadlinesJob } from './training-deadlines.processor.js';
import { TrainingRemindersJob } from './training-reminders.processor.js';

/** What training does by itself. */
export const trainingJobs = [FileSweeper, CertificateRemindersJob, TrainingDeadlinesJob, TrainingRemindersJob];
