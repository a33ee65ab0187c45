import { Injectable } from '@nestjs/common';
import { FieldCipher, maskName } from '@weilend/auth';
import type { LocalDate } from '@weilend/kernel';
import { Database, Repository } from '@weilend/mongo';
import type { Stored, Tx } from '@weilend/mongo';
import type { ContactClaim } from '../domain/collection/collection-contact.js';
import { collectionContactCollection, collectionDebtorCollection } from './collection.schema.js';

export interface CollectionContact extends Omit<ContactClaim, 'promise'> {
  readonly id: string;
  readonly version: number;
  readonly caseId: string;
  readonly loanId: string;
  readonly customerId: string;
  readonly salespersonId: string;
  readonly on: LocalDate;
  readonly note: string;
  readonly recordingRef: string | null;
  readonly promiseId: string | null;
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

@Injectable()
export class CollectionContacts extends Repository<CollectionContact> {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
  ) {
    super(database, collectionContactCollection, 'contact');
  }

  /** Compares names without reading them; null for the debtor himself. */
  personIndex(personName: string | null): string | null {
    return personName === null ? null : this.cipher.blindIndex('name', personName.trim());
  }

  /** Writes the debtor's row: of contacts with him that are recorded at once, one waits for the other. Comes before every count. */
  async takeTurn(customerId: string, tx: Tx): Promise<void> {
    const rows = this.database.collection<Stored & { contacts: number; version: number }>(collectionDebtorCollection.name);
    await rows.updateOne({ _id: customerId }, { $inc: { contacts: 1, version: 1 } }, { upsert: true, session: tx.session });
  }

  /** Effective conversations with a debtor on a day, over all of his loans. */
  conversations(customerId: string, on: LocalDate, tx: Tx): Promise<number> {
    const filter = { customerId, on, whom: 'DEBTOR', effectiveVoice: true };
    return this.model.collection.countDocuments(filter as never, { session: tx.session });
  }

  /** True when this person of the debtor's asked not to be contacted. */
  async hasRefused(customerId: string, personName: string | null, tx: Tx): Promise<boolean> {
    const personIndex = this.personIndex(personName);
    if (personIndex === null) return false;
    const filter = { customerId, personIndex, whom: 'OTHER', result: 'REFUSED_CONTACT' };
    return (await this.model.collection.countDocuments(filter as never, { session: tx.session, limit: 1 })) > 0;
  }

  protected override toDocument(contact: CollectionContact): Record<string, unknown> {
    const { personName } = contact;
    if (personName === null) return { ...super.toDocument(contact), personIndex: null, maskedPerson: null };
    return {
      ...super.toDocument(contact),
      personName: this.cipher.encrypt(personName, place(contact.id)),
      personIndex: this.personIndex(personName),
      maskedPerson: maskName(personName),
    };
  }

  protected override toEntity(document: Stored): CollectionContact {
    const {
      personIndex: _index,
      maskedPerson: _masked,
      ...contact
    } = super.toEntity(document) as CollectionContact & Record<string, unknown>;
    const { id, personName } = contact;
    return { ...contact, personName: personName === null ? null : this.cipher.decrypt(personName, place(id)) };
  }
}

const place = (id: string) => ({ collection: collectionContactCollection.name, id, field: 'personName' });
