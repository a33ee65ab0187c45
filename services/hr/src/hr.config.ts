import { secret } from '@weilend/boot';
import { z } from 'zod';

export const hrConfig = z.object({
  ADMIN_PASSWORD: secret()
    .optional()
    .meta({ description: 'Password of the first administrator (employee number admin); used once, when there is none', secret: true }),
  CAREER_SWEEP_MS: z.coerce
    .number()
    .int()
    .min(100)
    .max(86_400_000)
    .default(600_000)
    .meta({ description: 'How often to look for career talks that come due or are overdue and for honours to propose, in milliseconds' }),
  BONUS_RELEASE_EVERY_MS: z.coerce
    .number()
    .int()
    .min(100)
    .max(86_400_000)
    .default(60_000)
    .meta({ description: 'How often to look for deferred bonuses whose day of release has come, in milliseconds' }),
  APPRAISAL_SWEEP_MS: z.coerce
    .number()
    .int()
    .min(100)
    .max(3_600_000)
    .default(5_000)
    .meta({ description: 'Pause between two looks for a quarter that ended, is being closed, or facts that are rebuilt, in milliseconds' }),
});

export type HrConfig = z.output<typeof hrConfig>;
