import type { LocalDate } from '@weilend/kernel';
import type { Customer } from '../customer/customer-file.js';
import { completenessOf } from '../customer/profile.js';
import { nextVisitOn } from '../customer/service-plan.js';
import type { VisitIntervals } from '../customer/service-plan.js';
import { NOTHING_HAPPENED } from '../enquiry/lead.js';
import type { Lead } from '../enquiry/lead.js';
import { leadMachine } from '../enquiry/lead.machine.js';
import type { CustomerClaim } from './customer-row.js';
import type { LeadDraft } from './lead-row.js';

// What a good row becomes: a lead or a customer as it is on the day on which somebody types it in, with nothing that tells it from those.

export interface Arrival {
  readonly at: Date;
  /** Who brought the file. */
  readonly by: string;
  readonly promisedResponseAt: Date;
  /** That of the activity. */
  readonly campaignId: string | null;
}

/** A new lead, of nobody's conversation yet; the row says whose it is. */
export function newLead(id: string, draft: LeadDraft, { at, by, promisedResponseAt, campaignId }: Arrival): Lead {
  const assignment = {
    salespersonId: draft.salespersonId,
    how: draft.salespersonId === by ? 'CREATOR' : 'HAND',
    by,
    reason: null,
    at,
  } as const;
  return {
    ...{ id, version: 0, ...draft, state: leadMachine.initial, campaignId, assignments: [assignment], duplicateBecause: null },
    ...{ district: null, sourceDetail: null, interest: { amountFen: null, purpose: null } },
    ...{ createdAt: at, createdBy: by, promisedResponseAt, ...NOTHING_HAPPENED },
  };
}

export interface Opening {
  readonly ownerId: string;
  readonly today: LocalDate;
  readonly now: Date;
  readonly intervals: VisitIntervals;
}

/** A file that is opened today; complete at once when the row says everything [3.5]. */
export function newCustomer(id: string, claim: CustomerClaim, { ownerId, today, now, intervals }: Opening): Customer {
  const { birthDate: _inTheNumber, ...identity } = claim.identity;
  return {
    ...{ id, version: 0, ...identity, ownerId, leadId: null, registeredOn: today, profile: claim.profile },
    filedAt: completenessOf(identity.type, claim.profile).percent === 100 ? now : null,
    ...{ consents: [], cards: [], corrections: [], grades: [], overrides: [], lateLoans: [], merged: null, merges: [], regradeDueOn: null },
    nextVisitOn: nextVisitOn(null, today, intervals),
    owners: [{ ownerId, since: today, reason: 'registered' }],
  };
}
