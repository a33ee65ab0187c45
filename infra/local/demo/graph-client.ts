// A client of the gateway as a front end would write it: GraphQL over HTTP on kept-alive connections. A department that is down for a moment is
// waited for, because every change carries a requestKey: asking again gives the first answer and never does anything twice.
import { pause } from '../commands.ts';

export interface GraphError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string; readonly department?: string; readonly retryable?: boolean; readonly requestId?: string };
}

/** A refusal by a business rule, as the payload of a mutation tells it. */
export interface UserError {
  readonly code: string;
  readonly message: string;
  readonly field: readonly string[] | null;
  readonly rule: string;
}

export interface Answer {
  readonly data: Readonly<Record<string, unknown>>;
  /** What dimmed single fields; the rest of the answer is good. */
  readonly errors: readonly GraphError[];
}

export interface GraphRequest {
  readonly document: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly token?: string;
}

export interface GraphClientOptions {
  /** Address of the gateway, without `/graphql`. */
  readonly gatewayUrl: string;
  /** How long one request may wait for a department, or the gateway, that is down. */
  readonly patienceMs?: number;
  readonly language?: 'en' | 'zh';
  /** How long one answer may take; a minute unless given. */
  readonly requestLimitMs?: number;
}

/** Why an attempt has no answer; `passing` when asking again may help. */
export interface Trouble {
  readonly passing: boolean;
  readonly errors: readonly GraphError[];
}

/** The request cannot be answered, and asking again would not help. */
export class GraphFault extends Error {
  readonly errors: readonly GraphError[];

  constructor(message: string, errors: readonly GraphError[] = []) {
    super(message);
    this.name = 'GraphFault';
    this.errors = errors;
  }
}

const PASSING = new Set(['SUBGRAPH_UNAVAILABLE', 'SUBGRAPH_TIMEOUT', 'KEYS_UNAVAILABLE']);
const IN_PROGRESS = 'REQUEST_IN_PROGRESS';
const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 1_500;
const REQUEST_LIMIT_MS = 60_000;

export class GraphClient {
  readonly gatewayUrl: string;
  readonly #options: GraphClientOptions;
  #requests = 0;
  #repeats = 0;

  constructor(options: GraphClientOptions) {
    this.#options = options;
    this.gatewayUrl = options.gatewayUrl.replace(/\/$/, '');
  }

  /** Requests sent so far, and how many of them were repetitions. */
  get counts(): { readonly requests: number; readonly repeats: number } {
    return { requests: this.#requests, repeats: this.#repeats };
  }

  /**
   * Sends a query or a mutation until it is answered. A field of a department that is down is null in a query's answer; the root field of a mutation
   * is asked for again. @throws GraphFault when the request is refused as a whole, or when patience ends.
   */
  async send(request: GraphRequest): Promise<Answer> {
    const deadline = performance.now() + (this.#options.patienceMs ?? 120_000);
    for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      const trouble = await this.attempt(request);
      if ('data' in trouble) return trouble;
      if (!trouble.passing || performance.now() + wait > deadline) throw new GraphFault(describe(trouble.errors, request), trouble.errors);
      this.#repeats += 1;
      await pause(wait);
    }
  }

  /** Sends the request once. */
  protected async attempt(request: GraphRequest): Promise<Answer | Trouble> {
    this.#requests += 1;
    const answer = await this.#post(request).catch((thrown: unknown) => ({ data: null, errors: [unreachable(thrown)] }));
    const errors = answer.errors ?? [];
    const { data } = answer;
    const blocking = data ? blockingErrors(request.document, data, errors) : errors;
    if (data && blocking.length === 0 && !isInProgress(data)) return { data, errors };
    return { passing: blocking.every(({ extensions }) => PASSING.has(extensions?.code ?? '')), errors: blocking };
  }

  async #post({ document, variables, token }: GraphRequest): Promise<{ data?: Record<string, unknown> | null; errors?: GraphError[] }> {
    const response = await fetch(`${this.gatewayUrl}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': this.#options.language ?? 'en',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body: JSON.stringify({ query: document, variables }),
      signal: AbortSignal.timeout(this.#options.requestLimitMs ?? REQUEST_LIMIT_MS),
    });
    const text = await response.text();
    try {
      return JSON.parse(text) as { data?: Record<string, unknown> | null; errors?: GraphError[] };
    } catch {
      return {
        data: null,
        errors: [{ message: `status ${response.status}: ${text.slice(0, 200)}`, extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }],
      };
    }
  }
}

/** Errors that leave a mutation's root field, or the whole answer, empty. */
function blockingErrors(document: string, data: Readonly<Record<string, unknown>>, errors: readonly GraphError[]): readonly GraphError[] {
  const empty = Object.entries(data).filter(([, value]) => value === null);
  if (empty.length === 0 || errors.length === 0) return [];
  if (!document.startsWith('mutation')) return empty.length === Object.keys(data).length ? errors : [];
  return errors;
}

function isInProgress(data: Readonly<Record<string, unknown>>): boolean {
  return Object.values(data).some((payload) => userErrorsOf(payload).some(({ code }) => code === IN_PROGRESS));
}

/** The refusals in a mutation's payload; none for anything else. */
export function userErrorsOf(payload: unknown): readonly UserError[] {
  const { userErrors } = (payload ?? {}) as { userErrors?: readonly UserError[] };
  return Array.isArray(userErrors) ? userErrors : [];
}

function unreachable(thrown: unknown): GraphError {
  const cause = thrown instanceof Error && thrown.cause instanceof Error ? `: ${thrown.cause.message}` : '';
  return {
    message: `the gateway did not answer (${thrown instanceof Error ? thrown.message : String(thrown)}${cause})`,
    extensions: { code: 'SUBGRAPH_UNAVAILABLE' },
  };
}

function describe(errors: readonly GraphError[], { document }: GraphRequest): string {
  const said = errors.map(
    ({ message, path, extensions }) => `${extensions?.code ?? '?'}${path ? ` at ${path.join('.')}` : ''}: ${message}`,
  );
  return `${said.slice(0, 5).join('; ') || 'no answer'} [${document.replace(/\s+/g, ' ').slice(0, 160)}]`;
}
