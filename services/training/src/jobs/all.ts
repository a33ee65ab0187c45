import { TrainingDeadlinesJob } from './training-deadlines.processor.js';
import { TrainingRemindersJob } from './training-reminders.processor.js';

export const jobs = [TrainingDeadlinesJob, TrainingRemindersJob];
