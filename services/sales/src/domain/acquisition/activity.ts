import { DomainError, invariant } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { ActivityKind } from '../enquiry/lead.js';
import { activityMachine } from './activity.machine.js';
import type { ActivityState } from './activity.machine.js';
import type { Campaign } from './campaign.js';

// An activity is what brings prospects: a fair, a business event, publicity in a community, or something on our website, in social media
// or on a loan platform. It is planned with a cost and a goal; afterwards what it really cost stands beside what was planned, and a cost
// that is corrected leaves its old value, so that cost per lead can be trusted.

export interface CostChange {
  readonly fromFen: number;
  readonly toFen: number;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}

export interface Activity {
  readonly id: string;
  readonly version: number;
  readonly kind: ActivityKind;
  readonly name: string;
  readonly heldOn: LocalDate;
  readonly state: ActivityState;
  readonly campaignId: string | null;
  readonly ownerId: string;
  readonly createdBy: string;
  readonly plannedCostFen: number;
  readonly plannedLeads: number | null;
  readonly actualCostFen: number | null;
  readonly costChanges: readonly CostChange[];
  /** The approved material that is shown, by title and version [7.8]. */
  readonly material: { readonly title: string; readonly version: string } | null;
  readonly resultNote: string | null;
  readonly cancelledBecause: string | null;
}

/** What the activity costs as far as it is known: what was planned until it is over. */
export function costOf(activity: Pick<Activity, 'actualCostFen' | 'plannedCostFen'>): number {
  return activity.actualCostFen ?? activity.plannedCostFen;
}

/** Refuses a cost below zero. */
export function requireCost(costFen: number, field: string): number {
  if (costFen < 0) throw new DomainError('INPUT_INVALID', { problem: 'a cost is not negative' }, field);
  return costFen;
}

/** Both parts or none [7.8]. */
export function materialOf(title: string | null | undefined, version: string | null | undefined): Activity['material'] {
  const [shown, edition] = [title?.trim() ?? '', version?.trim() ?? ''];
  if (!shown && !edition) return null;
  if (!shown || !edition) throw new DomainError('MATERIAL_INCOMPLETE', {}, shown ? 'materialVersion' : 'materialTitle');
  return { title: shown, version: edition };
}

/** An activity of a campaign is held while the campaign runs. */
export function requireWithinCampaign(heldOn: LocalDate, campaign: Campaign): void {
  if (campaign.closedOn !== null) throw new DomainError('CAMPAIGN_CLOSED', { closedOn: campaign.closedOn }, 'campaignId');
  const { startsOn: from, endsOn: to } = campaign;
  if (heldOn < from || heldOn > to) throw new DomainError('ACTIVITY_OUTSIDE_CAMPAIGN', { heldOn, from, to }, 'heldOn');
}

/** Records how it went. Throws ACTIVITY_NOT_YET for a day to come. */
export function hold(
  activity: Activity,
  outcome: { readonly heldOn: LocalDate; readonly costFen: number; readonly note: string | null },
  today: LocalDate,
): Activity {
  const state = activityMachine.next(activity.state, 'hold');
  if (outcome.heldOn > today) throw new DomainError('ACTIVITY_NOT_YET', { heldOn: outcome.heldOn }, 'heldOn');
  const actualCostFen = requireCost(outcome.costFen, 'actualCost');
  return { ...activity, state, heldOn: outcome.heldOn, actualCostFen, resultNote: outcome.note };
}

/** Calls it off; what was already spent is its cost. */
export function cancel(activity: Activity, outcome: { readonly reason: string; readonly spentFen: number }): Activity {
  const state = activityMachine.next(activity.state, 'cancel');
  return { ...activity, state, actualCostFen: requireCost(outcome.spentFen, 'spent'), cancelledBecause: outcome.reason };
}

/** Puts the cost right: the planned one while it is planned, the real one afterwards; the old value stays readable. */
export function correctCost(activity: Activity, change: Omit<CostChange, 'fromFen'>): Activity {
  const fromFen = costOf(activity);
  const toFen = requireCost(change.toFen, 'cost');
  if (fromFen === toFen) throw new DomainError('COST_UNCHANGED', { cost: toFen }, 'cost');
  invariant(activity.state === 'planned' || activity.actualCostFen !== null, 'an activity that is over has a cost');
  const costChanges = [...activity.costChanges, { ...change, fromFen, toFen }];
  return activity.state === 'planned'
    ? { ...activity, plannedCostFen: toFen, costChanges }
    : { ...activity, actualCostFen: toFen, costChanges };
}
