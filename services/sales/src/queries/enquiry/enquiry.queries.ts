import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import { isOverdue } from '../../domain/enquiry/enquiry.js';
import type { Enquiry } from '../../domain/enquiry/enquiry.js';
import type { Proposal } from '../../domain/enquiry/proposal.js';
import { enquiryCollection, proposalCollection } from '../../persistence/enquiry/enquiry.schema.js';
import { salesScope } from '../../persistence/sales-scope.js';
import { newestFirst, toPlain } from '../rows.js';

export interface EnquiryView extends Enquiry {
  readonly overdue: boolean;
}

/** The read side of enquiries and proposals, in the scope of who asks. */
@Injectable()
export class EnquiryQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: BusinessClock,
  ) {}

  async enquiriesByIds(ids: readonly string[], actor: Actor): Promise<EnquiryView[]> {
    return (await this.read(enquiryCollection, { _id: { $in: [...ids] } }, actor)).map((row) => this.toEnquiry(row));
  }

  /** `overdue: true` lists those that nobody answered in time [1.6]. */
  enquiries({ overdue, ...page }: PageRequest & { overdue?: boolean | null }, actor: Actor): Promise<Page<EnquiryView>> {
    const late = { firstRespondedAt: null, firstResponseDueAt: { $lt: this.clock.now() } };
    const filter = { ...salesScope(actor, 'salespersonId'), ...(overdue ? late : {}) };
    return pageOf(this.database.model(enquiryCollection), page, { filter, map: (row) => this.toEnquiry(row) });
  }

  async proposalsByIds(ids: readonly string[], actor: Actor): Promise<Proposal[]> {
    return (await this.read(proposalCollection, { _id: { $in: [...ids] } }, actor)).map((row) => toPlain<Proposal>(row));
  }

  async proposalsOf(enquiryIds: readonly string[], actor: Actor): Promise<Proposal[]> {
    return (await this.read(proposalCollection, { enquiryId: { $in: [...enquiryIds] } }, actor)).map((row) => toPlain<Proposal>(row));
  }

  private read(collection: Parameters<Database['model']>[0], filter: Record<string, unknown>, actor: Actor): Promise<Stored[]> {
    return newestFirst(this.database.model(collection), { ...filter, ...salesScope(actor, 'salespersonId') });
  }

  private toEnquiry(row: Stored): EnquiryView {
    const enquiry = toPlain<Enquiry>(row);
    return { ...enquiry, overdue: isOverdue(enquiry, this.clock.now()) };
  }
}
