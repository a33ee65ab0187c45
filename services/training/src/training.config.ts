import { z } from 'zod';

/** Training needs nothing beyond what every service needs. */
export const trainingConfig = z.object({});
