import { Injectable } from '@nestjs/common';
import type { Envelope } from '@weilend/contracts';
import { Database } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { EventLogHeadRow, LoggedEventRow } from './event-log.schema.js';

/** The log's rows: written by the inbox without a cursor, placed afterwards in one global order. */
@Injectable()
export class EventLog {
  constructor(private readonly database: Database) {}

  /** Stores the message once. The time is the database's, so that the messages of one lane keep their order whoever received them. */
  async add(envelope: Envelope, tx: Tx): Promise<void> {
    const row = { type: envelope.type, subject: envelope.subject, envelope, placed: false, cursor: null };
    await this.rows().updateOne({ _id: envelope.id }, [{ $set: { ...literals(row), receivedAt: '$$NOW' } }], {
      upsert: true,
      session: tx.session,
    });
  }

  async hasUnplaced(): Promise<boolean> {
    // The order is what makes the planner take the partial index; without it every look would read the whole log.
    return (await this.rows().findOne({ placed: false }, { projection: { _id: 1 }, sort: { receivedAt: 1, _id: 1 } })) !== null;
  }

  /** Gives the next cursors to the oldest rows without one; returns how many. The caller holds the fenced lease in `tx`. */
  async place(limit: number, tx: Tx): Promise<number> {
    const { session } = tx;
    const rows = await this.rows()
      .find({ placed: false }, { session, projection: { _id: 1 }, sort: { receivedAt: 1, _id: 1 }, limit })
      .toArray();
    if (rows.length === 0) return 0;
    const head = await this.heads().findOneAndUpdate(
      { _id: 'head' },
      { $inc: { cursor: rows.length } },
      { session, upsert: true, returnDocument: 'after' },
    );
    const first = (head?.cursor ?? rows.length) - rows.length + 1;
    await this.rows().bulkWrite(
      rows.map((row, place) => ({ updateOne: { filter: { _id: row._id }, update: { $set: { placed: true, cursor: first + place } } } })),
      { session, ordered: true },
    );
    return rows.length;
  }

  private rows() {
    return this.database.collection<LoggedEventRow>('event_log');
  }

  private heads() {
    return this.database.collection<EventLogHeadRow>('event_log_head');
  }
}

/** Values as they are: a text that begins with a dollar sign is no expression. */
function literals(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, { $literal: value }]));
}
