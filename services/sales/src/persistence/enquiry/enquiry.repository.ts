import { Injectable } from '@nestjs/common';
import { FieldCipher } from '@weilend/auth';
import { Database, Repository } from '@weilend/mongo';
import type { Stored, Tx } from '@weilend/mongo';
import type { Enquiry } from '../../domain/enquiry/enquiry.js';
import type { Lead } from '../../domain/enquiry/lead.js';
import type { Product } from '../../domain/enquiry/product.js';
import type { Proposal } from '../../domain/enquiry/proposal.js';
import type { Activity, Partner } from '../../domain/enquiry/source.js';
import {
  activityCollection,
  enquiryCollection,
  leadCollection,
  partnerCollection,
  productCollection,
  proposalCollection,
} from './enquiry.schema.js';

@Injectable()
export class Products extends Repository<Product> {
  constructor(database: Database) {
    super(database, productCollection, 'product');
  }
}

@Injectable()
export class Activities extends Repository<Activity> {
  constructor(database: Database) {
    super(database, activityCollection, 'activity');
  }
}

@Injectable()
export class Partners extends Repository<Partner> {
  constructor(database: Database) {
    super(database, partnerCollection, 'partner');
  }

  byCreditCode(creditCode: string, tx: Tx): Promise<Partner | null> {
    return this.findOne({ creditCode }, tx);
  }
}

/** Leads with the contact's phone encrypted at rest. */
@Injectable()
export class Leads extends Repository<Lead> {
  constructor(
    database: Database,
    private readonly cipher: FieldCipher,
  ) {
    super(database, leadCollection, 'lead');
  }

  fromRow(row: Stored): Lead {
    return this.toEntity(row);
  }

  protected override toDocument({ id, phone, ...rest }: Lead): Record<string, unknown> {
    const encrypted = phone && this.cipher.encrypt(phone, { collection: 'leads', id, field: 'phone' });
    return { _id: id, ...rest, phone: encrypted, phoneIndex: phone && this.cipher.blindIndex('phone', phone) };
  }

  protected override toEntity({ _id: id, phoneIndex: _computed, ...rest }: Stored): Lead {
    const stored = rest as unknown as Omit<Lead, 'id'>;
    return { ...stored, id, phone: stored.phone && this.cipher.decrypt(stored.phone, { collection: 'leads', id, field: 'phone' }) };
  }
}

@Injectable()
export class Enquiries extends Repository<Enquiry> {
  constructor(database: Database) {
    super(database, enquiryCollection, 'enquiry');
  }
}

@Injectable()
export class Proposals extends Repository<Proposal> {
  constructor(database: Database) {
    super(database, proposalCollection, 'proposal');
  }
}
