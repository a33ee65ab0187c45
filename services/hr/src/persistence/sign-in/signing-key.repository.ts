import { Injectable } from '@nestjs/common';
import { FieldCipher } from '@weilend/auth';
import { Database, Repository } from '@weilend/mongo';
import type { Stored, Tx } from '@weilend/mongo';
import type { SigningKeyPair } from '../../domain/sign-in/signing-key.js';
import { signingKeyCollection } from './signing-key.schema.js';

/** As many as a company could have at once; those before them are long withdrawn. */
const NEWEST = 20;

@Injectable()
export class SigningKeyPairs extends Repository<SigningKeyPair> {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
  ) {
    super(database, signingKeyCollection, 'signing key');
  }

  now(): Promise<Date> {
    return this.database.now();
  }

  /** Newest first. */
  newest(tx: Tx): Promise<SigningKeyPair[]> {
    return this.findMany({}, tx, { sort: { serial: -1 }, limit: NEWEST });
  }

  protected override toDocument(entity: SigningKeyPair): Record<string, unknown> {
    const { privateJwk } = entity;
    return { ...super.toDocument(entity), privateJwk: privateJwk === null ? null : this.cipher.encrypt(privateJwk, place(entity.id)) };
  }

  protected override toEntity(document: Stored): SigningKeyPair {
    const entity = super.toEntity(document);
    return { ...entity, privateJwk: entity.privateJwk === null ? null : this.cipher.decrypt(entity.privateJwk, place(entity.id)) };
  }
}

const place = (id: string) => ({ collection: signingKeyCollection.name, id, field: 'privateJwk' });
