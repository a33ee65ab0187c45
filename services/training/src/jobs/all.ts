import { FileSweeper } from '@weilend/service';
import { CertificateRemindersJob } from './certificate-reminders.processor.js';

export const trainingJobs = [FileSweeper, CertificateRemindersJob];
