import { secret, url } from '@weilend/boot';
import { z } from 'zod';

const MIN_SECRET = 32;

const whole = (from: number, to: number, otherwise: number, description: string) =>
  z.coerce.number().int().min(from).max(to).default(otherwise).meta({ description });

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
  BUREAU_FIRST_PAUSE_MS: whole(100, 60_000, 2_000, 'Pause after the first attempt that failed; it doubles after each, in milliseconds'),
  BUREAU_LONGEST_PAUSE_MS: whole(1_000, 86_400_000, 900_000, 'Longest pause between two attempts, in milliseconds'),
  BUREAU_MOST_ATTEMPTS: whole(1, 1_000, 30, 'Attempts after which an unanswered inquiry waits for a person'),
  BUREAU_BREAKER_FAILURES: whole(1, 1_000, 5, 'Failures in a row after which the bureau is left alone (circuit breaker)'),
  BUREAU_BREAKER_PAUSE_MS: whole(1, 86_400_000, 30_000, 'How long it is left alone before one question tries it, in milliseconds'),
  BUREAU_SIMULATED_FAULTS: z.string().default('').meta({
    description:
      'Faults of the simulator: `013:slow,*:downx2` (15th to 17th place of the number, or all; what goes wrong; at how many attempts)',
  }),
  DEADLINE_SWEEP_MS: z.coerce
    .number()
    .int()
    .min(100)
    .max(600_000)
    .default(30_000)
    .meta({ description: 'How often to look for alerts and watched customers whose deadline comes near or has passed, in milliseconds' }),
});

export type RiskConfig = z.output<typeof riskConfig>;
