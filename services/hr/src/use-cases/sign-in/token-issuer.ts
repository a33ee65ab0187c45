import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { TOKEN_RULES } from '@weilend/contracts';
import { newId } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import { exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose';
import type { CryptoKey, JWK } from 'jose';
import type { Employee } from '../../domain/employee/employee.js';
import { SigningKeyPairs } from '../../persistence/sign-in/signing-key.repository.js';

const ACCESS_TOKEN_S = 900;

export interface IssuedTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Seconds that the access token lives. */
  readonly expiresIn: number;
}

/** SHA-256, hex: what is stored of a refresh token. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');
export const newRefreshToken = (): string => `wrt_${randomBytes(32).toString('base64url')}`;

/** Signs access tokens (EdDSA, 15 minutes) with the company's current key pair, which it makes when there is none. */
@Injectable()
export class TokenIssuer {
  private signer: { kid: string; key: CryptoKey } | null = null;

  constructor(
    private readonly work: UnitOfWork,
    private readonly pairs: SigningKeyPairs,
    private readonly outbox: Outbox,
  ) {}

  async accessToken(employee: Employee): Promise<{ accessToken: string; expiresIn: number }> {
    const { kid, key } = (this.signer ??= await this.load());
    const accessToken = await new SignJWT({ department: employee.department, roles: [...employee.roles] })
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

  /** The current pair, made and published to every department when the company has none. */
  async load(): Promise<{ kid: string; key: CryptoKey }> {
    const made = await generateKeyPair(TOKEN_RULES.algorithm, { extractable: true });
    const kid = newId('key');
    const publicJwk = { ...((await exportJWK(made.publicKey)) as Record<string, string>), kid, alg: TOKEN_RULES.algorithm, use: 'sig' };
    const privateJwk = JSON.stringify(await exportJWK(made.privateKey));
    const pair = await this.work.run({ actor: { kind: 'service', service: 'hr' }, operation: 'load-signing-key' }, async (tx) => {
      const current = await this.pairs.current(tx);
      if (current) return current;
      await this.outbox.add(event('hr.signing-keys-published.v1', 'key', { keys: [publicJwk] }), tx);
      return this.pairs.insert({ id: kid, version: 0, publicJwk, privateJwk, createdAt: new Date(), retiredAt: null }, tx);
    });
    return { kid: pair.id, key: (await importJWK(JSON.parse(pair.privateJwk) as JWK, TOKEN_RULES.algorithm)) as CryptoKey };
  }
}
