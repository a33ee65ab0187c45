import { TrainingDeadlines } from './training-deadlines.js';
import { TrainingReminders } from './training-reminder.repository.js';
import { trainingReminderCollection } from './training-reminder.schema.js';

export const reminderRepositories = [TrainingDeadlines, TrainingReminders];
export const reminderCollections = [trainingReminderCollection];
