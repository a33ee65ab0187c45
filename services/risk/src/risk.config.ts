import { secret, url } from '@weilend/boot';
import { z } from 'zod';

const MIN_SECRET = 32;

export const riskConfig = z.object({
  BUREAU_CHANNEL: z
    .enum(['simulated', 'http'])
    .default('simulated')
    .meta({ description: 'Which credit bureau is asked: the simulator, or one behind HTTP (needs BUREAU_URL and BUREAU_SECRET)' }),
  BUREAU_URL: url(['http', 'https']).optional().meta({ description: 'Address of the bureau, without a slash at the end' }),
  BUREAU_SECRET: secret()
    .min(MIN_SECRET)
    .optional()
    .meta({ description: 'Signs requests to the bureau (HMAC-SHA-256); at least 32 characters', secret: true }),
  BUREAU_TIMEOUT_MS: z.coerce
    .number()
    .int()
    .min(100)
    .max(50_000)
    .default(10_000)
    .meta({ description: 'Longest wait for the bureau, in milliseconds' }),
  DEADLINE_SWEEP_MS: z.coerce
    .number()
    .int()
    .min(100)
    .max(600_000)
    .default(30_000)
    .meta({ description: 'How often to look for alerts and watched customers whose deadline comes near or has passed, in milliseconds' }),
});

export type RiskConfig = z.output<typeof riskConfig>;
