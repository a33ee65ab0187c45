import type { Department } from '@weilend/kernel';
import type { z } from 'zod';

/** Who gets an event besides coordination, whose event log takes every one. */
export type EventDestinations = readonly Department[] | 'everyone' | 'handoff-sender';

export interface EventDefinition<Data extends z.ZodObject = z.ZodObject> {
  /** Prefix of the subject's id, e.g. `app` for an application; the subject orders the messages. */
  readonly subject: string;
  readonly to: EventDestinations;
  /** One sentence for the event catalogue. */
  readonly description: string;
  readonly data: Data;
}

export interface HandoffDefinition<Data extends z.ZodObject = z.ZodObject> {
  readonly from: Department;
  readonly to: Department;
  readonly subject: string;
  /** Default of the policy parameter `deadline.<name>`, in working time: `3d`, `4h`, `1m`. */
  readonly deadline: string;
  readonly description: string;
  /** What completes it, for people. */
  readonly completedBy: string;
  readonly data: Data;
}

/** Keeps the literal types of a department's events. */
export function defineEvents<const Events extends Record<string, EventDefinition>>(events: Events): Events {
  return events;
}

export function defineHandoffs<const Handoffs extends Record<string, HandoffDefinition>>(handoffs: Handoffs): Handoffs {
  return handoffs;
}
