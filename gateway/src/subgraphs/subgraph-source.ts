import type { GraphQLDataSource } from '@apollo/gateway';
import type { Metrics } from '@weilend/boot';
import { newTraceparent } from '@weilend/boot';
import type { GraphQLFormattedError } from 'graphql';
import { say } from '../errors/messages.js';
import type { SentenceName } from '../errors/messages.js';
import { currentScope } from '../http/request-scope.js';
import { distinctRepresentations } from './distinct-representations.js';
import type { FetchResult } from './distinct-representations.js';
import { NoAnswer } from './subgraph-client.js';
import type { SubgraphAnswer, SubgraphClient } from './subgraph-client.js';

/** What the gateway takes from a request and hands on to the departments. */
export interface ForwardedContext {
  readonly requestId: string;
  readonly traceparent: string;
  readonly clientIp: string;
  readonly authorization: string | undefined;
  readonly acceptLanguage: string | undefined;
  /** Aborted when the caller has gone. */
  readonly signal: AbortSignal;
}

type ProcessOptions = Parameters<GraphQLDataSource['process']>[0];
type ProcessResult = Awaited<ReturnType<GraphQLDataSource['process']>>;
type Outcome = 'ok' | 'errors' | 'SUBGRAPH_TIMEOUT' | 'SUBGRAPH_UNAVAILABLE' | 'cancelled';

/**
 * Fetches from one department. Never throws: a department that is down or slow gives a GraphQL error of its own, so that only its
 * fields are null in the answer.
 */
export class SubgraphSource implements GraphQLDataSource {
  private readonly requests;
  private readonly seconds;

  constructor(
    private readonly name: string,
    private readonly client: SubgraphClient,
    private readonly timeoutMs: number,
    metrics: Metrics,
  ) {
    this.requests = metrics.counter({
      name: 'gateway_subgraph_requests_total',
      help: 'Fetches from departments by outcome',
      labels: ['subgraph', 'outcome'],
    });
    this.seconds = metrics.histogram({ name: 'gateway_subgraph_seconds', help: 'Time of fetches from departments', labels: ['subgraph'] });
  }

  async process({ request, context }: ProcessOptions): Promise<ProcessResult> {
    const query = request.query ?? '';
    const changes = query.startsWith('mutation');
    const forwarded = context as Partial<ForwardedContext>;
    const { variables, restore } = distinctRepresentations(request.variables as Record<string, unknown> | undefined);
    const body = JSON.stringify({ query, variables, operationName: request.operationName ?? undefined });
    // A change goes on when the caller leaves: half of the departments would otherwise have done their part and half not.
    const signal = changes ? undefined : forwarded.signal;
    const stop = this.seconds.startTimer({ subgraph: this.name });
    const result = await this.client.call({ headers: headersFor(forwarded), body, signal }).then(
      (answer) => this.read(answer, changes),
      (problem: unknown) => this.excuse(problem, changes),
    );
    stop();
    this.requests.inc({ subgraph: this.name, outcome: result.outcome });
    return restore(result.fetched) as ProcessResult;
  }

  /** An answer with another status than 200 keeps its errors when its body is a GraphQL response. */
  private read({ status, text }: SubgraphAnswer, changes: boolean): { fetched: FetchResult; outcome: Outcome } {
    const parsed = parseResponse(text);
    if (parsed && (status < 300 || parsed.errors)) return { fetched: parsed, outcome: parsed.errors ? 'errors' : 'ok' };
    return this.fail('SUBGRAPH_UNAVAILABLE', 'badAnswer', !changes);
  }

  private excuse(problem: unknown, changes: boolean): { fetched: FetchResult; outcome: Outcome } {
    if (!(problem instanceof NoAnswer)) throw problem;
    const { reason, sent } = problem;
    if (reason === 'timeout') return this.fail('SUBGRAPH_TIMEOUT', 'timeout', !changes);
    const failed = this.fail('SUBGRAPH_UNAVAILABLE', 'unavailable', !changes || !sent);
    return reason === 'cancelled' ? { ...failed, outcome: 'cancelled' } : failed;
  }

  /** `retryable` says that repeating is safe: nothing can have changed. */
  private fail(
    code: 'SUBGRAPH_TIMEOUT' | 'SUBGRAPH_UNAVAILABLE',
    sentence: SentenceName,
    retryable: boolean,
  ): { fetched: FetchResult; outcome: Outcome } {
    const message = say(currentScope().language, sentence, { department: this.name, seconds: this.timeoutMs / 1_000 });
    return { fetched: { errors: [{ message, extensions: { code, department: this.name, retryable } }] }, outcome: code };
  }
}

function headersFor(context: Partial<ForwardedContext>): Record<string, string> {
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json',
    traceparent: newTraceparent(context.traceparent),
  };
  if (context.requestId) headers['x-request-id'] = context.requestId;
  if (context.clientIp) headers['x-forwarded-for'] = context.clientIp;
  if (context.authorization) headers['authorization'] = context.authorization;
  if (context.acceptLanguage) headers['accept-language'] = context.acceptLanguage;
  return headers;
}

/** A GraphQL response, or undefined when the text is something else. An empty list of errors counts as none. */
function parseResponse(text: string): FetchResult | undefined {
  try {
    const value = JSON.parse(text) as { data?: unknown; errors?: unknown } | null;
    if (typeof value !== 'object' || value === null || !('data' in value || 'errors' in value)) return undefined;
    const errors = Array.isArray(value.errors) && value.errors.length > 0 ? (value.errors as GraphQLFormattedError[]) : undefined;
    return { data: (value.data ?? null) as Record<string, unknown> | null, ...(errors ? { errors } : {}) };
  } catch {
    return undefined;
  }
}
