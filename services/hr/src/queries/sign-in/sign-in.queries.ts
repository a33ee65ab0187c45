import { Injectable } from '@nestjs/common';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import { isAlarming, SECURITY_EVENT_KINDS } from '../../domain/sign-in/security-event.js';
import type { SecurityEvent, SecurityEventKind } from '../../domain/sign-in/security-event.js';
import type { SignIn } from '../../domain/sign-in/sign-in.js';
import { published, signerAt } from '../../domain/sign-in/signing-key.js';
import type { SigningKeyPair } from '../../domain/sign-in/signing-key.js';
import { securityEventCollection } from '../../persistence/sign-in/security-event.schema.js';
import { signInCollection } from '../../persistence/sign-in/sign-in.schema.js';
import { signingKeyCollection } from '../../persistence/sign-in/signing-key.schema.js';

export interface SignInFilter extends PageRequest {
  readonly employeeId: string;
  /** Only those that are still good. */
  readonly open?: boolean | null;
}

export interface SecurityFilter extends PageRequest {
  readonly kind?: SecurityEventKind | null;
  readonly employeeId?: string | null;
  readonly alarming?: boolean | null;
}

/** A sign-in as a list shows it: no hash of any token. */
export type SignInView = Omit<SignIn, 'tokenHash' | 'usedHashes' | 'version'> & { readonly open: boolean };
export type SigningKeyView = Pick<SigningKeyPair, 'id' | 'createdAt' | 'signsFrom' | 'retiredAt'> & { readonly signs: boolean };

/** The read side of sign-ins, of the security log and of the signing keys. */
@Injectable()
export class SignInQueries {
  constructor(private readonly database: Database) {}

  async list({ employeeId, open, ...page }: SignInFilter): Promise<Page<SignInView>> {
    const now = await this.database.now();
    const filter = { employeeId, ...(open ? { revokedAt: null, expiresAt: { $gt: now } } : {}) };
    return pageOf(this.database.model(signInCollection), page, { filter, map: (row) => toView(row, now) });
  }

  async byIds(ids: readonly string[]): Promise<SignInView[]> {
    const now = await this.database.now();
    const filter = { _id: { $in: [...ids] } };
    const rows = await this.database
      .model(signInCollection)
      .find(filter as never)
      .lean<Stored[]>()
      .exec();
    return rows.map((row) => toView(row, now));
  }

  log({ kind, employeeId, alarming, ...page }: SecurityFilter): Promise<Page<SecurityEvent>> {
    const kinds = alarming ? SECURITY_EVENT_KINDS.filter(isAlarming) : SECURITY_EVENT_KINDS;
    const filter = { kind: kind ?? { $in: [...kinds] }, ...(employeeId ? { employeeId } : {}) };
    const hint = employeeId ? 'employee' : 'kind';
    return pageOf(this.database.model(securityEventCollection), page, { filter, map: toEvent, hint });
  }

  /** The keys that are published, oldest first: a handful. */
  async signingKeys(): Promise<SigningKeyView[]> {
    const now = await this.database.now();
    const rows = await this.database
      .model(signingKeyCollection)
      .find({ withdrawnAt: null } as never, { privateJwk: 0 })
      .lean<Stored[]>()
      .exec();
    const pairs = rows.map(({ _id, ...rest }) => ({ id: _id, ...rest }) as unknown as SigningKeyPair);
    const signer = signerAt(pairs, now);
    return published(pairs).map((pair) => ({ ...pair, signs: pair.id === signer?.id }));
  }
}

function toView({ _id, ...rest }: Stored, now: Date): SignInView {
  const { tokenHash: _token, usedHashes: _used, version: _version, ...signIn } = { id: _id, ...rest } as unknown as SignIn;
  return { ...signIn, open: signIn.revokedAt === null && signIn.expiresAt > now };
}

function toEvent({ _id, ...rest }: Stored): SecurityEvent {
  return { id: _id, ...rest } as unknown as SecurityEvent;
}
