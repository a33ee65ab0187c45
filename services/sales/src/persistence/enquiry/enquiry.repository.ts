import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@weilend/kernel';
import { Database, Repository } from '@weilend/mongo';
import type { Stored, Tx } from '@weilend/mongo';
import { enquiryDebt, enquiryState, proposalDueAt, responseDueAt } from '../../domain/enquiry/enquiry.js';
import type { Enquiry } from '../../domain/enquiry/enquiry.js';
import type { Product } from '../../domain/enquiry/product.js';
import { expiresOn } from '../../domain/enquiry/proposal.js';
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

  protected override toDocument({ id, ...rest }: Enquiry): Record<string, unknown> {
    return { _id: id, ...rest, ...enquiryStanding({ id, ...rest }) };
  }

  protected override toEntity(row: Stored): Enquiry {
    return enquiryOf(row);
  }
}

/** What is computed from an enquiry at every save, so that lists can ask for it; also for rows from before. */
export function enquiryStanding(enquiry: Enquiry): Record<string, unknown> {
  return {
    state: enquiryState(enquiry),
    owes: enquiryDebt(enquiry),
    responseDueAt: responseDueAt(enquiry),
    proposalDueAt: proposalDueAt(enquiry),
  };
}

/** Row of the collection to an enquiry; also for the read side. */
export function enquiryOf({
  _id,
  state: _state,
  owes: _owes,
  responseDueAt: _response,
  proposalDueAt: _proposal,
  ...rest
}: Stored): Enquiry {
  return { id: _id, ...rest } as unknown as Enquiry;
}

@Injectable()
export class Proposals extends Repository<Proposal> {
  constructor(database: Database) {
    super(database, proposalCollection, 'proposal');
  }

  ofEnquiry(enquiryId: string, tx: Tx): Promise<Proposal[]> {
    return this.findMany({ enquiryId }, tx);
  }

  /** Ids of those whose last day is over and nobody has written it down, but for those that were set aside. */
  async runOut(today: LocalDate, setAside: readonly string[], limit: number): Promise<string[]> {
    const filter = { expiresOn: { $type: 'string', $lt: today }, _id: { $nin: setAside } };
    const rows = await this.model
      .find(filter as never, { _id: 1 })
      .sort({ expiresOn: 1 })
      .limit(limit)
      .lean<Stored[]>()
      .exec();
    return rows.map(({ _id }) => _id);
  }

  protected override toDocument({ id, ...rest }: Proposal): Record<string, unknown> {
    return { _id: id, ...rest, expiresOn: expiresOn(rest) };
  }

  protected override toEntity(row: Stored): Proposal {
    return proposalOf(row);
  }
}

/** Row of the collection to a proposal; also for the read side. */
export function proposalOf({ _id, expiresOn: _expiresOn, ...rest }: Stored): Proposal {
  return { id: _id, ...rest } as unknown as Proposal;
}
