import { RemindOfTrainingDeadlines } from './remind-of-training-deadlines.use-case.js';
import { ReminderPeople } from './reminder-people.js';

export const reminderActs = [ReminderPeople, RemindOfTrainingDeadlines];
