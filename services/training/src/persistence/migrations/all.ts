import { improvementItems } from './0001-improvement-items.js';
import { studiedHoursOfBefore } from './0002-studied-hours.js';
import { planIdeas } from './0003-plan-ideas.js';

/** In the order in which they run. */
export const migrations = [improvementItems, studiedHoursOfBefore, planIdeas];
