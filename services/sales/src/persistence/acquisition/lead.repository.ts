import { Injectable } from '@nestjs/common';
import { FieldCipher } from '@weilend/auth';
import { businessDateOf } from '@weilend/kernel';
import { Database, Repository, VersionConflict } from '@weilend/mongo';
import type { Stored, Tx } from '@weilend/mongo';
import { isOpen, responseOwedAt } from '../../domain/acquisition/lead-steps.js';
import { reachedOf } from '../../domain/acquisition/lead-progress.js';
import type { Lead } from '../../domain/enquiry/lead.js';
import { OPEN_LEAD_STATES } from '../../domain/enquiry/lead.machine.js';
import { nameKeys, numberKeys } from '../search-keys.js';
import { leadCollection } from './lead.schema.js';

const COMPUTED = ['phoneIndex', 'heldPhoneIndex', 'createdOn', 'firstResponseDueAt', 'reached', 'searchKeys'];
const DUPLICATE_KEY = 11_000;

/** Leads with the contact's phone encrypted at rest; what is owed and how far they came is computed at every save. */
@Injectable()
export class Leads extends Repository<Lead> {
  constructor(
    database: Database,
    private readonly cipher: FieldCipher,
  ) {
    super(database, leadCollection, 'lead');
  }

  /** The oldest open lead with a mobile number. */
  async openWithPhone(phone: string, tx: Tx): Promise<Lead | null> {
    const filter = { phoneIndex: this.cipher.blindIndex('phone', phone), state: { $in: [...OPEN_LEAD_STATES] } };
    return (await this.findMany(filter, tx, { sort: { _id: 1 }, limit: 1 }))[0] ?? null;
  }

  /** The leads by which a customer came, oldest first. */
  ofCustomer(customerId: string, tx: Tx): Promise<Lead[]> {
    return this.findMany({ customerId }, tx, { sort: { _id: 1 } });
  }

  /** Open leads of a salesperson, oldest first. */
  openOf(salespersonId: string, limit: number, tx: Tx): Promise<Lead[]> {
    return this.findMany({ salespersonId, state: { $in: [...OPEN_LEAD_STATES] } }, tx, { sort: { _id: 1 }, limit });
  }

  /** The next leads in the order of their ids, also those of before. */
  after(id: string | null, limit: number, tx: Tx): Promise<Lead[]> {
    return this.findMany(id === null ? {} : { _id: { $gt: id } }, tx, { sort: { _id: 1 }, limit });
  }

  /** How many open leads each of these people has. */
  async loadOf(people: readonly string[], tx: Tx): Promise<ReadonlyMap<string, number>> {
    const rows = await this.model.collection
      .aggregate<{ _id: string; leads: number }>(
        [
          { $match: { salespersonId: { $in: [...people] }, state: { $in: [...OPEN_LEAD_STATES] } } },
          { $group: { _id: '$salespersonId', leads: { $sum: 1 } } },
        ],
        { session: tx.session },
      )
      .toArray();
    return new Map(rows.map((row) => [row._id, row.leads]));
  }

  override insert(lead: Lead, tx: Tx): Promise<Lead> {
    return this.again(lead.id, () => super.insert(lead, tx));
  }

  override save(lead: Lead, tx: Tx): Promise<Lead> {
    return this.again(lead.id, () => super.save(lead, tx));
  }

  fromRow(row: Stored): Lead {
    return this.toEntity(row);
  }

  protected override toDocument(lead: Lead): Record<string, unknown> {
    const { id, phone, ...rest } = lead;
    const phoneIndex = phone && this.cipher.blindIndex('phone', phone);
    return {
      ...{ _id: id, ...rest, phoneIndex },
      phone: phone && this.cipher.encrypt(phone, { collection: 'leads', id, field: 'phone' }),
      heldPhoneIndex: holdsNumber(lead) ? phoneIndex : null,
      createdOn: businessDateOf(lead.createdAt),
      firstResponseDueAt: responseOwedAt(lead),
      reached: reachedOf(lead),
      searchKeys: [...new Set([...nameKeys(lead.contactName), ...numberKeys(this.cipher, 'phone', phone)])],
    };
  }

  protected override toEntity({ _id: id, ...rest }: Stored): Lead {
    const kept = Object.fromEntries(Object.entries(rest).filter(([name]) => !COMPUTED.includes(name)));
    const stored = kept as unknown as Omit<Lead, 'id'>;
    return { ...stored, id, phone: stored.phone && this.cipher.decrypt(stored.phone, { collection: 'leads', id, field: 'phone' }) };
  }

  /** When two come with one number at once, the second looks again and finds the first. */
  private async again<T>(id: string, write: () => Promise<T>): Promise<T> {
    try {
      return await write();
    } catch (error) {
      if ((error as { code?: unknown }).code === DUPLICATE_KEY) throw new VersionConflict('leads', id);
      throw error;
    }
  }
}

/** Leads from before numbers were compared may share one; they are found by it, and do not keep it for themselves. */
function holdsNumber(lead: Lead): boolean {
  return isOpen(lead) && lead.duplicateBecause === null && lead.promisedResponseAt !== null;
}
