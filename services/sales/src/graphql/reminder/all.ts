import { ReminderResolver } from './reminder.resolver.js';

export const reminderResolvers = [ReminderResolver];
