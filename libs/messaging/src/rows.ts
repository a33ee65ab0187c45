import type { Envelope } from '@weilend/contracts';
import type { Department } from '@weilend/kernel';
import { platformCollection } from '@weilend/mongo';
import type { CollectionDefinition } from '@weilend/mongo';

/** One message on its way to one department. */
export interface DeliveryRow {
  /** `<message id>.<department>`; also the BullMQ job id. */
  readonly _id: string;
  readonly destination: Department;
  readonly queue: 'events' | 'handoffs';
  readonly status: 'pending' | 'published' | 'acked';
  readonly envelope: Envelope;
  readonly createdAt: Date;
  readonly publishedAt: Date | null;
  readonly ackedAt: Date | null;
}

/** How many messages about a subject went to each department: the sequence of the next one. */
export interface LaneHeadRow {
  readonly _id: string;
  readonly sent: Partial<Record<Department, number>>;
}

export type InboxState = 'applied' | 'old' | 'parked' | 'waiting' | 'dead' | 'discarded';

/** One message received; the row and the effect are written in one transaction. */
export interface InboxRow {
  readonly _id: string;
  readonly lane: string;
  readonly sequence: number;
  readonly state: InboxState;
  /** Kept only while the message may still have to be applied. */
  readonly envelope: Envelope | null;
  /** Lane whose next message this one waits for. */
  readonly waitingFor: string | null;
  readonly failures: number;
  readonly lastError: string | null;
  readonly receivedAt: Date;
  /** When coordination was told that the message does not get on; null or absent while there is nothing to tell. */
  readonly stuckAt?: Date | null;
  readonly discardReason?: string;
}

/** Last message applied of a lane (producer:subject). */
export interface LaneRow {
  readonly _id: string;
  readonly applied: number;
  /** Rises with every write: of two transactions about the lane that cross, one fails. */
  readonly touched: number;
  /** True when a message was parked in the lane, or waits for it, since this was last seen to be over. */
  readonly awaited?: boolean;
}

export type HandoffState = 'open' | 'completed' | 'returned' | 'recalled';

/** A handoff as one department sees it: work it received (`in`) or gave (`out`). */
export interface HandoffRow {
  readonly _id: string;
  readonly direction: 'in' | 'out';
  readonly type: string;
  readonly from: Department;
  readonly to: Department;
  readonly subject: string;
  readonly data: Record<string, unknown>;
  readonly state: HandoffState;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly outcome: Record<string, unknown> | null;
}

const WEEK_S = 7 * 86_400;
const MONTH_S = 30 * 86_400;

/** States of the partial index `open`: the planner takes it only for a question that names exactly these. */
export const OPEN_STATES: readonly InboxState[] = ['parked', 'waiting', 'dead'];

export const messagingCollections: readonly CollectionDefinition[] = [
  platformCollection('outbox', [
    {
      name: 'pending',
      keys: { createdAt: 1, _id: 1 },
      why: 'the relay polls what is not published',
      options: { partialFilterExpression: { status: 'pending' } },
    },
    {
      name: 'unacked',
      keys: { publishedAt: 1 },
      why: 'the reconciler looks for what is not acknowledged',
      options: { partialFilterExpression: { status: 'published' } },
    },
    { name: 'expiry', keys: { ackedAt: 1 }, why: 'acknowledged rows are kept a week', options: { expireAfterSeconds: WEEK_S } },
    { name: 'subject', keys: { 'envelope.subject': 1 }, why: 'what was said about a subject' },
  ]),
  platformCollection('outbox_lanes'),
  platformCollection('inbox', [
    { name: 'lane', keys: { lane: 1, sequence: 1 }, why: 'the next parked message of a lane', options: { unique: true } },
    {
      name: 'waiting',
      keys: { waitingFor: 1 },
      why: 'wake what waits for a lane',
      options: { partialFilterExpression: { state: 'waiting' } },
    },
    {
      name: 'open',
      keys: { state: 1, receivedAt: 1 },
      why: 'parked, waiting and dead messages',
      options: { partialFilterExpression: { state: { $in: [...OPEN_STATES] } } },
    },
    {
      name: 'expiry',
      keys: { receivedAt: 1 },
      why: 'applied messages are kept a month; after that the lane alone knows that they are old',
      options: { expireAfterSeconds: MONTH_S, partialFilterExpression: { state: { $in: ['applied', 'old'] } } },
    },
  ]),
  platformCollection('lanes'),
  platformCollection('handoffs', [
    { name: 'inbox', keys: { direction: 1, state: 1, openedAt: -1 }, why: "a department's open work" },
    { name: 'subject', keys: { subject: 1, type: 1 }, why: 'the handoffs of an application' },
  ]),
];
