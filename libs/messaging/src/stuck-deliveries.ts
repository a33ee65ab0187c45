import { laneOf, sourceOf } from '@weilend/contracts';
import type { Envelope } from '@weilend/contracts';
import { DomainError } from '@weilend/kernel';
import type { Department } from '@weilend/kernel';
import type { Database, Tx, UnitOfWork } from '@weilend/mongo';
import { Lanes } from './lanes.js';
import type { Outbox } from './outbox.js';
import { OPEN_STATES } from './rows.js';
import type { InboxRow, InboxState } from './rows.js';

export interface StuckDeliveriesParts {
  readonly database: Database;
  readonly work: UnitOfWork;
  readonly outbox: Outbox;
  readonly department: Department;
}

/** How long the text of an error is kept. */
const ERROR_LENGTH = 2_000;

/**
 * Messages that do not get on: set aside after their last attempt, waiting for a fact or parked for too long. Each is told to coordination
 * once, where people retry it or give it up; their ruling comes back as an event [1.4].
 */
export class StuckDeliveries {
  private readonly lanes: Lanes;

  constructor(private readonly parts: StuckDeliveriesParts) {
    this.lanes = new Lanes(parts.database);
  }

  /**
   * Sets a message aside: its lane stops until somebody retries or discards it. One whose turn has not come is parked instead, so that a
   * dead letter is always the next of its lane; one that was applied meanwhile stays applied.
   */
  async bury(envelope: Envelope, error: unknown): Promise<void> {
    const [lane, sequence] = [laneOf(envelope), Number(envelope.sequence)];
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    await this.inWork(envelope.id, async (tx) => {
      const { session } = tx;
      const row = await this.rows().findOne({ _id: envelope.id }, { session });
      if (row && !row.envelope) return;
      const { applied } = await this.lanes.touch(lane, tx);
      const state: InboxState = sequence > applied + 1 ? 'parked' : 'dead';
      const failures = (row?.failures ?? 0) + 1;
      const stuckAt = state === 'dead' ? new Date() : (row?.stuckAt ?? null);
      await this.rows().updateOne(
        { _id: envelope.id },
        {
          $set: { lane, sequence, envelope, state, waitingFor: null, failures, lastError: text.slice(0, ERROR_LENGTH), stuckAt },
          $setOnInsert: { receivedAt: new Date() },
        },
        { upsert: true, session },
      );
      if (state === 'dead') await this.announce({ envelope, state, failures, problem: nameOf(error), since: row?.receivedAt }, tx);
    });
  }

  /** Gives a dead message up: a tombstone advances the lane. Throws DomainError NOT_FOUND. */
  async discard(messageId: string, reason: string, tx: Tx): Promise<void> {
    const row = await this.deadRow(messageId, tx);
    await this.lanes.skip(row.lane, row.sequence, tx);
    const given = { state: 'discarded' as const, envelope: null, discardReason: reason, stuckAt: null };
    await this.rows().updateOne({ _id: messageId }, { $set: given }, { session: tx.session });
    tx.wrote('inbox', messageId, reason);
    await this.settled(messageId, 'DISCARDED', tx);
  }

  /** Lets a dead message try again from its first attempt; the sweep takes it up. Throws DomainError NOT_FOUND. */
  async release(messageId: string, tx: Tx): Promise<void> {
    await this.deadRow(messageId, tx);
    await this.rows().updateOne({ _id: messageId }, { $set: { state: 'parked', failures: 0 } }, { session: tx.session });
    tx.wrote('inbox', messageId, 'released');
  }

  /** Tells coordination, once, of each lane whose first message has waited or been parked for longer than `afterMs`. */
  async alarm(afterMs: number, limit = 100): Promise<void> {
    const before = new Date((await this.parts.database.now()).getTime() - afterMs);
    const heads = await this.rows()
      .aggregate<InboxRow>([
        { $match: { state: { $in: [...OPEN_STATES] } } },
        { $sort: { lane: 1, sequence: 1 } },
        { $group: { _id: '$lane', head: { $first: '$$ROOT' } } },
        { $replaceRoot: { newRoot: '$head' } },
        { $match: { state: { $ne: 'dead' }, stuckAt: null, receivedAt: { $lt: before } } },
        { $limit: limit },
      ])
      .toArray();
    for (const row of heads) await this.alarmOf(row);
  }

  /** Says that a message of which coordination was told is over. */
  async settled(messageId: string, outcome: 'APPLIED' | 'DISCARDED' | 'OLD', tx: Tx): Promise<void> {
    await this.parts.outbox.add(
      { type: `${this.parts.department}.delivery-settled.v1`, subject: messageId, data: { messageId, outcome } },
      tx,
    );
  }

  private async alarmOf({ _id, envelope, state, failures, sequence, waitingFor, receivedAt }: InboxRow): Promise<void> {
    if (!envelope || (state !== 'parked' && state !== 'waiting')) return;
    const problem = state === 'waiting' ? `waits for ${waitingFor}` : `number ${sequence} of its lane came before number ${sequence - 1}`;
    await this.inWork(_id, async (tx) => {
      const same = { _id, state, stuckAt: null };
      const claimed = await this.rows().updateOne(same, { $set: { stuckAt: new Date() } }, { session: tx.session });
      if (claimed.modifiedCount > 0) await this.announce({ envelope, state, failures, problem, since: receivedAt }, tx);
    });
  }

  private async announce(
    stuck: { envelope: Envelope; state: 'dead' | 'waiting' | 'parked'; failures: number; problem: string; since?: Date | undefined },
    tx: Tx,
  ): Promise<void> {
    const { id, type, subject } = stuck.envelope;
    const data = {
      messageId: id,
      type,
      about: subject,
      producer: sourceOf(stuck.envelope),
      state: stuck.state.toUpperCase() as 'DEAD' | 'WAITING' | 'PARKED',
      failures: stuck.failures,
      problem: stuck.problem,
      since: (stuck.since ?? new Date()).toISOString(),
    };
    await this.parts.outbox.add({ type: `${this.parts.department}.delivery-stuck.v1`, subject: id, data }, tx);
  }

  private async deadRow(messageId: string, tx: Tx): Promise<InboxRow> {
    const row = await this.rows().findOne({ _id: messageId, state: 'dead' }, { session: tx.session });
    if (!row) throw new DomainError('NOT_FOUND', { noun: 'dead letter', id: messageId });
    return row;
  }

  private inWork(causationId: string, body: (tx: Tx) => Promise<void>): Promise<void> {
    const actor = { kind: 'service', service: this.parts.department } as const;
    return this.parts.work.run({ actor, operation: 'tell-stuck-delivery', causationId }, body);
  }

  private rows() {
    return this.parts.database.collection<InboxRow>('inbox');
  }
}

/** What kind of error it was; its text stays at the department, because it may quote what the message is about. */
function nameOf(error: unknown): string {
  if (error instanceof DomainError) return error.code;
  return error instanceof Error ? error.name : 'unknown';
}
