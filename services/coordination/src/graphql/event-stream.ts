import { setTimeout as pause } from 'node:timers/promises';
import { AccessTokens, bearerToken, PermissionDenied, requirePermission, Unauthenticated } from '@weilend/auth';
import { DomainError } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import { ServiceConfig } from '@weilend/service';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CoordinationConfig } from '../coordination.config.js';
import { decodeLogCursor, EventQueries } from '../queries/event.queries.js';
import type { EventFilter, LoggedEvent } from '../queries/event.queries.js';

const BATCH = 200;
const HEARTBEAT_MS = 15_000;
/** A person who was deactivated, or whose token has run out, is cut off within this time. */
const RECHECK_MS = 3_000;

interface StreamQuery {
  readonly types?: string;
  readonly subjects?: string;
  readonly after?: string;
}

/**
 * `GET /events`: the event log as server-sent events. `Last-Event-ID` (or `?after=`) resumes after a cursor, without it the
 * stream begins at the present; `?types=` and `?subjects=` are comma-separated. The token is checked at the start and again
 * while the stream is open.
 */
@Controller()
export class EventStream implements BeforeApplicationShutdown {
  private readonly open = new Set<AbortController>();

  constructor(
    private readonly tokens: AccessTokens,
    private readonly events: EventQueries,
    @Inject(ServiceConfig) private readonly config: CoordinationConfig,
  ) {}

  @Get('events')
  async stream(@Req() request: FastifyRequest<{ Querystring: StreamQuery }>, @Res() reply: FastifyReply): Promise<void> {
    try {
      const actor = await this.admit(request);
      const from = await this.startOf(request);
      await this.run(request, reply, { actor, from });
    } catch (error) {
      refuse(reply, error);
    }
  }

  /** Ends the streams, so that the server can close; readers resume elsewhere by Last-Event-ID. */
  beforeApplicationShutdown(): void {
    for (const controller of this.open) controller.abort();
  }

  private async run(
    request: FastifyRequest<{ Querystring: StreamQuery }>,
    reply: FastifyReply,
    start: { actor: Actor; from: number },
  ): Promise<void> {
    const controller = new AbortController();
    this.open.add(controller);
    reply.hijack();
    reply.raw.on('close', () => controller.abort());
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    reply.raw.write(': connected\n\n');
    try {
      await this.follow(request, reply, { ...start, signal: controller.signal });
    } catch {
      // The reader has gone or may read no more: the stream just ends, and the reader's next request is told why.
    } finally {
      this.open.delete(controller);
      reply.raw.end();
    }
  }

  private async follow(
    request: FastifyRequest<{ Querystring: StreamQuery }>,
    reply: FastifyReply,
    state: { actor: Actor; from: number; signal: AbortSignal },
  ): Promise<void> {
    const filter = filterOf(request.query);
    let { actor, from } = state;
    let checkedAt = performance.now();
    let wroteAt = checkedAt;
    while (!state.signal.aborted) {
      if (performance.now() - checkedAt > RECHECK_MS) {
        actor = await this.admit(request);
        checkedAt = performance.now();
      }
      const found = await this.events.after(from, filter, actor, BATCH);
      const text = found.length > 0 ? found.map(frame).join('') : performance.now() - wroteAt > HEARTBEAT_MS ? ': still here\n\n' : '';
      if (text !== '') {
        wroteAt = performance.now();
        if (!reply.raw.write(text)) await drained(reply, state.signal);
      }
      const last = found.at(-1);
      if (last) from = decodeLogCursor(last.cursor);
      if (found.length < BATCH) await pause(this.config.EVENT_STREAM_POLL_MS, undefined, { signal: state.signal });
    }
  }

  private async admit(request: FastifyRequest): Promise<Actor> {
    const token = bearerToken(request.headers.authorization);
    if (!token) throw new Unauthenticated('sign in first: Authorization: Bearer <token>');
    const actor = await this.tokens.verify(token);
    requirePermission(actor, 'coordination.read-event');
    return actor;
  }

  private async startOf(request: FastifyRequest<{ Querystring: StreamQuery }>): Promise<number> {
    const header = request.headers['last-event-id'];
    const text = typeof header === 'string' && header !== '' ? header : request.query.after;
    return text ? decodeLogCursor(text) : this.events.head();
  }
}

function frame({ cursor, envelope }: LoggedEvent): string {
  return `id: ${cursor}\nevent: ${envelope.type}\ndata: ${JSON.stringify(envelope)}\n\n`;
}

function filterOf({ types, subjects }: StreamQuery): EventFilter {
  const list = (text: string | undefined): string[] => (text ?? '').split(',').filter((part) => part !== '');
  return { types: list(types), subjects: list(subjects) };
}

/** Waits until the reader has taken what was written; a slow reader never makes the service keep the log in memory. */
async function drained(reply: FastifyReply, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    reply.raw.once('drain', resolve);
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

function refuse(reply: FastifyReply, error: unknown): void {
  if (error instanceof Unauthenticated) return answerWith(reply, 401, { code: error.code, message: error.message });
  if (error instanceof PermissionDenied) return answerWith(reply, 403, { code: error.code, message: error.message });
  if (error instanceof DomainError)
    return answerWith(reply, 400, { code: 'BAD_USER_INPUT', message: String(error.data['problem'] ?? error.code) });
  throw error;
}

function answerWith(reply: FastifyReply, status: number, error: { code: string; message: string }): void {
  void reply.code(status).header('cache-control', 'no-store').send({ error });
}
