import { handoffDefinition, handoffOf, laneOf } from '@weilend/contracts';
import type { Envelope } from '@weilend/contracts';
import { DomainError, invariant } from '@weilend/kernel';
import type { Department } from '@weilend/kernel';
import type { Database, Tx, UnitOfWork } from '@weilend/mongo';
import type { ConsumerRegistry } from './consumer.js';
import type { Handoffs } from './handoffs.js';
import type { HandoffMessage, NotYetSeen } from './message.js';
import { missingFact, toMessage } from './read-message.js';
import { Lanes } from './lanes.js';
import { OPEN_STATES } from './rows.js';
import type { InboxRow, InboxState } from './rows.js';
import type { StuckDeliveries } from './stuck-deliveries.js';

export interface InboxParts {
  readonly database: Database;
  readonly work: UnitOfWork;
  readonly consumers: ConsumerRegistry;
  readonly handoffs: Handoffs;
  readonly stuck: StuckDeliveries;
  readonly department: Department;
}

type Outcome = 'applied' | 'parked' | 'waiting' | 'seen';
/** `awaited`: the lane's moving on may have made other messages due. */
type Attempt = { readonly outcome: Outcome; readonly awaited: boolean };

/** The unit of work gave up under contention: no word about the facts, so the message is tried again and never returned. */
const CONTENTION = 'CHANGED_MEANWHILE';
/** Failures of a parked or waiting message before it is set aside. */
const MOST_FAILURES = 5;

/**
 * Exactly-once effect, in lane order. The inbox row, the effect and its messages are one transaction; a message that is
 * early is parked, one that misses another department's fact waits for it, one already seen only acknowledges again.
 */
export class Inbox {
  /** Where the last sweep ended, so that rows which cannot go on do not keep the sweep from those behind them. */
  private sweptTo = new Date(0);

  private readonly lanes: Lanes;

  constructor(private readonly parts: InboxParts) {
    this.lanes = new Lanes(parts.database);
  }

  /** Takes a message durably; throws only on an unexpected error, and then nothing was written. */
  async receive(envelope: Envelope): Promise<Outcome> {
    const outcome = await this.attemptAndFollow(envelope);
    return outcome === 'waiting' ? this.retry(envelope.id) : outcome;
  }

  /** Tries a parked, waiting or dead message again; lane order still rules. */
  async retry(messageId: string): Promise<Outcome> {
    const row = await this.rows().findOne({ _id: messageId });
    return row?.envelope ? this.attemptAndFollow(row.envelope) : 'seen';
  }

  /** Applies what has become due: parked messages whose turn it is and waiting ones; the sweep that makes waking certain. */
  async sweep(limit = 200): Promise<void> {
    const rows = await this.rows()
      .find({ $and: [{ state: { $in: [...OPEN_STATES] } }, { state: { $in: ['parked', 'waiting'] } }], receivedAt: { $gt: this.sweptTo } })
      .sort({ receivedAt: 1 })
      .limit(limit)
      .toArray();
    this.sweptTo = rows.length === limit ? (rows.at(-1)?.receivedAt ?? new Date(0)) : new Date(0);
    const applied = await this.lanes.appliedOf(rows.map((row) => row.lane));
    for (const row of rows) if ((applied.get(row.lane) ?? 0) >= row.sequence - 1) await this.retryOrCount(row);
  }

  private async attemptAndFollow(envelope: Envelope): Promise<Outcome> {
    const { outcome, awaited } = await this.attempt(envelope);
    if (outcome === 'applied' && awaited) await this.follow(laneOf(envelope));
    return outcome;
  }

  /** Applies what the lane's moving on made due: its next message, and what waited for the lane. */
  private async follow(lane: string): Promise<void> {
    const row = await this.lanes.find(lane);
    const parked = { lane, state: { $in: ['parked', 'waiting'] as InboxState[] } };
    const awaiting = { waitingFor: lane, state: 'waiting' as const };
    const kept = await this.rows()
      .find({ $or: [parked, awaiting] })
      .sort({ sequence: 1 })
      .toArray();
    if (kept.length === 0 && row) return this.lanes.noneAwaited(lane, row.touched);
    const due = kept.filter((one) => one.lane !== lane || one.sequence === (row?.applied ?? 0) + 1);
    for (const one of due) await this.retryOrCount(one);
  }

  private async retryOrCount(row: InboxRow): Promise<Outcome> {
    invariant(row.envelope, 'a parked message keeps its envelope');
    try {
      return await this.attemptAndFollow(row.envelope);
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      if (row.failures >= MOST_FAILURES) await this.parts.stuck.bury(row.envelope, error);
      else await this.rows().updateOne({ _id: row._id }, { $inc: { failures: 1 }, $set: { lastError: text.slice(0, 2_000) } });
      return 'parked';
    }
  }

  private async attempt(envelope: Envelope): Promise<Attempt> {
    const context = {
      actor: { kind: 'service' as const, service: this.parts.department, onBehalfOf: envelope.actor },
      operation: `receive:${envelope.type}`,
      causationId: envelope.id,
    };
    try {
      return await this.parts.work.run(context, (tx) => this.place(envelope, tx, (current) => this.apply(envelope, current)));
    } catch (error) {
      const missing = missingFact(error);
      if (missing) return this.parts.work.run(context, (tx) => this.wait(envelope, missing, tx));
      if (error instanceof DomainError && error.code !== CONTENTION && this.receives(envelope.type))
        return this.parts.work.run(context, (tx) => this.place(envelope, tx, (current) => this.refuse(envelope, error, current)));
      throw error;
    }
  }

  /** True for work given to this department; coordination sees every handoff and may return none but its own. */
  private receives(messageType: string): boolean {
    const handoff = handoffOf(messageType);
    return handoff !== null && handoffDefinition(handoff).to === this.parts.department;
  }

  private async place(envelope: Envelope, tx: Tx, apply: (tx: Tx) => Promise<void>): Promise<Attempt> {
    const { turn, awaited } = await this.lanes.take(envelope, tx);
    if (turn === 'early') return this.keep(envelope, tx);
    if (turn === 'old') return this.overtaken(envelope, tx);
    await apply(tx);
    await this.finish(envelope, 'applied', tx);
    return { outcome: 'applied', awaited };
  }

  private async apply(envelope: Envelope, tx: Tx): Promise<void> {
    const message = toMessage(envelope);
    const handoff = handoffOf(envelope.type);
    if (handoff && handoffDefinition(handoff).to === this.parts.department)
      await this.parts.handoffs.open(handoff, message as unknown as HandoffMessage<typeof handoff>, tx);
    await this.parts.consumers.handle(message, tx);
  }

  private async refuse(envelope: Envelope, refusal: DomainError, tx: Tx): Promise<void> {
    const handoff = handoffOf(envelope.type);
    invariant(handoff, 'only a handoff can be returned');
    const message = toMessage(envelope) as unknown as HandoffMessage<typeof handoff>;
    await this.parts.handoffs.open(handoff, message, tx);
    await this.parts.handoffs.returnToSender(message.handoffId, { code: refusal.code, reasons: [JSON.stringify(refusal.data)] }, tx);
  }

  private async wait(envelope: Envelope, missing: NotYetSeen, tx: Tx): Promise<Attempt> {
    const awaited = `${missing.producer}:${missing.subject}`;
    const seen = await this.rows().findOne({ _id: envelope.id }, { session: tx.session });
    if (seen && !seen.envelope) return { outcome: 'seen', awaited: false };
    await this.lanes.touch(awaited, tx);
    const waiting = { state: 'waiting' as const, waitingFor: awaited, envelope, ...placeOf(envelope) };
    await this.rows().updateOne({ _id: envelope.id }, { $set: waiting, $setOnInsert: fresh() }, { upsert: true, session: tx.session });
    return { outcome: 'waiting', awaited: false };
  }

  /** Parks a message whose turn has not come; one that is kept already stays as it is. */
  private async keep(envelope: Envelope, tx: Tx): Promise<Attempt> {
    const parked = { state: 'parked' as const, waitingFor: null, envelope, ...placeOf(envelope), ...fresh() };
    await this.rows().updateOne({ _id: envelope.id }, { $setOnInsert: parked }, { upsert: true, session: tx.session });
    return { outcome: 'parked', awaited: false };
  }

  /** A message behind the lane: applied before, discarded, or made needless by a snapshot. */
  private async overtaken(envelope: Envelope, tx: Tx): Promise<Attempt> {
    const seen = await this.rows().findOne({ _id: envelope.id }, { session: tx.session });
    if (!seen || seen.envelope) await this.finish(envelope, 'old', tx);
    return { outcome: 'seen', awaited: false };
  }

  /** Writes that the message is over, and says so when coordination had been told that it does not get on. */
  private async finish(envelope: Envelope, state: 'applied' | 'old', tx: Tx): Promise<void> {
    const before = await this.rows().findOneAndUpdate(
      { _id: envelope.id },
      { $set: { state, waitingFor: null, envelope: null, stuckAt: null, ...placeOf(envelope) }, $setOnInsert: fresh() },
      { upsert: true, returnDocument: 'before', session: tx.session },
    );
    if (before?.stuckAt) await this.parts.stuck.settled(envelope.id, state === 'applied' ? 'APPLIED' : 'OLD', tx);
  }

  private rows() {
    return this.parts.database.collection<InboxRow>('inbox');
  }
}

const placeOf = (envelope: Envelope) => ({ lane: laneOf(envelope), sequence: Number(envelope.sequence) });

const fresh = () => ({ failures: 0, lastError: null, receivedAt: new Date() });
