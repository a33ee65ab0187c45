import { Injectable } from '@nestjs/common';
import { FieldCipher } from '@weilend/auth';
import { defineCollection, Database, fields, Repository } from '@weilend/mongo';
import type { Stored, Tx } from '@weilend/mongo';

/** A key pair that signs access tokens; the private half is encrypted at rest. */
export interface SigningKeyPair {
  readonly id: string;
  readonly version: number;
  readonly publicJwk: Readonly<Record<string, string>>;
  readonly privateJwk: string;
  readonly createdAt: Date;
  /** Null while tokens are signed with it. */
  readonly retiredAt: Date | null;
}

export const signingKeyCollection = defineCollection({
  name: 'signing_key_pairs',
  fields: { publicJwk: fields.json, privateJwk: fields.text, createdAt: fields.instant, retiredAt: fields.optionalInstant },
});

@Injectable()
export class SigningKeyPairs extends Repository<SigningKeyPair> {
  constructor(
    database: Database,
    private readonly cipher: FieldCipher,
  ) {
    super(database, signingKeyCollection, 'signing key');
  }

  async current(tx: Tx): Promise<SigningKeyPair | null> {
    return this.findOne({ retiredAt: null }, tx);
  }

  protected override toDocument(entity: SigningKeyPair): Record<string, unknown> {
    return { ...super.toDocument(entity), privateJwk: this.cipher.encrypt(entity.privateJwk, place(entity.id)) };
  }

  protected override toEntity(document: Stored): SigningKeyPair {
    const entity = super.toEntity(document);
    return { ...entity, privateJwk: this.cipher.decrypt(entity.privateJwk, place(entity.id)) };
  }
}

const place = (id: string) => ({ collection: 'signing_key_pairs', id, field: 'privateJwk' });
