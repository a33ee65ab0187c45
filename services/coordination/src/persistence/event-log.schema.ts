import type { Envelope } from '@weilend/contracts';
import { platformCollection } from '@weilend/mongo';
import type { CollectionDefinition } from '@weilend/mongo';

/** One message of the company, kept for ever. `cursor` is given after the commit by the one writer. */
export interface LoggedEventRow {
  /** Message id: each message is stored once. */
  readonly _id: string;
  readonly type: string;
  readonly subject: string;
  readonly envelope: Envelope;
  readonly receivedAt: Date;
  readonly placed: boolean;
  readonly cursor: number | null;
}

/** How far the log is placed. */
export interface EventLogHeadRow {
  readonly _id: 'head';
  readonly cursor: number;
}

export const eventLogCollections: readonly CollectionDefinition[] = [
  platformCollection('event_log', [
    {
      name: 'cursor',
      keys: { cursor: 1 },
      why: 'reading on from a cursor; no cursor twice',
      options: { unique: true, partialFilterExpression: { placed: true } },
    },
    {
      name: 'unplaced',
      keys: { receivedAt: 1, _id: 1 },
      why: 'the writer takes what has no cursor yet',
      options: { partialFilterExpression: { placed: false } },
    },
    { name: 'newest', keys: { receivedAt: -1 }, why: 'when the last message arrived' },
    { name: 'type', keys: { type: 1, cursor: 1 }, why: 'reading some types only' },
    { name: 'subject', keys: { subject: 1, cursor: 1 }, why: 'the history of a subject' },
  ]),
  platformCollection('event_log_head'),
];
