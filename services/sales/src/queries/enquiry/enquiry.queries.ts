import { Injectable } from '@nestjs/common';
import { maskName, maskPhone } from '@weilend/auth';
import { BusinessClock } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import { enquiryState, isOverdue } from '../../domain/enquiry/enquiry.js';
import type { Enquiry, EnquiryState } from '../../domain/enquiry/enquiry.js';
import type { Lead } from '../../domain/enquiry/lead.js';
import type { Activity, Partner } from '../../domain/enquiry/source.js';
import { enquiryOf, Leads } from '../../persistence/enquiry/enquiry.repository.js';
import { activityCollection, enquiryCollection, leadCollection, partnerCollection } from '../../persistence/enquiry/enquiry.schema.js';
import { salesScope } from '../../persistence/sales-scope.js';
import { newestFirst, toPlain } from '../rows.js';

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

/** The read side of leads and enquiries, in the scope of who asks. */
@Injectable()
export class EnquiryQueries {
  constructor(
    private readonly database: Database,
    private readonly leadRows: Leads,
    private readonly clock: BusinessClock,
  ) {}

  async leadsByIds(ids: readonly string[], actor: Actor): Promise<Lead[]> {
    return (await this.read(leadCollection, { _id: { $in: [...ids] } }, actor)).map((row) => this.toLead(row));
  }

  leads(wanted: PageRequest & { channel?: string | null; state?: string | null }, actor: Actor): Promise<Page<Lead>> {
    const { channel, state, ...page } = wanted;
    const filter = { ...salesScope(actor, 'salespersonId'), ...(channel ? { channel } : {}), ...(state ? { state } : {}) };
    return pageOf(this.database.model(leadCollection), page, { filter, map: (row) => this.toLead(row) });
  }

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

  async partners(activeOnly: boolean): Promise<Partner[]> {
    return (await newestFirst(this.database.model(partnerCollection), activeOnly ? { active: true } : {})).map((row) =>
      toPlain<Partner>(row),
    );
  }

  async partnersByIds(ids: readonly string[]): Promise<Partner[]> {
    return (await newestFirst(this.database.model(partnerCollection), { _id: { $in: [...ids] } })).map((row) => toPlain<Partner>(row));
  }

  async activities(): Promise<Activity[]> {
    return (await newestFirst(this.database.model(activityCollection), {})).map((row) => toPlain<Activity>(row));
  }

  async activitiesByIds(ids: readonly string[]): Promise<Activity[]> {
    return (await newestFirst(this.database.model(activityCollection), { _id: { $in: [...ids] } })).map((row) => toPlain<Activity>(row));
  }

  private read(collection: Parameters<Database['model']>[0], filter: Record<string, unknown>, actor: Actor): Promise<Stored[]> {
    return newestFirst(this.database.model(collection), { ...filter, ...salesScope(actor, 'salespersonId') });
  }

  private toLead(row: Stored): Lead {
    const lead = this.leadRows.fromRow(row);
    return { ...lead, contactName: maskName(lead.contactName), phone: lead.phone && maskPhone(lead.phone) };
  }

  private toEnquiry(row: Stored): EnquiryView {
    const enquiry = enquiryOf(row);
    return { ...enquiry, state: enquiryState(enquiry), overdue: isOverdue(enquiry, this.clock.now()) };
  }
}
