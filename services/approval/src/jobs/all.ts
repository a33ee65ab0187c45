import { BallotsJob } from './ballots.processor.js';
import { LapseExpired } from './lapse-expired.processor.js';

export const jobs = [LapseExpired, BallotsJob];
