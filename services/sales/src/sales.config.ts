import { z } from 'zod';

export const salesConfig = z.object({
  LENDER_NAME: z.string().min(2).default('惟联小额贷款有限公司').meta({ description: 'Name of the company as it stands in contracts' }),
  REMINDERS_EVERY_MS: z.coerce
    .number()
    .int()
    .min(50)
    .max(600_000)
    .default(60_000)
    .meta({ description: 'How often deadlines that come near or have passed are looked for (wall time)' }),
  PROPOSAL_EXPIRY_EVERY_MS: z.coerce
    .number()
    .int()
    .min(50)
    .max(86_400_000)
    .default(600_000)
    .meta({ description: 'How often proposals that ran out are looked for (wall time)' }),
  REGRADE_EVERY_MS: z.coerce
    .number()
    .int()
    .min(50)
    .max(3_600_000)
    .default(60_000)
    .meta({ description: 'How often customers whose grade is too old or from an earlier scorecard are looked for (wall time)' }),
  VISIT_PLAN_EVERY_MS: z.coerce
    .number()
    .int()
    .min(50)
    .max(3_600_000)
    .default(600_000)
    .meta({ description: 'How often visits that come near are looked for (wall time)' }),
  IMPORT_EVERY_MS: z.coerce
    .number()
    .int()
    .min(50)
    .max(600_000)
    .default(2_000)
    .meta({ description: 'How often files of leads and customers that somebody left half taken in are looked for (wall time)' }),
  DRAFT_EXPIRY_EVERY_MS: z.coerce
    .number()
    .int()
    .min(50)
    .max(3_600_000)
    .default(30_000)
    .meta({ description: 'How often drafts of contracts that nobody signed in time are looked for (wall time)' }),
});

export type SalesConfig = z.output<typeof salesConfig>;
