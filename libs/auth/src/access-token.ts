import { TOKEN_RULES } from '@weilend/contracts';
import { DEPARTMENTS } from '@weilend/kernel';
import type { Department, EmployeeActor } from '@weilend/kernel';
import { createLocalJWKSet, errors, jwtVerify } from 'jose';
import type { JSONWebKeySet, JWTPayload } from 'jose';
import type { DenyList } from './deny-list.js';
import { Unauthenticated } from './permit.js';
import type { SigningKeys } from './signing-keys.js';

/** Claims of an access token beside the registered ones. */
export interface AccessClaims {
  readonly department: Department | null;
  readonly roles: readonly string[];
  /** The sign-in that it was issued to. */
  readonly sid: string;
}

/** Reading a key set costs as much as the check itself, and the same one serves until hr publishes another. */
const readers = new WeakMap<JSONWebKeySet, ReturnType<typeof createLocalJWKSet>>();

function readerOf(keys: JSONWebKeySet): ReturnType<typeof createLocalJWKSet> {
  const reader = readers.get(keys) ?? createLocalJWKSet(keys);
  readers.set(keys, reader);
  return reader;
}

/** Checks signature, issuer, audience and time of a token against a key set. */
async function verifyAccessToken(token: string, keys: JSONWebKeySet): Promise<JWTPayload> {
  const { issuer, audience, algorithm } = TOKEN_RULES;
  const { payload } = await jwtVerify(token, readerOf(keys), {
    issuer,
    audience,
    algorithms: [algorithm],
    requiredClaims: ['sub', 'exp', 'iat'],
  });
  return payload;
}

/** The actor that verified claims name. Throws Unauthenticated when the claims are not ours. */
export function actorOf(payload: JWTPayload): EmployeeActor {
  const { sub, department, roles } = payload as JWTPayload & Partial<AccessClaims>;
  const known = department === null || (DEPARTMENTS as readonly unknown[]).includes(department);
  if (!sub || !known || !Array.isArray(roles)) throw new Unauthenticated('the token does not name a person of the company');
  return { kind: 'employee', employeeId: sub, department: department ?? null, roles };
}

/** Verifies tokens with the keys this service has cached: hr being down stops no one. */
export class AccessTokens {
  constructor(
    private readonly keys: SigningKeys,
    private readonly denied: DenyList,
  ) {}

  /** Throws Unauthenticated for a bad, expired or denied token. */
  async verify(token: string): Promise<EmployeeActor> {
    const payload = await this.check(token);
    const actor = actorOf(payload);
    if (await this.denied.refuses(actor.employeeId, payload.iat ?? 0)) throw new Unauthenticated('this person may act no more');
    const { sid } = payload as JWTPayload & Partial<AccessClaims>;
    if (sid !== undefined && (await this.denied.refusesSignIn(sid))) throw new Unauthenticated('this sign-in was ended: sign in again');
    return actor;
  }

  private async check(token: string): Promise<JWTPayload> {
    try {
      return await verifyAccessToken(token, await this.keys.current());
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey) return this.checkWithNewKeys(token);
      throw new Unauthenticated(error instanceof errors.JWTExpired ? 'the token has expired: sign in again' : 'the token is not valid');
    }
  }

  private async checkWithNewKeys(token: string): Promise<JWTPayload> {
    try {
      return await verifyAccessToken(token, await this.keys.refresh());
    } catch {
      throw new Unauthenticated('the token is signed with a key that is not ours');
    }
  }
}

/** The bearer token of an Authorization header, or null when there is none. Throws Unauthenticated for another scheme. */
export function bearerToken(header: string | undefined): string | null {
  if (!header) return null;
  const match = /^Bearer ([A-Za-z0-9._-]+)$/.exec(header);
  if (!match?.[1]) throw new Unauthenticated('the Authorization header must be "Bearer <token>"');
  return match[1];
}
