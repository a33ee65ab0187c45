import { z } from 'zod';

export const salesConfig = z.object({
  LENDER_NAME: z.string().min(2).default('惟联小额贷款有限公司').meta({ description: 'Name of the company as it stands in contracts' }),
  IMPORT_EVERY_MS: z.coerce
    .number()
    .int()
    .min(50)
    .max(600_000)
    .default(2_000)
    .meta({ description: 'How often files of leads and customers that somebody left half taken in are looked for (wall time)' }),
});

export type SalesConfig = z.output<typeof salesConfig>;
