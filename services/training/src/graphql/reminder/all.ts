import { TrainingReminderResolver } from './training-reminder.resolver.js';

export const reminderResolvers = [TrainingReminderResolver];
