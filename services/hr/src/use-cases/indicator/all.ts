import { ClosedQuarters } from './closed-quarters.js';
import { HearOfCare } from './hear-of-care.use-case.js';
import { HearOfLoan } from './hear-of-loan.use-case.js';
import { Hear } from './hear.use-case.js';
import { CarryRebuildOn, RebuildAppraisalFacts } from './rebuild-facts.use-case.js';

export const indicatorActs = [ClosedQuarters, Hear, HearOfLoan, HearOfCare, RebuildAppraisalFacts, CarryRebuildOn];
