import { Injectable } from '@nestjs/common';
import { BusinessClock } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import { enquiryState, isOverdue } from '../../domain/enquiry/enquiry.js';
import type { Enquiry, EnquiryState } from '../../domain/enquiry/enquiry.js';
import { enquiryOf } from '../../persistence/enquiry/enquiry.repository.js';
import { enquiryCollection } from '../../persistence/enquiry/enquiry.schema.js';
import { salesScope } from '../../persistence/sales-scope.js';
import { newestFirst } from '../rows.js';

export interface EnquiryView extends Enquiry {
  readonly overdue: boolean;
  readonly state: EnquiryState;
}

export interface EnquiryFilter extends PageRequest {
  readonly overdue?: boolean | null;
  readonly state?: string | null;
  /** Those whose needs are known and that have no proposal yet. */
  readonly owesProposal?: boolean | null;
  readonly customerId?: string | null;
}

/** The read side of enquiries, in the scope of who asks. */
@Injectable()
export class EnquiryQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: BusinessClock,
  ) {}

  async enquiriesByIds(ids: readonly string[], actor: Actor): Promise<EnquiryView[]> {
    return (await this.read(enquiryCollection, { _id: { $in: [...ids] } }, actor)).map((row) => this.toEnquiry(row));
  }

  /** `overdue: true` lists those that nobody answered in time: they stand among the few that wait [1.6]. */
  enquiries({ overdue, state, owesProposal, customerId, ...page }: EnquiryFilter, actor: Actor): Promise<Page<EnquiryView>> {
    // All at once: who asks for late ones among the closed gets none.
    const wanted: Record<string, unknown>[] = [salesScope(actor, 'salespersonId')];
    if (state) wanted.push({ state });
    if (customerId) wanted.push({ customerId });
    if (overdue) wanted.push({ owes: 'ANSWER', responseDueAt: { $lt: this.clock.now() } });
    if (owesProposal) wanted.push({ owes: 'PROPOSAL' });
    const filter = { $and: wanted };
    return pageOf(this.database.model(enquiryCollection), page, { filter, map: (row) => this.toEnquiry(row) });
  }

  private read(collection: Parameters<Database['model']>[0], filter: Record<string, unknown>, actor: Actor): Promise<Stored[]> {
    return newestFirst(this.database.model(collection), { ...filter, ...salesScope(actor, 'salespersonId') });
  }

  private toEnquiry(row: Stored): EnquiryView {
    const enquiry = enquiryOf(row);
    return { ...enquiry, state: enquiryState(enquiry), overdue: isOverdue(enquiry, this.clock.now()) };
  }
}
