import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Agent } from 'undici';
import type { Dispatcher } from 'undici';
import { refuse } from '../errors/refuse.js';

export interface ProxyOptions {
  readonly largestBytes: number;
  /** Longest wait for the first byte of an answer after the request is complete. */
  readonly timeoutMs: number;
}

export interface Destination {
  readonly department: string;
  /** Address of the service without a slash at the end. */
  readonly base: string;
  /** An answer that never ends (server-sent events): no time limit, and it is cut at shutdown. */
  readonly endless?: boolean;
}

/** Headers that speak of one connection, or that the client library sets itself. */
const ofOneConnection = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'host',
  'expect',
]);
const fileIdleMs = 60_000;

class TooLarge extends Error {}

/** Streams requests to the services behind the gateway and their answers back, without holding either in memory. */
export class ServiceProxy {
  private readonly agent: Agent;
  private readonly endless = new Set<AbortController>();

  constructor(private readonly options: ProxyOptions) {
    this.agent = new Agent({
      connectTimeout: Math.min(3_000, options.timeoutMs),
      headersTimeout: Math.max(fileIdleMs, options.timeoutMs),
      bodyTimeout: fileIdleMs,
    });
  }

  /** Sends the request on with its path and query unchanged. */
  async forward(request: FastifyRequest, reply: FastifyReply, destination: Destination): Promise<FastifyReply> {
    const { largestBytes } = this.options;
    if (Number(request.headers['content-length'] ?? 0) > largestBytes) return this.tooLarge(reply);
    const controller = new AbortController();
    const gone = () => controller.abort();
    reply.raw.once('close', gone);
    if (destination.endless) this.endless.add(controller);
    try {
      const answer = await this.send(request, destination, controller.signal);
      return await deliver(reply, answer);
    } catch (problem) {
      return this.excuse(reply, problem, destination);
    } finally {
      reply.raw.off('close', gone);
      this.endless.delete(controller);
    }
  }

  /** Ends the streams that would keep the server from closing; their clients connect again elsewhere. */
  endStreams(): void {
    for (const controller of this.endless) controller.abort();
  }

  close(): Promise<void> {
    return this.agent.destroy();
  }

  private send(request: FastifyRequest, { base, endless }: Destination, signal: AbortSignal): Promise<Dispatcher.ResponseData> {
    const { origin, pathname } = new URL(base);
    const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
    return this.agent.request({
      origin,
      path: pathname.replace(/\/$/, '') + (request.raw.url ?? '/'),
      method: request.method as Dispatcher.HttpMethod,
      headers: requestHeaders(request),
      body: hasBody ? this.limited(request) : null,
      signal,
      ...(endless ? { headersTimeout: this.options.timeoutMs, bodyTimeout: 0 } : {}),
    });
  }

  /**
   * The body through a counter of bytes. The counter also keeps an early refusal (413, 403) deliverable: the client library then
   * destroys the counter and not the caller's connection, and what still arrives is thrown away.
   */
  private limited(request: FastifyRequest): Transform {
    const { largestBytes } = this.options;
    let seen = 0;
    const counter = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        seen += chunk.length;
        done(seen > largestBytes ? new TooLarge() : null, chunk);
      },
    });
    counter.once('close', () => request.raw.unpipe(counter).resume());
    request.raw.once('error', (problem) => counter.destroy(problem));
    request.raw.once('aborted', () => counter.destroy(new Error('the caller has gone')));
    return request.raw.pipe(counter);
  }

  private tooLarge(reply: FastifyReply): FastifyReply {
    const limit = Math.floor(this.options.largestBytes / 1024 / 1024);
    return refuse(reply, { status: 413, code: 'FILE_TOO_LARGE', sentence: 'fileTooLarge', places: { limit } });
  }

  private excuse(reply: FastifyReply, problem: unknown, { department }: Destination): FastifyReply {
    if (reply.raw.headersSent || reply.raw.destroyed) {
      reply.raw.destroy();
      return reply;
    }
    if (problem instanceof TooLarge) return this.tooLarge(reply);
    const { code } = problem as { readonly code?: unknown };
    const late = code === 'UND_ERR_HEADERS_TIMEOUT' || code === 'UND_ERR_BODY_TIMEOUT';
    const places = { department, seconds: this.options.timeoutMs / 1_000 };
    if (late) return refuse(reply, { status: 504, code: 'SUBGRAPH_TIMEOUT', sentence: 'timeout', places, retryable: true });
    return refuse(reply, { status: 503, code: 'SUBGRAPH_UNAVAILABLE', sentence: 'unavailable', places, retryable: true });
  }
}

/** Headers go out at once, before the first byte of the body: a stream of events may be silent for long. */
async function deliver(reply: FastifyReply, { statusCode, headers, body }: Dispatcher.ResponseData): Promise<FastifyReply> {
  reply.hijack();
  reply.raw.writeHead(statusCode, { ...(reply.getHeaders() as OutgoingHttpHeaders), ...withoutConnection(headers) });
  reply.raw.flushHeaders();
  await pipeline(body, reply.raw).catch(() => reply.raw.destroy());
  return reply;
}

function requestHeaders(request: FastifyRequest): Record<string, string | string[]> {
  return {
    ...withoutConnection(request.headers),
    'x-forwarded-for': request.ip,
    'x-forwarded-host': request.host,
    'x-forwarded-proto': request.protocol,
    'x-request-id': request.id,
    traceparent: request.traceparent,
  };
}

function withoutConnection(headers: IncomingHttpHeaders): Record<string, string | string[]> {
  const named = new Set(
    String(headers.connection ?? '')
      .toLowerCase()
      .split(/\s*,\s*/),
  );
  const kept = Object.entries(headers).filter(([name, value]) => value !== undefined && !ofOneConnection.has(name) && !named.has(name));
  return Object.fromEntries(kept) as Record<string, string | string[]>;
}
