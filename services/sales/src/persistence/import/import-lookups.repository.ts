import { Injectable } from '@nestjs/common';
import { FieldCipher } from '@weilend/auth';
import { BusinessClock } from '@weilend/kernel';
import { Database } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { OnFile } from '../../domain/import/duplicates.js';
import { OFFLINE_KINDS } from '../../domain/enquiry/lead.js';
import { customerCollection } from '../customer/customer.schema.js';
import { activityCollection, partnerCollection } from '../acquisition/source.schema.js';
import { leadCollection } from '../acquisition/lead.schema.js';

type Row = { readonly _id: string } & Readonly<Record<string, unknown>>;

/** Questions about many rows of a file at once: what names and numbers lead to, and who is on file already. */
@Injectable()
export class ImportLookups {
  constructor(
    private readonly database: Database,
    private readonly cipher: FieldCipher,
    private readonly clock: BusinessClock,
  ) {}

  /** The sealed form by which people are compared. */
  keyOf(kind: 'phone' | 'identity', value: string): string {
    return this.cipher.blindIndex(kind, value);
  }

  /** Ids of offline activities, cancelled ones left out, by id or name as written. */
  async activities(written: readonly string[], tx: Tx): Promise<Map<string, string[]>> {
    const held = { state: { $ne: 'cancelled' }, kind: { $in: [...OFFLINE_KINDS] } };
    const rows = await this.find(activityCollection.name, { ...held, ...named(written, ['_id', 'name']) }, tx);
    return grouped(rows, ['_id', 'name']);
  }

  /** The campaigns that activities belong to. */
  async campaignsOf(activityIds: readonly string[], tx: Tx): Promise<Map<string, string>> {
    const rows = await this.find(activityCollection.name, { _id: { $in: [...activityIds] } }, tx);
    return new Map(rows.flatMap((row) => (row['campaignId'] ? [[row._id, String(row['campaignId'])] as const] : [])));
  }

  /** Ids of partners on the active list and under agreement today, by id, name or credit code as written. */
  async partners(written: readonly string[], tx: Tx): Promise<Map<string, string[]>> {
    const underAgreement = { $or: [{ expiresOn: null }, { expiresOn: { $gte: this.clock.today() } }] };
    const rows = await this.find(
      partnerCollection.name,
      { $and: [{ active: true }, underAgreement, named(written, ['_id', 'name', 'creditCode'])] },
      tx,
    );
    return grouped(rows, ['_id', 'name', 'creditCode']);
  }

  /** Ids of customers by id or identity number as written. */
  async customers(written: readonly string[], tx: Tx): Promise<Map<string, string>> {
    const keys = new Map(written.map((one) => [this.keyOf('identity', one), one]));
    const rows = await this.find(
      customerCollection.name,
      { $or: [{ _id: { $in: [...written] } }, { identityIndex: { $in: [...keys.keys()] } }] },
      tx,
    );
    return new Map(
      rows.flatMap((row) => [[row._id, row._id] as const, [keys.get(String(row['identityIndex'])) ?? row._id, row._id] as const]),
    );
  }

  /** Which of these mobile numbers a customer or a lead that is not lost has, by key. */
  async phonesOnFile(keys: readonly string[], tx: Tx): Promise<Map<string, OnFile>> {
    const leads = await this.find(leadCollection.name, { phoneIndex: { $in: [...keys] }, state: { $ne: 'lost' } }, tx);
    const customers = await this.find(customerCollection.name, { phoneIndex: { $in: [...keys] } }, tx);
    return new Map([...markedBy(leads, 'phoneIndex', 'lead'), ...markedBy(customers, 'phoneIndex', 'customer')]);
  }

  /** Which of these identity numbers a customer has, by key. */
  async identitiesOnFile(keys: readonly string[], tx: Tx): Promise<Map<string, OnFile>> {
    const rows = await this.find(customerCollection.name, { identityIndex: { $in: [...keys] } }, tx);
    return new Map(markedBy(rows, 'identityIndex', 'customer'));
  }

  private async find(collection: string, filter: object, tx: Tx): Promise<Row[]> {
    const projection = { name: 1, campaignId: 1, creditCode: 1, identityIndex: 1, phoneIndex: 1 };
    return this.database
      .collection<Row>(collection)
      .find(filter as never, { session: tx.session, projection })
      .toArray() as unknown as Promise<Row[]>;
  }
}

const named = (written: readonly string[], fields: readonly string[]): object => ({
  $or: fields.map((field) => ({ [field]: { $in: [...written] } })),
});

const markedBy = (rows: readonly Row[], field: string, what: OnFile): [string, OnFile][] => rows.map((row) => [String(row[field]), what]);

function grouped(rows: readonly Row[], fields: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const row of rows)
    for (const written of new Set(fields.map((field) => String(row[field])))) found.set(written, [...(found.get(written) ?? []), row._id]);
  return found;
}
