import { DEPARTMENTS } from '@weilend/kernel';
import type { Department } from '@weilend/kernel';
import { z } from 'zod';
import type { EventDefinition } from '../define.js';
import { id, instantField } from '../fields.js';

const messageId = id('msg');

/** A message does not get on at its destination. `problem` names a kind of error or what is awaited, never what the message says. */
export const deliveryStuck = z.object({
  messageId,
  type: z.string(),
  about: z.string(),
  producer: z.enum(DEPARTMENTS),
  state: z.enum(['DEAD', 'WAITING', 'PARKED']),
  failures: z.int(),
  problem: z.string(),
  since: instantField,
});
export const deliverySettled = z.object({ messageId, outcome: z.enum(['APPLIED', 'DISCARDED', 'OLD']) });

type Facts<D extends Department> = { [K in `${D}.delivery-stuck.v1`]: EventDefinition<typeof deliveryStuck> } & {
  [K in `${D}.delivery-settled.v1`]: EventDefinition<typeof deliverySettled>;
};

/** What a department tells of messages that reached it and do not get on; coordination keeps the list. */
export function deliveryEventsOf<const D extends Department>(department: D): Facts<D> {
  const facts = {
    [`${department}.delivery-stuck.v1`]: {
      subject: 'msg',
      to: [],
      description: 'A message was set aside after its last attempt, or has waited for another fact for too long; its lane stands still.',
      data: deliveryStuck,
    },
    [`${department}.delivery-settled.v1`]: {
      subject: 'msg',
      to: [],
      description: 'A message that did not get on was applied, discarded, or overtaken.',
      data: deliverySettled,
    },
  };
  return facts as unknown as Facts<D>;
}
