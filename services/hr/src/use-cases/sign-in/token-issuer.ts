import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { TOKEN_RULES } from '@weilend/contracts';
import { invariant, newId } from '@weilend/kernel';
import { importJWK, SignJWT } from 'jose';
import type { CryptoKey, JWK } from 'jose';
import type { Employee } from '../../domain/employee/employee.js';
import { KEY_FRESH_MS } from '../../domain/sign-in/signing-key.js';
import { ACCESS_TOKEN_S, SigningKeyRing } from './signing-keys.js';

export interface IssuedTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Seconds that the access token lives. */
  readonly expiresIn: number;
}

interface Signer {
  readonly kid: string;
  readonly key: CryptoKey;
  /** Of the monotonic clock. */
  readonly readAt: number;
}

/** SHA-256, hex: what is stored of a refresh token. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');
export const newRefreshToken = (): string => `wrt_${randomBytes(32).toString('base64url')}`;

/** Signs access tokens (EdDSA, 15 minutes) with the company's current key pair, which it looks up again every few seconds. */
@Injectable()
export class TokenIssuer {
  private signer: Signer | null = null;

  constructor(private readonly ring: SigningKeyRing) {}

  /** A token is of a person and of the sign-in that it was issued to: with either its tokens end. */
  async accessToken(employee: Employee, signInId: string): Promise<{ accessToken: string; expiresIn: number }> {
    const { kid, key } = await this.fresh();
    const accessToken = await new SignJWT({ department: employee.department, roles: [...employee.roles], sid: signInId })
      .setProtectedHeader({ alg: TOKEN_RULES.algorithm, kid })
      .setIssuer(TOKEN_RULES.issuer)
      .setAudience(TOKEN_RULES.audience)
      .setSubject(employee.id)
      .setJti(newId('tok'))
      .setIssuedAt()
      .setExpirationTime(`${ACCESS_TOKEN_S}s`)
      .sign(key);
    return { accessToken, expiresIn: ACCESS_TOKEN_S };
  }

  private async fresh(): Promise<Signer> {
    if (this.signer && performance.now() - this.signer.readAt < KEY_FRESH_MS) return this.signer;
    const readAt = performance.now();
    const pair = await this.ring.current();
    invariant(pair.privateJwk !== null, 'a key that signs has its private half');
    const key = (await importJWK(JSON.parse(pair.privateJwk) as JWK, TOKEN_RULES.algorithm)) as CryptoKey;
    this.signer = { kid: pair.id, key, readAt };
    return this.signer;
  }
}
