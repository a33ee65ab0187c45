import { handoffDefinition, handoffOf, laneOf } from '@weilend/contracts';
import type { Envelope } from '@weilend/contracts';
import { DomainError, invariant } from '@weilend/kernel';
import type { Department } from '@weilend/kernel';
import type { Database, Tx, UnitOfWork } from '@weilend/mongo';
import type { ConsumerRegistry } from './consumer.js';
import type { Handoffs } from './handoffs.js';
import type { HandoffMessage, NotYetSeen } from './message.js';
import { missingFact, toMessage } from './read-message.js';
import { OPEN_STATES } from './rows.js';
import type { InboxRow, InboxState, LaneRow } from './rows.js';

export interface InboxOptions {
  readonly department: Department;
}

type Outcome = 'applied' | 'parked' | 'waiting' | 'seen';

/** The unit of work gave up under contention: no word about the facts, so the message is tried again and never returned. */
const CONTENTION = 'CHANGED_MEANWHILE';

/**
 * Exactly-once effect, in lane order. The inbox row, the effect and its messages are one transaction; a message that is
 * early is parked, one that misses another department's fact waits for it, one already seen only acknowledges again.
 */
export class Inbox {
  /** Where the last sweep ended, so that rows which cannot go on do not keep the sweep from those behind them. */
  private sweptTo = new Date(0);

  constructor(
    private readonly database: Database,
    private readonly work: UnitOfWork,
    private readonly consumers: ConsumerRegistry,
    private readonly handoffs: Handoffs,
    private readonly options: InboxOptions,
  ) {}

  /** Takes a message durably; throws only on an unexpected error, and then nothing was written. */
  async receive(envelope: Envelope): Promise<Outcome> {
    const outcome = await this.attempt(envelope);
    if (outcome === 'applied') await this.follow(laneOf(envelope));
    if (outcome === 'waiting') return this.retry(envelope.id);
    return outcome;
  }

  /** Tries a parked, waiting or dead message again; lane order still rules. */
  async retry(messageId: string): Promise<Outcome> {
    const row = await this.rows().findOne({ _id: messageId });
    if (!row?.envelope) return 'seen';
    const outcome = await this.attempt(row.envelope);
    if (outcome === 'applied') await this.follow(row.lane);
    return outcome;
  }

  /**
   * Sets a message aside after its last attempt: its lane stops until somebody retries or discards it. One whose turn has not come is
   * parked instead, so that a dead letter is always the next of its lane; one that another process applied meanwhile stays applied.
   */
  async bury(envelope: Envelope, error: string): Promise<void> {
    const [lane, sequence] = [laneOf(envelope), Number(envelope.sequence)];
    const kept = { lane, sequence, envelope, state: 'parked' as const, waitingFor: null, failures: 0, lastError: null };
    await this.rows().updateOne({ _id: envelope.id }, { $setOnInsert: { ...kept, receivedAt: new Date() } }, { upsert: true });
    const early = sequence > (await this.appliedOf(lane)) + 1;
    await this.rows().updateOne(
      { _id: envelope.id, envelope: { $ne: null } },
      { $set: { state: early ? 'parked' : 'dead', lastError: error.slice(0, 2_000), waitingFor: null }, $inc: { failures: 1 } },
    );
  }

  /** Gives a dead message up: a tombstone advances the lane. Throws DomainError NOT_FOUND. */
  async discard(messageId: string, reason: string, tx: Tx): Promise<void> {
    const row = await this.rows().findOne({ _id: messageId, state: 'dead' }, { session: tx.session });
    if (!row) throw new DomainError('NOT_FOUND', { noun: 'dead letter', id: messageId });
    // The lane has no row yet when its very first message is the dead one: without it nothing behind the tombstone would ever be due.
    const { applied } = await this.touch(row.lane, tx);
    if (applied === row.sequence - 1)
      await this.lanes().updateOne({ _id: row.lane }, { $set: { applied: row.sequence } }, { session: tx.session });
    await this.rows().updateOne(
      { _id: messageId },
      { $set: { state: 'discarded', envelope: null, discardReason: reason } },
      { session: tx.session },
    );
    tx.wrote('inbox', messageId, reason);
    tx.afterCommit(() => void this.follow(row.lane).catch(() => undefined));
  }

  /** Applies what has become due: parked messages whose turn it is and waiting ones; the sweep that makes waking certain. */
  async sweep(limit = 200): Promise<void> {
    const rows = await this.rows()
      .find({ $and: [{ state: { $in: [...OPEN_STATES] } }, { state: { $in: ['parked', 'waiting'] } }], receivedAt: { $gt: this.sweptTo } })
      .sort({ receivedAt: 1 })
      .limit(limit)
      .toArray();
    this.sweptTo = rows.length === limit ? (rows.at(-1)?.receivedAt ?? new Date(0)) : new Date(0);
    for (const row of rows) if ((await this.appliedOf(row.lane)) >= row.sequence - 1) await this.retryOrCount(row);
  }

  private async follow(lane: string): Promise<void> {
    for (;;) {
      const applied = await this.appliedOf(lane);
      const next = await this.rows().findOne({ lane, sequence: applied + 1, state: { $in: ['parked', 'waiting'] } });
      if (!next?.envelope || (await this.retryOrCount(next)) !== 'applied') break;
    }
    for (const waiting of await this.rows().find({ waitingFor: lane, state: 'waiting' }).toArray()) {
      if ((await this.retryOrCount(waiting)) === 'applied') await this.follow(waiting.lane);
    }
  }

  private async retryOrCount(row: InboxRow): Promise<Outcome> {
    invariant(row.envelope, 'a parked message keeps its envelope');
    try {
      return await this.attempt(row.envelope);
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      if (row.failures >= 5) await this.bury(row.envelope, text);
      else await this.rows().updateOne({ _id: row._id }, { $inc: { failures: 1 }, $set: { lastError: text.slice(0, 2_000) } });
      return 'parked';
    }
  }

  private async attempt(envelope: Envelope): Promise<Outcome> {
    const context = {
      actor: { kind: 'service' as const, service: this.options.department, onBehalfOf: envelope.actor },
      operation: `receive:${envelope.type}`,
      causationId: envelope.id,
    };
    try {
      return await this.work.run(context, (tx) => this.place(envelope, tx, (current) => this.apply(envelope, current)));
    } catch (error) {
      const missing = missingFact(error);
      if (missing) return this.work.run(context, (tx) => this.wait(envelope, missing, tx));
      if (error instanceof DomainError && error.code !== CONTENTION && this.receives(envelope.type))
        return this.work.run(context, (tx) => this.place(envelope, tx, (current) => this.refuse(envelope, error, current)));
      throw error;
    }
  }

  /** True for work given to this department; coordination sees every handoff and may return none but its own. */
  private receives(messageType: string): boolean {
    const handoff = handoffOf(messageType);
    return handoff !== null && handoffDefinition(handoff).to === this.options.department;
  }

  private async place(envelope: Envelope, tx: Tx, apply: (tx: Tx) => Promise<void>): Promise<Outcome> {
    const lane = laneOf(envelope);
    const sequence = Number(envelope.sequence);
    const seen = await this.rows().findOne({ _id: envelope.id }, { session: tx.session });
    if (seen && !seen.envelope) return 'seen';
    const { applied } = await this.touch(lane, tx);
    if (sequence > applied + 1) return seen ? 'parked' : this.write(envelope, 'parked', tx);
    if (sequence <= applied) {
      await this.write(envelope, 'old', tx);
      return 'seen';
    }
    await apply(tx);
    await this.write(envelope, 'applied', tx);
    await this.lanes().updateOne({ _id: lane }, { $set: { applied: sequence } }, { session: tx.session });
    return 'applied';
  }

  private async apply(envelope: Envelope, tx: Tx): Promise<void> {
    const message = toMessage(envelope);
    const handoff = handoffOf(envelope.type);
    if (handoff && handoffDefinition(handoff).to === this.options.department)
      await this.handoffs.open(handoff, message as unknown as HandoffMessage<typeof handoff>, tx);
    await this.consumers.handle(message, tx);
  }

  private async refuse(envelope: Envelope, refusal: DomainError, tx: Tx): Promise<void> {
    const handoff = handoffOf(envelope.type);
    invariant(handoff, 'only a handoff can be returned');
    const message = toMessage(envelope) as unknown as HandoffMessage<typeof handoff>;
    await this.handoffs.open(handoff, message, tx);
    await this.handoffs.returnToSender(message.handoffId, { code: refusal.code, reasons: [JSON.stringify(refusal.data)] }, tx);
  }

  private async wait(envelope: Envelope, missing: NotYetSeen, tx: Tx): Promise<Outcome> {
    const awaited = `${missing.producer}:${missing.subject}`;
    await this.touch(awaited, tx);
    return this.write(envelope, 'waiting', tx, awaited);
  }

  /** Both applying and parking write the lane row, so one of two that cross fails and tries again. */
  private async touch(lane: string, tx: Tx): Promise<LaneRow> {
    const row = await this.lanes().findOneAndUpdate(
      { _id: lane },
      { $inc: { touched: 1 }, $setOnInsert: { applied: 0 } },
      { upsert: true, returnDocument: 'after', session: tx.session },
    );
    invariant(row, 'a lane row is made when it is missing');
    return row;
  }

  private async write<S extends InboxState>(envelope: Envelope, state: S, tx: Tx, waitingFor: string | null = null): Promise<S> {
    const keep = state === 'parked' || state === 'waiting';
    await this.rows().updateOne(
      { _id: envelope.id },
      {
        $set: { state, waitingFor, envelope: keep ? envelope : null, lane: laneOf(envelope), sequence: Number(envelope.sequence) },
        $setOnInsert: { failures: 0, lastError: null, receivedAt: new Date() },
      },
      { upsert: true, session: tx.session },
    );
    return state;
  }

  private async appliedOf(lane: string): Promise<number> {
    return (await this.lanes().findOne({ _id: lane }))?.applied ?? 0;
  }

  private rows() {
    return this.database.collection<InboxRow>('inbox');
  }

  private lanes() {
    return this.database.collection<LaneRow>('lanes');
  }
}
