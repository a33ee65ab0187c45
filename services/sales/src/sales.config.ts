import { z } from 'zod';

export const salesConfig = z.object({
  LENDER_NAME: z.string().min(2).default('惟联小额贷款有限公司').meta({ description: 'Name of the company as it stands in contracts' }),
});

export type SalesConfig = z.output<typeof salesConfig>;
