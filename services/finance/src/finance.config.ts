import { secret, url } from '@weilend/boot';
import { z } from 'zod';

export const financeConfig = z.object({
  PAYMENT_CHANNEL: z
    .enum(['simulated', 'http'])
    .default('simulated')
    .meta({ description: 'Bank that loans are paid through: simulated (demos, tests) or http (BANK_URL, BANK_KEY)' }),
  BANK_URL: url(['http', 'https'])
    .optional()
    .meta({ description: 'Address of the bank for PAYMENT_CHANNEL=http, without a slash at the end' }),
  BANK_KEY: secret().optional().meta({ description: 'Shared secret that signs requests to the bank and its answers', secret: true }),
  BANK_TIMEOUT_MS: z.coerce
    .number()
    .int()
    .min(100)
    .max(60_000)
    .default(10_000)
    .meta({ description: 'Longest wait for an answer of the bank' }),
  SETTLE_EVERY_MS: z.coerce
    .number()
    .int()
    .min(50)
    .max(60_000)
    .default(1_000)
    .meta({ description: 'How often released payments are looked for (wall time)' }),
  DAY_END_EVERY_MS: z.coerce
    .number()
    .int()
    .min(50)
    .max(600_000)
    .default(10_000)
    .meta({ description: 'How often a business day that is over, or a day end that somebody left, is looked for (wall time)' }),
  PERIOD_SETTLE_MS: z.coerce.number().int().min(0).max(600_000).default(90_000).meta({
    description:
      'How long a month that is being closed waits for bookings under way before its balances are taken; more than transactionLifetimeLimitSeconds of the database (wall time)',
  }),
  BANK_LINES_EVERY_MS: z.coerce
    .number()
    .int()
    .min(50)
    .max(600_000)
    .default(2_000)
    .meta({ description: 'How often imported bank statements are looked at for lines to match (wall time)' }),
});

export type FinanceConfig = z.output<typeof financeConfig>;
