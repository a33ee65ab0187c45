import { Pool } from 'undici';
import type { Dispatcher } from 'undici';

export interface SubgraphCall {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Ends the call early, e.g. because the caller has gone. */
  readonly signal?: AbortSignal | undefined;
}

export interface SubgraphAnswer {
  readonly status: number;
  readonly text: string;
}

/** Why no answer came. `sent` false: the department surely never saw the request. */
export class NoAnswer extends Error {
  constructor(
    readonly reason: 'timeout' | 'unreachable' | 'cancelled',
    readonly sent: boolean,
    cause: unknown,
  ) {
    super(`no answer: ${reason}`, { cause });
    this.name = 'NoAnswer';
  }
}

const connectTimeoutMs = 3_000;
/** Shorter than the 72 s after which a Fastify server closes an idle connection, so that no request meets a closing one. */
const idleMs = 30_000;
const mostConnections = 128;
const largestAnswerBytes = 64 * 1024 * 1024;
const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

/** One department's GraphQL endpoint over kept-alive connections. */
export class SubgraphClient {
  private readonly pool: Pool;
  private readonly path: string;

  constructor(
    url: string,
    private readonly timeoutMs: number,
  ) {
    const { origin, pathname, search } = new URL(url);
    this.path = pathname + search;
    this.pool = new Pool(origin, {
      connections: mostConnections,
      connectTimeout: Math.min(connectTimeoutMs, timeoutMs),
      keepAliveTimeout: idleMs,
      maxResponseSize: largestAnswerBytes,
    });
  }

  /** @throws NoAnswer; any HTTP answer is returned, whatever its status. */
  async call({ headers, body, signal }: SubgraphCall): Promise<SubgraphAnswer> {
    const controller = new AbortController();
    const timer = setTimeout(() => controller.abort('timeout'), this.timeoutMs);
    const cancel = () => controller.abort('cancelled');
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      if (signal?.aborted) cancel();
      return await this.exchange(headers, body, controller.signal);
    } catch (cause) {
      throw explain(cause, controller.signal);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
    }
  }

  /** Ends open connections at once; calls in flight fail as unreachable. */
  close(): Promise<void> {
    return this.pool.destroy();
  }

  private async exchange(headers: Readonly<Record<string, string>>, body: string, signal: AbortSignal): Promise<SubgraphAnswer> {
    const options: Dispatcher.RequestOptions = { path: this.path, method: 'POST', headers, body, signal };
    const response = await this.pool.request(options);
    return { status: response.statusCode, text: await response.body.text() };
  }
}

function explain(cause: unknown, signal: AbortSignal): NoAnswer {
  if (signal.aborted) return new NoAnswer(signal.reason === 'timeout' ? 'timeout' : 'cancelled', true, cause);
  return new NoAnswer('unreachable', !neverSent.has(codeOf(cause)), cause);
}

/** A host with several addresses fails with an AggregateError whose parts carry the codes. */
function codeOf(problem: unknown): string {
  const { code, errors } = (problem ?? {}) as { readonly code?: unknown; readonly errors?: readonly unknown[] };
  if (typeof code === 'string') return code;
  return Array.isArray(errors) ? codeOf(errors[0]) : '';
}
