import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { newTraceparent, runWithTrace } from '@weilend/boot';
import type { FastifyInstance, FastifyRequest } from 'fastify';

export type Language = 'en' | 'zh';

/** What every part of one request may know without being handed it. */
export interface RequestScope {
  readonly requestId: string;
  readonly language: Language;
}

const scopes = new AsyncLocalStorage<RequestScope>();
const usableId = /^[\w.-]{8,64}$/;

/** The scope of the running request; outside of any, a scope without an id. */
export function currentScope(): RequestScope {
  return scopes.getStore() ?? { requestId: '', language: 'en' };
}

/** The caller's x-request-id when it is a plain word of 8 to 64 characters, otherwise a new one. */
export function requestIdOf(headers: NodeJS.Dict<string | string[]>): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && usableId.test(given) ? given : randomUUID();
}

/** zh when the caller prefers any Chinese over English. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...options] = part.trim().toLowerCase().split(';');
      const weight = options.map((option) => /^\s*q=([\d.]+)\s*$/.exec(option)?.[1]).find((found) => found !== undefined);
      return { tag, weight: Number(weight ?? 1) };
    })
    .filter(({ tag, weight }) => /^(en|zh)\b/.test(tag) && weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return wanted[0]?.tag.startsWith('zh') ? 'zh' : 'en';
}

/**
 * Gives every request its id (also in the reply), trace and language. The scope is entered twice: once for the early hooks, and
 * again after the body, because body events run in the context of the connection and not of the request.
 */
export function registerRequestScope(app: FastifyInstance): void {
  app.decorateRequest('traceparent', '');
  const enter = (request: FastifyRequest, done: () => void) => {
    const scope = { requestId: request.id, language: languageOf(request.headers['accept-language']) };
    scopes.run(scope, () => runWithTrace(request.traceparent, done));
  };
  app.addHook('onRequest', (request, reply, done) => {
    const given = request.headers['traceparent'];
    request.traceparent = newTraceparent(typeof given === 'string' ? given : undefined);
    void reply.header('x-request-id', request.id);
    enter(request, done);
  });
  app.addHook('preValidation', (request, _reply, done) => enter(request, done));
}

declare module 'fastify' {
  interface FastifyRequest {
    traceparent: string;
  }
}
