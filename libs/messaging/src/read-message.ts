import { eventDefinition, handoffDefinition, handoffOf, sourceOf } from '@weilend/contracts';
import type { Envelope, EventType } from '@weilend/contracts';
import { DomainError } from '@weilend/kernel';
import { NotYetSeen } from './message.js';
import type { ReceivedMessage } from './message.js';

/** The message of an envelope. Throws ZodError for data that its schema refuses. */
export function toMessage(envelope: Envelope): ReceivedMessage {
  const handoff = handoffOf(envelope.type);
  const schema = handoff ? handoffDefinition(handoff).data : eventDefinition(envelope.type as EventType).data;
  return {
    id: envelope.id,
    type: envelope.type,
    source: sourceOf(envelope),
    subject: envelope.subject,
    time: envelope.time,
    actor: envelope.actor,
    handoffId: envelope.handoffid ?? null,
    data: schema.parse(envelope.data) as Record<string, unknown>,
    envelope,
  };
}

/**
 * The fact that an error says is missing, or null for any other error. A parameter without a value is one too: compliance has not
 * published it yet, or the word of it has been overtaken, and work is not given back for that.
 */
export function missingFact(error: unknown): NotYetSeen | null {
  if (error instanceof NotYetSeen) return error;
  if (error instanceof DomainError && error.code === 'PARAMETER_UNKNOWN')
    return new NotYetSeen(`parameter ${String(error.data['key'])}`, 'compliance');
  return null;
}
