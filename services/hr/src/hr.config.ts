import { secret } from '@weilend/boot';
import { z } from 'zod';

export const hrConfig = z.object({
  ADMIN_PASSWORD: secret()
    .optional()
    .meta({ description: 'Password of the first administrator (employee number admin); used once, when there is none', secret: true }),
});

export type HrConfig = z.output<typeof hrConfig>;
