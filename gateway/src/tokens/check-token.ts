import { TOKEN_RULES } from '@weilend/contracts';
import { errors, jwtVerify } from 'jose';
import type { PublishedKeys } from './published-keys.js';
import { KeysMissing } from './published-keys.js';

/** `anonymous` goes on without a token: the departments refuse what is not public. */
export type TokenVerdict = 'anonymous' | 'valid' | 'invalid' | 'expired' | 'malformed' | 'keys-missing';

/** Nothing but EdDSA: a token that names another algorithm, `none` included, is refused before any key is looked at. */
const { issuer, audience, algorithm } = TOKEN_RULES;
const rules = { algorithms: [algorithm], issuer, audience, requiredClaims: ['sub', 'exp'] };

/** Whether the token is one of ours and in time. What its owner may do is decided in the departments. */
export async function checkToken(authorization: string | undefined, keys: Pick<PublishedKeys, 'find'>): Promise<TokenVerdict> {
  if (authorization === undefined || authorization.trim() === '') return 'anonymous';
  const token = /^Bearer +([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(authorization.trim())?.[1];
  if (token === undefined) return 'malformed';
  try {
    await jwtVerify(token, keys.find, rules);
    return 'valid';
  } catch (problem) {
    if (problem instanceof KeysMissing) return 'keys-missing';
    if (problem instanceof errors.JWTExpired) return 'expired';
    if (problem instanceof errors.JOSEError) return 'invalid';
    throw problem;
  }
}
