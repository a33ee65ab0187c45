import { z } from 'zod';

export const trainingConfig = z.object({
  CERTIFICATE_SWEEP_MS: z.coerce
    .number()
    .int()
    .min(100)
    .max(86_400_000)
    .default(600_000)
    .meta({ description: 'Pause between two looks for certificates that run out, in milliseconds' }),
});

export type TrainingConfig = z.infer<typeof trainingConfig>;
