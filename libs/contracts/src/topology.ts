import { DEPARTMENTS } from '@weilend/kernel';
import type { Department } from '@weilend/kernel';
import type { z } from 'zod';
import type { EventDefinition, HandoffDefinition } from './define.js';
import { approvalEvents } from './events/approval.events.js';
import { deliveryEventsOf } from './events/delivery.events.js';
import { financeEvents } from './events/finance.events.js';
import { handoffEventsOf } from './events/handoff.events.js';
import { coordinationEvents } from './events/coordination.events.js';
import { complianceEvents, hrEvents, trainingEvents } from './events/people.events.js';
import { riskEvents } from './events/risk.events.js';
import { salesEvents } from './events/sales.events.js';
import { alertHandoffs } from './handoffs/alert.handoffs.js';
import { lineHandoffs } from './handoffs/line.handoffs.js';
import { peopleHandoffs } from './handoffs/people.handoffs.js';
import { questionHandoffs } from './handoffs/question.handoffs.js';

/** Every event type of the company. The first part of the name is the one producer. */
export const eventTypes = {
  ...salesEvents,
  ...riskEvents,
  ...approvalEvents,
  ...financeEvents,
  ...trainingEvents,
  ...hrEvents,
  ...coordinationEvents,
  ...complianceEvents,
  ...handoffEventsOf('sales'),
  ...handoffEventsOf('risk'),
  ...handoffEventsOf('approval'),
  ...handoffEventsOf('finance'),
  ...handoffEventsOf('training'),
  ...handoffEventsOf('hr'),
  ...handoffEventsOf('coordination'),
  ...handoffEventsOf('compliance'),
  ...deliveryEventsOf('sales'),
  ...deliveryEventsOf('risk'),
  ...deliveryEventsOf('approval'),
  ...deliveryEventsOf('finance'),
  ...deliveryEventsOf('training'),
  ...deliveryEventsOf('hr'),
  ...deliveryEventsOf('coordination'),
  ...deliveryEventsOf('compliance'),
} as const;

/** Every kind of handoff, who owes it to whom and until when. */
export const handoffTypes = { ...lineHandoffs, ...questionHandoffs, ...alertHandoffs, ...peopleHandoffs } as const;

export type EventType = keyof typeof eventTypes;
export type EventData<T extends EventType> = z.infer<(typeof eventTypes)[T]['data']>;
export type HandoffType = keyof typeof handoffTypes;
export type HandoffData<T extends HandoffType> = z.infer<(typeof handoffTypes)[T]['data']>;
/** Message type of a handoff on the wire. */
export type HandoffMessageType = `handoff.${HandoffType}.v1`;

export const handoffMessageType = <T extends HandoffType>(type: T): `handoff.${T}.v1` => `handoff.${type}.v1`;

/** Name of the handoff in a message type, or null for an event. */
export function handoffOf(messageType: string): HandoffType | null {
  const name = /^handoff\.(.+)\.v1$/.exec(messageType)?.[1];
  return name !== undefined && Object.hasOwn(handoffTypes, name) ? (name as HandoffType) : null;
}

export function eventDefinition(type: EventType): EventDefinition {
  return eventTypes[type];
}

export function handoffDefinition(type: HandoffType): HandoffDefinition {
  return handoffTypes[type];
}

/** The one producer of an event type. */
export function producerOf(type: EventType): Department {
  return type.split('.')[0] as Department;
}

/**
 * Departments that an event goes to: those of its definition and always coordination (event log).
 * `handoffSender` is needed for the handoff facts.
 */
export function destinationsOf(type: EventType, handoffSender?: Department): readonly Department[] {
  const { to } = eventDefinition(type);
  const named = to === 'everyone' ? DEPARTMENTS : to === 'handoff-sender' ? (handoffSender ? [handoffSender] : []) : to;
  return [...new Set<Department>([...named, 'coordination'])];
}
