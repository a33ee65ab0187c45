import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SentenceName } from '../errors/messages.js';
import { refuse } from '../errors/refuse.js';
import { checkToken } from './check-token.js';
import type { TokenVerdict } from './check-token.js';
import type { PublishedKeys } from './published-keys.js';

interface Answer {
  readonly sentence: SentenceName;
  /** RFC 6750: what is wrong with the token. */
  readonly challenge: string;
}

const refusals: Partial<Record<TokenVerdict, Answer>> = {
  invalid: { sentence: 'tokenInvalid', challenge: 'error="invalid_token", error_description="not a valid token"' },
  expired: { sentence: 'tokenExpired', challenge: 'error="invalid_token", error_description="expired"' },
  malformed: { sentence: 'tokenForm', challenge: 'error="invalid_request", error_description="not a bearer token"' },
};

/** Refuses bad tokens before the body is read. Without any keys nothing can be said about a token: 503, so that clients keep theirs. */
export function tokenHook(keys: PublishedKeys) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const verdict = await checkToken(request.headers.authorization, keys);
    if (verdict === 'keys-missing')
      return refuse(reply, { status: 503, code: 'KEYS_UNAVAILABLE', sentence: 'keysMissing', retryable: true });
    const answer = refusals[verdict];
    if (!answer) return undefined;
    void reply.header('www-authenticate', `Bearer realm="weilend", ${answer.challenge}`);
    return refuse(reply, { status: 401, code: 'UNAUTHENTICATED', sentence: answer.sentence });
  };
}
