import { handoffOf } from '@weilend/contracts';
import type { Envelope, EventData, EventType, HandoffData, HandoffType } from '@weilend/contracts';
import { newId } from '@weilend/kernel';
import type { Department } from '@weilend/kernel';
import { ConsumerRegistry, Inbox } from '@weilend/messaging';
import type { AnyConsumer, DeliveryRow, HandoffRow } from '@weilend/messaging';
import type { Platform } from '@weilend/service';

/** Makes envelopes of other departments with right lane sequences, as their outboxes would. */
export class MessageSource {
  private readonly sequences = new Map<string, number>();

  event<T extends EventType>(type: T, subject: string, data: EventData<T>, handoffId?: string): Envelope {
    return this.envelope(type, type.split('.')[0] as Department, { subject, data: data as Record<string, unknown>, handoffId });
  }

  handoff<T extends HandoffType>(type: T, from: Department, about: { subject: string; data: HandoffData<T>; id?: string }): Envelope {
    return this.envelope(`handoff.${type}.v1`, from, {
      subject: about.subject,
      data: about.data as Record<string, unknown>,
      handoffId: about.id ?? newId('hof'),
    });
  }

  private envelope(
    type: string,
    from: Department,
    about: { subject: string; data: Record<string, unknown>; handoffId?: string },
  ): Envelope {
    const lane = `${from}:${about.subject}`;
    const sequence = (this.sequences.get(lane) ?? 0) + 1;
    this.sequences.set(lane, sequence);
    return {
      specversion: '1.0',
      id: newId('msg'),
      source: `weilend/${from}`,
      type,
      subject: about.subject,
      time: new Date().toISOString(),
      datacontenttype: 'application/json',
      partitionkey: about.subject,
      sequence: String(sequence).padStart(12, '0'),
      actor: `service:${from}`,
      ...(about.handoffId ? { handoffid: about.handoffId } : {}),
      data: about.data,
    };
  }
}

/** The inbox of a service with its consumers, fed by hand: no Redis, the same code. */
export function inboxOf(platform: Platform, consumers: readonly AnyConsumer[]): Inbox {
  return new Inbox({ ...platform, consumers: new ConsumerRegistry(consumers) });
}

/** Messages in the outbox, oldest first, one per message (not per destination). */
export async function sentMessages(platform: Platform): Promise<Envelope[]> {
  const rows = await platform.database.collection<DeliveryRow>('outbox').find().sort({ createdAt: 1, _id: 1 }).toArray();
  return [...new Map(rows.map((row) => [row.envelope.id, row.envelope])).values()];
}

/** Types of the messages in the outbox, oldest first. */
export async function sentTypes(platform: Platform): Promise<string[]> {
  return (await sentMessages(platform)).map((envelope) => envelope.type);
}

/** Handoffs that a service knows, given and received. */
export async function handoffRows(platform: Platform): Promise<HandoffRow[]> {
  return platform.database.collection<HandoffRow>('handoffs').find().sort({ _id: 1 }).toArray();
}

/** True for a handoff message. */
export const isHandoff = (envelope: Envelope): boolean => handoffOf(envelope.type) !== null;
