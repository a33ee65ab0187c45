import { DomainError } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { CustomerKind } from '../customer/customer.js';
import type { CustomerGrade } from '../customer/scorecard/grade.js';

// A campaign (营销活动计划) is a span of time in which we go for one group of customers with a budget, a goal in leads and somebody who
// answers for it. Its activities spend the budget; what was planned first stays readable when the plan is changed.

export interface CampaignPlan {
  readonly name: string;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly budgetFen: number;
  readonly goalLeads: number;
  readonly ownerId: string;
  /** Whom it is for; empty lists mean everybody. */
  readonly targetGrades: readonly CustomerGrade[];
  readonly targetTypes: readonly CustomerKind[];
}

export interface CampaignChange {
  readonly before: CampaignPlan;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}

export interface Campaign extends CampaignPlan {
  readonly id: string;
  readonly version: number;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly closedOn: LocalDate | null;
  readonly resultNote: string | null;
  readonly changes: readonly CampaignChange[];
}

export const CAMPAIGN_PHASES = ['AHEAD', 'RUNNING', 'OVER', 'CLOSED'] as const;
export type CampaignPhase = (typeof CAMPAIGN_PHASES)[number];

const SHORTEST_NAME = 2;

/** Throws DomainError NAME_INVALID, PERIOD_INVALID or INPUT_INVALID. */
export function checkPlan(plan: CampaignPlan): CampaignPlan {
  const name = plan.name.trim();
  if ([...name].length < SHORTEST_NAME) throw new DomainError('NAME_INVALID', {}, 'name');
  requirePeriod(plan.startsOn, plan.endsOn, 'endsOn');
  if (plan.budgetFen < 0) throw new DomainError('INPUT_INVALID', { problem: 'a budget is not negative' }, 'budget');
  if (plan.goalLeads < 1) throw new DomainError('INPUT_INVALID', { problem: 'a campaign aims at one lead or more' }, 'goalLeads');
  return { ...plan, name };
}

/** Throws DomainError PERIOD_INVALID. */
export function requirePeriod(from: LocalDate, to: LocalDate, field: string): void {
  if (to < from) throw new DomainError('PERIOD_INVALID', { from, to }, field);
}

/** Another plan, with the old one kept. */
export function amendPlan(campaign: Campaign, plan: CampaignPlan, change: Omit<CampaignChange, 'before'>): Campaign {
  requireOpen(campaign);
  return { ...campaign, ...checkPlan(plan), changes: [...campaign.changes, { ...change, before: planOf(campaign) }] };
}

export function closeCampaign(campaign: Campaign, on: LocalDate, resultNote: string): Campaign {
  requireOpen(campaign);
  return { ...campaign, closedOn: on, resultNote };
}

/** Throws DomainError CAMPAIGN_CLOSED. */
export function requireOpen(campaign: Campaign): void {
  if (campaign.closedOn !== null) throw new DomainError('CAMPAIGN_CLOSED', { closedOn: campaign.closedOn }, 'campaignId');
}

export function phaseOf(campaign: Pick<Campaign, 'startsOn' | 'endsOn' | 'closedOn'>, on: LocalDate): CampaignPhase {
  if (campaign.closedOn !== null) return 'CLOSED';
  if (on < campaign.startsOn) return 'AHEAD';
  return on > campaign.endsOn ? 'OVER' : 'RUNNING';
}

export function planOf(campaign: CampaignPlan): CampaignPlan {
  const { name, startsOn, endsOn, budgetFen, goalLeads, ownerId, targetGrades, targetTypes } = campaign;
  return { name, startsOn, endsOn, budgetFen, goalLeads, ownerId, targetGrades, targetTypes };
}
