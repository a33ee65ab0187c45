import { DashboardResolver, DayResolver, DeadlineGroupResolver } from './day.resolver.js';
import { LoanDeadlineSubjects, TeamDeadlineSubjects } from './deadline-subjects.js';

export const dayResolvers = [DayResolver, DashboardResolver, DeadlineGroupResolver];

export const dayLists = [LoanDeadlineSubjects, TeamDeadlineSubjects];
