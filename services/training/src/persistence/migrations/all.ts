import { improvementItems } from './0001-improvement-items.js';

/** In the order in which they run. */
export const migrations = [improvementItems];
