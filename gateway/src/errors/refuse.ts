import type { FastifyReply } from 'fastify';
import { languageOf } from '../http/request-scope.js';
import { say } from './messages.js';
import type { SentenceName } from './messages.js';

export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly sentence: SentenceName;
  readonly places?: Readonly<Record<string, string | number>>;
  readonly retryable?: boolean;
}

/** Answers outside of GraphQL execution in the same shape as within. */
export function refuse(reply: FastifyReply, { status, code, sentence, places, retryable = false }: Refusal): FastifyReply {
  const message = say(languageOf(reply.request.headers['accept-language']), sentence, places);
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send({ errors: [{ message, extensions: { code, requestId: reply.request.id, retryable } }] });
}
