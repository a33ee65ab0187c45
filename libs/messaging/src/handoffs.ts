import { handoffDefinition } from '@weilend/contracts';
import type { EventData, HandoffData, HandoffType } from '@weilend/contracts';
import { DomainError, newId } from '@weilend/kernel';
import type { BusinessClock, Department } from '@weilend/kernel';
import type { Database, Tx } from '@weilend/mongo';
import type { HandoffMessage } from './message.js';
import type { Outbox } from './outbox.js';
import type { HandoffRow, HandoffState } from './rows.js';

/** Why work goes back, and which parts of it; all of it when none are named. */
export interface HandoffRefusal {
  readonly code: string;
  readonly reasons: readonly string[];
  readonly parts?: readonly string[];
}

type Closing = { readonly state: Exclude<HandoffState, 'open'>; readonly outcome: Record<string, unknown> };
type ResultFields = EventData<'sales.handoff-completed.v1'>['result'];

/**
 * Work given and received. The receiver closes it by its own verbs: complete, return, or recall (stopped because the
 * sender took it back). Each closing is announced to the sender and to coordination in the same transaction.
 */
export class Handoffs {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: BusinessClock,
    private readonly department: Department,
  ) {}

  /** Gives work to the department that the topology names; returns the handoff's id. */
  async send<T extends HandoffType>(type: T, handoff: { subject: string; data: HandoffData<T> }, tx: Tx): Promise<string> {
    const id = newId('hof');
    await this.outbox.addHandoff(type, { id, ...handoff }, tx);
    await this.insert({ _id: id, direction: 'out', type, subject: handoff.subject, data: handoff.data as Record<string, unknown> }, tx);
    return id;
  }

  /** Opens received work; called by the inbox before the consumer. */
  async open<T extends HandoffType>(type: T, message: HandoffMessage<T>, tx: Tx): Promise<void> {
    await this.insert(
      { _id: message.handoffId, direction: 'in', type, subject: message.subject, data: message.data as Record<string, unknown> },
      tx,
    );
  }

  /** The open received handoff of a kind about a subject, or null. */
  async findOpen(type: HandoffType, subject: string, tx: Tx): Promise<HandoffRow | null> {
    return this.rows().findOne({ subject, type, direction: 'in', state: 'open' }, { session: tx.session });
  }

  /** The open received handoff of a kind about a subject; throws DomainError HANDOFF_NOT_OPEN. */
  async getOpen(type: HandoffType, subject: string, tx: Tx): Promise<HandoffRow> {
    const row = await this.findOpen(type, subject, tx);
    if (!row) throw new DomainError('HANDOFF_NOT_OPEN', { handoffId: `${type} about ${subject}`, state: 'absent' });
    return row;
  }

  /** True while received work waits to be closed: the sender may have taken it back meanwhile. */
  async isOpen(handoffId: string, tx: Tx): Promise<boolean> {
    const filter = { _id: handoffId, direction: 'in' as const, state: 'open' as const };
    return (await this.rows().countDocuments(filter, { session: tx.session })) > 0;
  }

  async complete(handoffId: string, result: ResultFields, tx: Tx): Promise<void> {
    const row = await this.close(handoffId, { state: 'completed', outcome: result }, tx);
    await this.announce(row, 'completed', { result }, tx);
  }

  /** Sends the work back with a code of the catalogue and reasons that people can act on. */
  async returnToSender(handoffId: string, { code, reasons, parts }: HandoffRefusal, tx: Tx): Promise<void> {
    const outcome = { code, reasons: [...reasons], ...(parts ? { parts: [...parts] } : {}) };
    const row = await this.close(handoffId, { state: 'returned', outcome }, tx);
    await this.announce(row, 'returned', outcome, tx);
  }

  async recall(handoffId: string, reason: string, tx: Tx): Promise<void> {
    const row = await this.close(handoffId, { state: 'recalled', outcome: { reason } }, tx);
    await this.announce(row, 'recalled', { reason }, tx);
  }

  /** Recalls every open received handoff about a subject (the customer withdrew); returns their kinds. */
  async recallAllAbout(subject: string, reason: string, tx: Tx): Promise<string[]> {
    const rows = await this.rows().find({ subject, direction: 'in', state: 'open' }, { session: tx.session }).toArray();
    for (const row of rows) await this.recall(row._id, reason, tx);
    return rows.map((row) => row.type);
  }

  /** The sender's copy follows the receiver's word; called by the platform consumer of the handoff facts. */
  async noteClosed(handoffId: string, closing: Closing, tx: Tx): Promise<void> {
    await this.rows().updateOne(
      { _id: handoffId, direction: 'out' },
      { $set: { ...closing, closedAt: this.clock.now() } },
      { session: tx.session },
    );
  }

  private async insert(row: Pick<HandoffRow, '_id' | 'direction' | 'subject' | 'data'> & { type: HandoffType }, tx: Tx): Promise<void> {
    const { from, to } = handoffDefinition(row.type);
    await this.rows().insertOne(
      { ...row, from, to, state: 'open', openedAt: this.clock.now(), closedAt: null, outcome: null },
      { session: tx.session },
    );
  }

  private async close(handoffId: string, closing: Closing, tx: Tx): Promise<HandoffRow> {
    const filter = { _id: handoffId, direction: 'in' as const };
    const row = await this.rows().findOneAndUpdate(
      { ...filter, state: 'open' },
      { $set: { ...closing, closedAt: this.clock.now() } },
      { session: tx.session },
    );
    if (row) return row;
    const now = await this.rows().findOne(filter, { session: tx.session });
    throw new DomainError('HANDOFF_NOT_OPEN', { handoffId, state: now?.state ?? 'absent' });
  }

  private async announce(
    row: HandoffRow,
    what: 'completed' | 'returned' | 'recalled',
    facts: Record<string, unknown>,
    tx: Tx,
  ): Promise<void> {
    const data = { handoffId: row._id, handoff: row.type, at: this.clock.now().toISOString(), ...facts };
    await this.outbox.add(
      {
        type: `${this.department}.handoff-${what}.v1`,
        subject: row.subject,
        data: data as never,
        handoffId: row._id,
        handoffSender: row.from,
      },
      tx,
    );
  }

  private rows() {
    return this.database.collection<HandoffRow>('handoffs');
  }
}
