import type { EventType, HandoffMessageType, HandoffType } from '@weilend/contracts';
import type { Tx } from '@weilend/mongo';
import type { EventMessage, HandoffMessage, ReceivedMessage } from './message.js';

/** Reaction to another department: parses nothing, calls one use case inside the inbox transaction. */
export abstract class EventConsumer<T extends EventType> {
  abstract readonly type: T;
  abstract handle(message: EventMessage<T>, tx: Tx): Promise<void>;
}

/** Receives work: the handoff row is open when `handle` runs; a DomainError returns the handoff with its code. */
export abstract class HandoffConsumer<T extends HandoffType> {
  abstract readonly type: `handoff.${T}.v1` & HandoffMessageType;
  abstract handle(message: HandoffMessage<T>, tx: Tx): Promise<void>;
}

/** Takes every message that reaches the department (the event log). */
export abstract class EveryMessageConsumer {
  readonly type = '*';
  abstract handle(message: ReceivedMessage, tx: Tx): Promise<void>;
}

/** What the registry needs of a consumer. */
export interface AnyConsumer {
  readonly type: string;
  handle(message: never, tx: Tx): Promise<void>;
}

/** Consumers by message type; several consumers of one type run in the order they were given, in one transaction. */
export class ConsumerRegistry {
  private readonly byType = new Map<string, AnyConsumer[]>();

  constructor(consumers: readonly AnyConsumer[]) {
    for (const consumer of consumers) this.byType.set(consumer.type, [...(this.byType.get(consumer.type) ?? []), consumer]);
  }

  types(): string[] {
    return [...this.byType.keys()];
  }

  async handle(message: ReceivedMessage, tx: Tx): Promise<void> {
    for (const consumer of [...(this.byType.get(message.type) ?? []), ...(this.byType.get('*') ?? [])])
      await consumer.handle(message as never, tx);
  }
}
