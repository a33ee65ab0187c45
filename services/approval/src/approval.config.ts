import { z } from 'zod';

export const approvalConfig = z.object({
  BALLOTS_EVERY_MS: z.coerce
    .number()
    .int()
    .min(50)
    .max(600_000)
    .default(15_000)
    .meta({ description: 'How often circulated votes and conditions that come near or to their end are looked for (wall time)' }),
});

export type ApprovalConfig = z.output<typeof approvalConfig>;
