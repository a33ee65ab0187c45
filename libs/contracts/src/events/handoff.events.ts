import type { Department } from '@weilend/kernel';
import { z } from 'zod';
import type { EventDefinition } from '../define.js';
import { id, instantField } from '../fields.js';

const handoffId = id('hof');
const base = { handoffId, handoff: z.string(), at: instantField };

/** The receiver's word on a handoff; the same three facts for every department, sent to who gave the work and to coordination. */
export const handoffCompleted = z.object({ ...base, result: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])) });
export const handoffReturned = z.object({
  ...base,
  code: z.string(),
  reasons: z.array(z.string()),
  /** Ids of the parts that come back where work has parts; all of it when left out. */
  parts: z.array(z.string()).optional(),
});
export const handoffRecalled = z.object({ ...base, reason: z.string() });

type Facts<D extends Department> = {
  [K in `${D}.handoff-completed.v1`]: EventDefinition<typeof handoffCompleted>;
} & { [K in `${D}.handoff-returned.v1`]: EventDefinition<typeof handoffReturned> } & {
  [K in `${D}.handoff-recalled.v1`]: EventDefinition<typeof handoffRecalled>;
};

/** The three handoff facts of one department. */
export function handoffEventsOf<const D extends Department>(department: D): Facts<D> {
  const facts = {
    [`${department}.handoff-completed.v1`]: fact('Work that was handed over is done.', handoffCompleted),
    [`${department}.handoff-returned.v1`]: fact('Work goes back to its sender with a code and reasons.', handoffReturned),
    [`${department}.handoff-recalled.v1`]: fact('Work was taken back by its sender and stopped by the receiver.', handoffRecalled),
  };
  return facts as Facts<D>;
}

function fact<Data extends z.ZodObject>(description: string, data: Data): EventDefinition<Data> {
  return { subject: '*', to: 'handoff-sender', description, data };
}
