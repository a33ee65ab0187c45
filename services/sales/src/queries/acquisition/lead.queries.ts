import { Injectable } from '@nestjs/common';
import { maskName, maskPhone } from '@weilend/auth';
import { BusinessClock } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import { Database, pageOf } from '@weilend/mongo';
import type { Page, PageRequest, Stored } from '@weilend/mongo';
import { responseOwedAt } from '../../domain/acquisition/lead-steps.js';
import type { Lead } from '../../domain/enquiry/lead.js';
import { LEAD_STATES, OPEN_LEAD_STATES } from '../../domain/enquiry/lead.machine.js';
import { Leads } from '../../persistence/acquisition/lead.repository.js';
import { leadCollection } from '../../persistence/acquisition/lead.schema.js';
import { salesScope } from '../../persistence/sales-scope.js';
import { newestFirst, toPlain } from '../rows.js';

/** What a lead came from. */
const SOURCES = ['activityId', 'campaignId', 'partnerId', 'referrerId'] as const;

export interface LeadWish extends Partial<Record<(typeof SOURCES)[number], string | null>> {
  readonly channel?: string | null;
  readonly state?: string | null;
  readonly district?: string | null;
  readonly salespersonId?: string | null;
  /** Those that nobody looks after. */
  readonly unassigned?: boolean | null;
  /** Those that nobody answered in time [1.6]. */
  readonly responseOverdue?: boolean | null;
  /** Those to be contacted today, or before and forgotten. */
  readonly contactDue?: boolean | null;
}

export interface LeadView extends Lead {
  readonly firstResponseDueAt: Date | null;
  readonly responseOverdue: boolean;
  readonly reopenedBecause: string | null;
}

/** What a list of something else shows of a lead, the name masked. */
export const LEAD_HEAD = ['id', 'version', 'contactName', 'state', 'channel'] as const;
export type LeadHead = Pick<LeadView, (typeof LEAD_HEAD)[number]>;

/** The read side of leads, in the scope of who asks; names and numbers are masked. */
@Injectable()
export class LeadQueries {
  constructor(
    private readonly database: Database,
    private readonly leadRows: Leads,
    private readonly clock: BusinessClock,
  ) {}

  async byIds(ids: readonly string[], actor: Actor): Promise<LeadView[]> {
    const filter = { _id: { $in: [...ids] }, ...salesScope(actor, 'salespersonId') };
    return (await newestFirst(this.database.model(leadCollection), filter)).map((row) => this.toView(row));
  }

  async headsByIds(ids: readonly string[], actor: Actor): Promise<LeadHead[]> {
    const filter = { _id: { $in: [...ids] }, ...salesScope(actor, 'salespersonId') };
    const rows = await newestFirst(this.database.model(leadCollection), filter, LEAD_HEAD);
    return rows.map((row) => toPlain<LeadHead>(row)).map((lead) => ({ ...lead, contactName: maskName(lead.contactName) }));
  }

  list({ first, after, ...wish }: LeadWish & PageRequest, actor: Actor): Promise<Page<LeadView>> {
    const filter = leadFilter(wish, salesScope(actor, 'salespersonId'), { at: this.clock.now(), on: this.clock.today() });
    return pageOf(
      this.database.model(leadCollection),
      { first, after },
      { filter, map: (row) => this.toView(row), ...dueIndex(wish, filter) },
    );
  }

  private toView(row: Stored): LeadView {
    const lead = this.leadRows.fromRow(row);
    const firstResponseDueAt = responseOwedAt(lead);
    return {
      ...lead,
      contactName: maskName(lead.contactName),
      phone: lead.phone && maskPhone(lead.phone),
      firstResponseDueAt,
      reopenedBecause: lead.reopened?.reason ?? null,
      responseOverdue: firstResponseDueAt !== null && firstResponseDueAt < this.clock.now(),
    };
  }
}

/** What is owed has an index for its own order; the planner would sometimes take the one in the order of the moments, and sort. */
function dueIndex({ responseOverdue, contactDue }: LeadWish, filter: Record<string, unknown>): { hint?: string } {
  const isOfOne = filter['salespersonId'] !== undefined;
  // Somebody else's leads are asked for by no id at all.
  if (filter['_id'] !== undefined) return {};
  if (responseOverdue) return { hint: isOfOne ? 'responseOwedNewest' : 'responseOwedByAnybody' };
  return contactDue ? { hint: isOfOne ? 'contactDueNewest' : 'contactDueOfAnybody' } : {};
}

/** The wish as a filter that an index of leads answers in the order of the list: states are named even when all are meant. */
export function leadFilter(wish: LeadWish, scope: Record<string, string>, now: { at: Date; on: LocalDate }): Record<string, unknown> {
  const { channel, state, district, salespersonId, unassigned, responseOverdue, contactDue } = wish;
  const owner = unassigned ? null : (salespersonId ?? undefined);
  const own = scope['salespersonId'];
  // Leads of nobody or of a colleague are none for him.
  if (own !== undefined && owner !== undefined && owner !== own) return { _id: { $in: [] } };
  const isDue = responseOverdue === true || contactDue === true;
  const isNarrow = Boolean(channel) || Boolean(district) || unassigned === true;
  const states = unassigned ? OPEN_LEAD_STATES : LEAD_STATES;
  return {
    ...(owner === undefined ? {} : { salespersonId: owner }),
    ...scope,
    ...(channel ? { channel } : {}),
    ...Object.fromEntries(SOURCES.filter((source) => wish[source]).map((source) => [source, wish[source]])),
    ...(district ? { district } : {}),
    ...(responseOverdue ? { firstResponseDueAt: { $type: 'date', $lt: now.at } } : {}),
    ...(contactDue ? { nextContactOn: { $type: 'string', $lte: now.on } } : {}),
    ...(state ? { state } : isNarrow && !isDue ? { state: { $in: [...states] } } : {}),
  };
}
