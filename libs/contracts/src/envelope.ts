import { DEPARTMENTS } from '@weilend/kernel';
import type { Department } from '@weilend/kernel';
import { z } from 'zod';

/** CloudEvents 1.0 in JSON, as it travels between departments and leaves to subscribers. */
export const envelopeSchema = z.object({
  specversion: z.literal('1.0'),
  /** Message id, the same at every destination; with `source` unique. */
  id: z.string().regex(/^msg_[0-9a-z]{26}$/),
  /** `weilend/<producing department>`. */
  source: z.string(),
  type: z.string(),
  /** Id of what the message is about; messages of one producer about one subject stay in order. */
  subject: z.string(),
  /** Business time of the fact. */
  time: z.string(),
  datacontenttype: z.literal('application/json'),
  partitionkey: z.string(),
  /** Place in the lane (producer, subject, destination): 1, 2, 3 … zero-padded. */
  sequence: z.string(),
  traceparent: z.string().optional(),
  causationid: z.string().optional(),
  actor: z.string(),
  /** Handoff messages and handoff facts name the handoff. */
  handoffid: z.string().optional(),
  /** True when the data say the whole state of the subject: a new reader may begin with it. */
  snapshot: z.literal(true).optional(),
  data: z.record(z.string(), z.unknown()),
});
export type Envelope = z.infer<typeof envelopeSchema>;

/** Producing department of an envelope. */
export function sourceOf(envelope: Pick<Envelope, 'source'>): Department {
  const name = envelope.source.replace(/^weilend\//, '');
  if ((DEPARTMENTS as readonly string[]).includes(name)) return name as Department;
  throw new TypeError(`unknown message source ${envelope.source}`);
}

/** Lane of a message at its destination. */
export const laneOf = (envelope: Pick<Envelope, 'source' | 'subject'>): string =>
  `${envelope.source.replace(/^weilend\//, '')}:${envelope.subject}`;
