import { Injectable } from '@nestjs/common';
import { Database, Repository } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import type { Enquiry } from '../../domain/enquiry/enquiry.js';
import type { Product } from '../../domain/enquiry/product.js';
import type { Proposal } from '../../domain/enquiry/proposal.js';
import { enquiryCollection, productCollection, proposalCollection } from './enquiry.schema.js';

@Injectable()
export class Products extends Repository<Product> {
  constructor(database: Database) {
    super(database, productCollection, 'product');
  }
}

@Injectable()
export class Enquiries extends Repository<Enquiry> {
  constructor(database: Database) {
    super(database, enquiryCollection, 'enquiry');
  }

  ofLead(leadId: string, tx: Tx): Promise<Enquiry[]> {
    return this.findMany({ leadId }, tx);
  }
}

@Injectable()
export class Proposals extends Repository<Proposal> {
  constructor(database: Database) {
    super(database, proposalCollection, 'proposal');
  }

  ofEnquiry(enquiryId: string, tx: Tx): Promise<Proposal[]> {
    return this.findMany({ enquiryId }, tx);
  }
}
