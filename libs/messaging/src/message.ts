import type { Envelope, EventData, EventType, HandoffData, HandoffMessageType, HandoffType } from '@weilend/contracts';
import type { Department } from '@weilend/kernel';

/** A fact to announce. `subject` is the id of what it is about and orders it. */
export interface OutgoingEvent<T extends EventType = EventType> {
  readonly type: T;
  readonly subject: string;
  readonly data: EventData<T>;
  readonly handoffId?: string;
  /** Department that gave the work; only for the handoff facts. */
  readonly handoffSender?: Department;
  /** True when the data say the whole state of the subject: a lane that has applied nothing may begin with it. */
  readonly snapshot?: boolean;
}

/** Makes an event with its data checked by the compiler; the outbox checks it again by its schema. */
export function event<T extends EventType>(type: T, subject: string, data: EventData<T>): OutgoingEvent<T> {
  return { type, subject, data };
}

/** A message as a consumer gets it: schema-checked data and where it came from. */
export interface Message<Data> {
  readonly id: string;
  readonly type: string;
  readonly source: Department;
  readonly subject: string;
  /** Business time of the fact, ISO 8601. */
  readonly time: string;
  readonly actor: string;
  readonly handoffId: string | null;
  readonly data: Data;
}
/** Any message with its envelope as it travelled: what the event log keeps. */
export type ReceivedMessage = Message<Record<string, unknown>> & { readonly envelope: Envelope };
export type EventMessage<T extends EventType> = Message<EventData<T>>;
export type HandoffMessage<T extends HandoffType> = Message<HandoffData<T>> & { readonly handoffId: string };

/** Thrown by a consumer that misses another department's fact: the message waits for it instead of failing. */
export class NotYetSeen extends Error {
  constructor(
    readonly subject: string,
    readonly producer: Department,
  ) {
    super(`waits for ${producer} about ${subject}`);
    this.name = 'NotYetSeen';
  }
}

export type ConsumedType = EventType | HandoffMessageType | '*';
