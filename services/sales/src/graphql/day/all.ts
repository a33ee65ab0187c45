import { DashboardResolver, DayResolver, DeadlineGroupResolver, PersonalDeadlineCountResolver } from './day.resolver.js';
import { DeadlineResolver, TeamDeadlineResolver } from './deadline.resolver.js';

export const dayResolvers = [
  DayResolver,
  DashboardResolver,
  DeadlineGroupResolver,
  PersonalDeadlineCountResolver,
  DeadlineResolver,
  TeamDeadlineResolver,
];
