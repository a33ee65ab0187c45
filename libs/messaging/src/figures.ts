import type { Database } from '@weilend/mongo';
import { OPEN_STATES } from './rows.js';
import type { DeliveryRow, InboxRow } from './rows.js';

/** Counts and ages in seconds; an age is 0 when there is nothing of the kind. */
export interface DeliveryFigures {
  readonly pending: number;
  readonly oldestPendingSeconds: number;
  readonly unacknowledged: number;
  readonly oldestUnacknowledgedSeconds: number;
  readonly parked: number;
  readonly waiting: number;
  readonly dead: number;
}

/** Reads them from one department's outbox and inbox, by indexes that hold only what is not over. */
export async function readFigures(database: Database): Promise<DeliveryFigures> {
  const outbox = database.collection<DeliveryRow>('outbox');
  const inbox = database.collection<InboxRow>('inbox');
  const now = (await database.now()).getTime();
  const ageOf = (row: { createdAt: Date } | null): number => (row ? Math.max(0, (now - row.createdAt.getTime()) / 1_000) : 0);
  const open = await inbox
    .aggregate<{ _id: string; count: number }>([
      { $match: { state: { $in: [...OPEN_STATES] } } },
      { $group: { _id: '$state', count: { $sum: 1 } } },
    ])
    .toArray();
  const countOf = (state: string): number => open.find((group) => group._id === state)?.count ?? 0;
  return {
    pending: await outbox.countDocuments({ status: 'pending' }),
    oldestPendingSeconds: ageOf(await outbox.findOne({ status: 'pending' }, { sort: { createdAt: 1, _id: 1 } })),
    unacknowledged: await outbox.countDocuments({ status: 'published' }),
    oldestUnacknowledgedSeconds: ageOf(await outbox.findOne({ status: 'published' }, { sort: { publishedAt: 1 } })),
    parked: countOf('parked'),
    waiting: countOf('waiting'),
    dead: countOf('dead'),
  };
}
