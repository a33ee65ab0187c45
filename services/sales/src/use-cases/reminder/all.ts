import { Deadlines } from '../../persistence/reminder/deadlines.js';
import { RemindOfDeadlines } from './remind-of-deadlines.use-case.js';
import { ReminderClock } from './reminder-clock.js';
import { SeeReminder } from './see-reminder.use-case.js';

/** That no deadline has to be remembered. */
export const reminderActs = [Deadlines, ReminderClock, RemindOfDeadlines, SeeReminder];
