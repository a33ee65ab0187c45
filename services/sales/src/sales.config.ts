import { z } from 'zod';

export const salesConfig = z.object({
  LENDER_NAME: z.string().min(2).default('惟联小额贷款有限公司').meta({ description: 'Name of the company as it stands in contracts' }),
  VISIT_PLAN_EVERY_MS: z.coerce
    .number()
    .int()
    .min(50)
    .default(600_000)
    .meta({ description: 'How often visits that come near are looked for, in milliseconds' }),
});

export type SalesConfig = z.output<typeof salesConfig>;
