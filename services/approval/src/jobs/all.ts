import { LapseExpired } from './lapse-expired.processor.js';

export const jobs = [LapseExpired];
