import { Injectable } from '@nestjs/common';
import { destinationsOf, eventDefinition, eventTypes, handoffTypes, producerOf } from '@weilend/contracts';
import type { Envelope, EventType, HandoffDefinition } from '@weilend/contracts';
import { DomainError } from '@weilend/kernel';
import type { Actor, Department } from '@weilend/kernel';
import { Database, MAX_FIRST } from '@weilend/mongo';
import type { Page, PageRequest } from '@weilend/mongo';
import { unscopedTypes, visibleTypes } from '../domain/event-log/event-visibility.js';
import type { LoggedType } from '../domain/event-log/event-visibility.js';
import type { BoardReader } from '../domain/board/board-scope.js';
import type { EventLogHeadRow, LoggedEventRow } from '../persistence/event-log.schema.js';
import { mayDo, readerOf } from './reader.js';

export interface EventFilter {
  readonly types?: readonly string[] | null;
  readonly subjects?: readonly string[] | null;
}

export interface LoggedEvent extends Pick<Envelope, 'id' | 'type' | 'source' | 'subject' | 'time' | 'sequence' | 'actor' | 'data'> {
  /** Opaque place in the log; `after` and `Last-Event-ID` take it. */
  readonly cursor: string;
  readonly handoffId: string | null;
  readonly causationId: string | null;
  /** As it travelled. */
  readonly envelope: Envelope;
}

const DEFAULT_FIRST = 20;
const COUNT_CAP = 10_000;
const SUBJECT_CAP = 50;

/** The read side of the event log: in the order of the cursor, never skipping, only types that the actor may read. */
@Injectable()
export class EventQueries {
  constructor(private readonly database: Database) {}

  /** One page, oldest first. Throws DomainError INPUT_INVALID for a bad cursor or size. */
  async list(filter: EventFilter & PageRequest, actor: Actor): Promise<Page<LoggedEvent>> {
    const first = filter.first ?? DEFAULT_FIRST;
    if (first < 1 || first > MAX_FIRST)
      throw new DomainError('INPUT_INVALID', { problem: `first must be between 1 and ${MAX_FIRST}` }, 'first');
    const found = await this.after(filter.after ? decodeLogCursor(filter.after) : 0, filter, actor, first + 1);
    const edges = found.slice(0, first).map((node) => ({ cursor: node.cursor, node }));
    const counted = (): Promise<number | null> => this.countUpToCap(filter, actor);
    return {
      edges,
      nodes: edges.map((edge) => edge.node),
      pageInfo: { hasNextPage: found.length > first, endCursor: edges.at(-1)?.cursor ?? null },
      get totalCount() {
        return counted();
      },
    };
  }

  /** Messages after a place in the log, oldest first. */
  async after(cursor: number, filter: EventFilter, actor: Actor, limit: number): Promise<LoggedEvent[]> {
    const rows = await this.rows()
      .find(this.filter(cursor, filter, actor))
      .sort({ cursor: 1 })
      .limit(limit)
      .toArray();
    return rows.map(({ envelope, cursor: place }) => ({
      ...envelope,
      cursor: encodeLogCursor(place ?? 0),
      handoffId: envelope.handoffid ?? null,
      causationId: envelope.causationid ?? null,
      envelope,
    }));
  }

  /** The last place of the log; 0 when it is empty. */
  async head(): Promise<number> {
    return (await this.database.collection<EventLogHeadRow>('event_log_head').findOne({ _id: 'head' }))?.cursor ?? 0;
  }

  private async countUpToCap(filter: EventFilter, actor: Actor): Promise<number | null> {
    const counted = await this.rows().countDocuments(this.filter(0, filter, actor), { limit: COUNT_CAP + 1 });
    return counted > COUNT_CAP ? null : counted;
  }

  private filter(cursor: number, { types, subjects }: EventFilter, actor: Actor) {
    if ((subjects?.length ?? 0) > SUBJECT_CAP)
      throw new DomainError('INPUT_INVALID', { problem: `at most ${SUBJECT_CAP} subjects` }, 'subjects');
    const department = actor.kind === 'employee' ? actor.department : null;
    const readsAll = mayDo(actor, 'coordination.read-every-event');
    const visible = visibleTypes(loggedTypes, { department, readsAll }, types ?? null);
    return {
      placed: true,
      cursor: { $gt: cursor },
      ...(visible ? { type: { $in: [...visible] } } : {}),
      ...(subjects && subjects.length > 0 ? { subject: { $in: [...subjects] } } : {}),
      ...ownMessages(readerOf(actor)),
    };
  }

  private rows() {
    return this.database.collection<LoggedEventRow>('event_log');
  }
}

export function encodeLogCursor(cursor: number): string {
  return Buffer.from(`log:${cursor}`).toString('base64url');
}

/** Throws DomainError INPUT_INVALID for a cursor that is not one of ours. */
export function decodeLogCursor(text: string): number {
  const match = /^log:(\d{1,15})$/.exec(Buffer.from(text, 'base64url').toString());
  if (!match) throw new DomainError('INPUT_INVALID', { problem: 'the cursor is not one of ours' }, 'after');
  return Number(match[1]);
}

/** What a salesperson may read of the visible types: messages that name him, and those about nobody in particular [3.7]. */
function ownMessages({ ownOnly, employeeId }: BoardReader) {
  if (!ownOnly) return {};
  const named = ['envelope.data.salespersonId', 'envelope.data.participants.employeeId', 'envelope.data.employeeId'];
  const his = [...named.map((path) => ({ [path]: employeeId })), { 'envelope.actor': `employee:${employeeId}` }];
  return { $or: [...his, { type: { $in: [...unscopedTypes(loggedTypes)] } }] };
}

/** Prefixes of subjects that are the company's own matters: products, parameters, keys, the clock, meetings, colleagues. */
const COMPANY_SUBJECTS: ReadonlySet<string> = new Set(['prd', 'par', 'key', 'clk', 'mtg', 'emp']);

const handoffs: readonly [string, HandoffDefinition][] = Object.entries(handoffTypes);

/** Every type with who says it and who is told; the facts about a handoff are told to the departments that give the work. */
const loggedTypes: readonly LoggedType[] = [
  ...(Object.keys(eventTypes) as EventType[]).map((type) => {
    const from = producerOf(type);
    const givers: Department[] = /\.handoff-/.test(type)
      ? handoffs.filter(([, { to }]) => to === from).map(([, definition]) => definition.from)
      : [];
    const scoped = from !== 'coordination' && !COMPANY_SUBJECTS.has(eventDefinition(type).subject);
    return { type, from, to: [...destinationsOf(type), ...givers], scoped };
  }),
  ...handoffs.map(([name, { from, to }]) => ({ type: `handoff.${name}.v1`, from, to: [to], scoped: true })),
];
