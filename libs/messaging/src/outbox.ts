import { destinationsOf, eventDefinition, handoffDefinition, handoffMessageType } from '@weilend/contracts';
import type { Envelope, HandoffData, HandoffType } from '@weilend/contracts';
import { actorRef, invariant, newId } from '@weilend/kernel';
import type { BusinessClock, Department } from '@weilend/kernel';
import type { Database, Tx } from '@weilend/mongo';
import type { OutgoingEvent } from './message.js';
import type { DeliveryRow, LaneHeadRow } from './rows.js';

export interface OutboxOptions {
  readonly department: Department;
  /** W3C trace context of the running request or job. */
  readonly currentTraceparent: () => string | undefined;
}

interface Outgoing {
  readonly type: string;
  readonly subject: string;
  readonly data: Record<string, unknown>;
  readonly handoffId?: string;
  readonly snapshot?: boolean;
  readonly deliveries: readonly { destination: Department; queue: 'events' | 'handoffs' }[];
}

/** Rows of messages written in the transaction of the change they tell of; the relay publishes them afterwards. */
export class Outbox {
  private wake: () => void = () => undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: BusinessClock,
    private readonly options: OutboxOptions,
  ) {}

  /** What to do after a commit that added messages: the relay of this process publishes at once. */
  onCommitted(wake: () => void): void {
    this.wake = wake;
  }

  /** Announces facts; data that its schema refuses is a bug and throws. */
  async add(events: OutgoingEvent | readonly OutgoingEvent[], tx: Tx): Promise<void> {
    for (const fact of Array.isArray(events) ? (events as OutgoingEvent[]) : [events as OutgoingEvent]) {
      await this.write(this.announced(fact), tx);
    }
  }

  /** Announces one fact each of many subjects in three commands, however many they are. */
  async addMany(events: readonly OutgoingEvent[], tx: Tx): Promise<void> {
    if (events.length === 0) return;
    invariant(new Set(events.map(({ subject }) => subject)).size === events.length, 'one fact of each subject at a time');
    const messages = events.map((fact) => this.announced(fact));
    const { session } = tx;
    const heads = await this.lanes()
      .find({ _id: { $in: messages.map(({ subject }) => subject) } }, { session })
      .toArray();
    const sent = new Map(heads.map((head) => [head._id, head.sent]));
    // Whoever moves one of these lanes meanwhile conflicts with this transaction, so what was read is what is counted on from.
    const steps = messages.map(({ subject, deliveries }) => ({
      updateOne: { filter: { _id: subject }, update: { $inc: incrementsOf(deliveries) }, upsert: true },
    }));
    await this.lanes().bulkWrite(steps, { session, ordered: false });
    const rows = messages.flatMap((message) =>
      this.rowsOf(message, (destination) => (sent.get(message.subject)?.[destination] ?? 0) + 1, tx),
    );
    await this.store(rows, tx);
  }

  /** Sends work to the department that the topology names; coordination gets a copy to keep its time. */
  async addHandoff<T extends HandoffType>(type: T, handoff: { id: string; subject: string; data: HandoffData<T> }, tx: Tx): Promise<void> {
    const definition = handoffDefinition(type);
    invariant(definition.from === this.options.department, `${this.options.department} may not give ${type}`);
    await this.write(
      {
        type: handoffMessageType(type),
        subject: handoff.subject,
        data: definition.data.parse(handoff.data) as Record<string, unknown>,
        handoffId: handoff.id,
        deliveries: [
          { destination: definition.to, queue: 'handoffs' },
          { destination: 'coordination', queue: 'events' },
        ],
      },
      tx,
    );
  }

  private announced({ type, subject, data, handoffId, snapshot, handoffSender }: OutgoingEvent): Outgoing {
    invariant(type.startsWith(`${this.options.department}.`), `${this.options.department} may not announce ${type}`);
    const deliveries = destinationsOf(type, handoffSender).map((destination) => ({ destination, queue: 'events' as const }));
    return { type, subject, data: eventDefinition(type).data.parse(data) as Record<string, unknown>, handoffId, snapshot, deliveries };
  }

  private async write(message: Outgoing, tx: Tx): Promise<void> {
    const head = await this.lanes().findOneAndUpdate(
      { _id: message.subject },
      { $inc: incrementsOf(message.deliveries) },
      { upsert: true, returnDocument: 'after', session: tx.session },
    );
    invariant(head, 'a lane head is made when it is missing');
    await this.store(
      this.rowsOf(message, (destination) => head.sent[destination] ?? 1, tx),
      tx,
    );
  }

  private async store(rows: readonly DeliveryRow[], tx: Tx): Promise<void> {
    await this.rows().insertMany([...rows], { session: tx.session });
    tx.afterCommit(this.wake);
  }

  private rowsOf(message: Outgoing, sequenceTo: (destination: Department) => number, tx: Tx): DeliveryRow[] {
    const id = newId('msg');
    return message.deliveries.map(({ destination, queue }): DeliveryRow => ({
      _id: `${id}.${destination}`,
      destination,
      queue,
      status: 'pending',
      envelope: this.envelope(id, message, sequenceTo(destination), tx),
      createdAt: new Date(),
      publishedAt: null,
      ackedAt: null,
    }));
  }

  private envelope(id: string, message: Outgoing, sequence: number, tx: Tx): Envelope {
    const traceparent = this.options.currentTraceparent();
    return {
      specversion: '1.0',
      id,
      source: `weilend/${this.options.department}`,
      type: message.type,
      subject: message.subject,
      time: this.clock.now().toISOString(),
      datacontenttype: 'application/json',
      partitionkey: message.subject,
      sequence: String(sequence).padStart(12, '0'),
      ...(traceparent ? { traceparent } : {}),
      ...(tx.causationId ? { causationid: tx.causationId } : {}),
      actor: actorRef(tx.actor),
      ...(message.handoffId ? { handoffid: message.handoffId } : {}),
      ...(message.snapshot ? { snapshot: true } : {}),
      data: message.data,
    };
  }

  private lanes() {
    return this.database.collection<LaneHeadRow>('outbox_lanes');
  }

  private rows() {
    return this.database.collection<DeliveryRow>('outbox');
  }
}

const incrementsOf = (deliveries: Outgoing['deliveries']): Record<string, number> =>
  Object.fromEntries(deliveries.map(({ destination }) => [`sent.${destination}`, 1]));
