import { Injectable } from '@nestjs/common';
import { TOKEN_RULES } from '@weilend/contracts';
import { newId } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { event, Outbox } from '@weilend/messaging';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { exportJWK, generateKeyPair } from 'jose';
import { nextPair, published, retire, signerAt, withdraw } from '../../domain/sign-in/signing-key.js';
import type { SigningKeyPair } from '../../domain/sign-in/signing-key.js';
import { SecurityLog } from '../../persistence/sign-in/security-log.repository.js';
import { SigningKeyPairs } from '../../persistence/sign-in/signing-key.repository.js';

export const ACCESS_TOKEN_S = 900;

const machinery: Actor = { kind: 'service', service: 'hr' };
type Made = Pick<SigningKeyPair, 'id' | 'publicJwk' | 'privateJwk'>;

/** The company's signing keys: the first one, the next ones, and the end of the old ones. Every change is published with all keys that are good. */
@Injectable()
export class SigningKeyRing {
  constructor(
    private readonly work: UnitOfWork,
    private readonly pairs: SigningKeyPairs,
    private readonly outbox: Outbox,
    private readonly security: SecurityLog,
  ) {}

  /** The pair that signs now; made and published when the company has none. */
  async current(): Promise<SigningKeyPair> {
    const now = await this.pairs.now();
    const known = await this.work.run({ actor: machinery, operation: 'load-signing-key' }, (tx) => this.pairs.newest(tx));
    const signer = signerAt(known, now);
    if (signer) return signer;
    const made = await makePair();
    return this.work.run({ actor: machinery, operation: 'load-signing-key' }, async (tx) => {
      const meanwhile = await this.pairs.newest(tx);
      return signerAt(meanwhile, await this.pairs.now()) ?? this.add(nextPair(made, meanwhile, now), meanwhile, tx);
    });
  }

  /** Makes and publishes the next pair, which signs a little later; answers its id. Throws KEY_ROTATION_UNDERWAY. */
  async rotate(actor: Actor): Promise<string> {
    const made = await makePair();
    const now = await this.pairs.now();
    return this.work.run({ actor, operation: 'rotate-signing-key' }, async (tx) => {
      const known = await this.pairs.newest(tx);
      const next = nextPair(made, known, now);
      const signer = signerAt(known, now);
      const rest = known.filter((pair) => pair.id !== signer?.id);
      const retired = signer ? [await this.pairs.save(retire(signer, next, ACCESS_TOKEN_S * 1_000), tx)] : [];
      await this.security.note({ kind: 'SIGNING_KEY_ROTATED', at: now }, tx);
      return (await this.add(next, [...rest, ...retired], tx)).id;
    });
  }

  /** Takes keys out of the published ones whose last token has run out; says how many. */
  async withdrawRetired(): Promise<number> {
    const now = await this.pairs.now();
    return this.work.run({ actor: machinery, operation: 'withdraw-signing-keys' }, async (tx) => {
      const known = await this.pairs.newest(tx);
      const over = published(known).filter((pair) => pair.retiredAt !== null && pair.retiredAt <= now);
      if (over.length === 0) return 0;
      for (const pair of over) {
        await this.pairs.save(withdraw(pair, now), tx);
        await this.security.note({ kind: 'SIGNING_KEY_WITHDRAWN', at: now }, tx);
      }
      await this.publish(
        published(known).filter((pair) => !over.includes(pair)),
        tx,
      );
      return over.length;
    });
  }

  private async add(pair: SigningKeyPair, known: readonly SigningKeyPair[], tx: Tx): Promise<SigningKeyPair> {
    await this.publish(published([...known, pair]), tx);
    return this.pairs.insert(pair, tx);
  }

  private async publish(pairs: readonly SigningKeyPair[], tx: Tx): Promise<void> {
    await this.outbox.add(event('hr.signing-keys-published.v1', 'key', { keys: pairs.map(({ publicJwk }) => ({ ...publicJwk })) }), tx);
  }
}

async function makePair(): Promise<Made> {
  const made = await generateKeyPair(TOKEN_RULES.algorithm, { extractable: true });
  const id = newId('key');
  const publicJwk = { ...((await exportJWK(made.publicKey)) as Record<string, string>), kid: id, alg: TOKEN_RULES.algorithm, use: 'sig' };
  return { id, publicJwk, privateJwk: JSON.stringify(await exportJWK(made.privateKey)) };
}
