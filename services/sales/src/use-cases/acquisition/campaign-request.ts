import { employeeIdOf } from '@weilend/kernel';
import type { Actor, LocalDate } from '@weilend/kernel';
import type { CampaignPlan } from '../../domain/acquisition/campaign.js';
import type { CustomerKind } from '../../domain/customer/customer.js';
import type { CustomerGrade } from '../../domain/customer/scorecard/grade.js';

export interface CampaignRequest {
  readonly name: string;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  /** Fen. */
  readonly budget: number;
  readonly goalLeads: number;
  /** The one who acts when left out. */
  readonly ownerId?: string | null;
  readonly targetGrades?: readonly CustomerGrade[] | null;
  readonly targetTypes?: readonly CustomerKind[] | null;
}

export function campaignPlan(actor: Actor, request: CampaignRequest): CampaignPlan {
  const { name, startsOn, endsOn, budget: budgetFen, goalLeads } = request;
  const target = { targetGrades: request.targetGrades ?? [], targetTypes: request.targetTypes ?? [] };
  return { name, startsOn, endsOn, budgetFen, goalLeads, ownerId: request.ownerId ?? employeeIdOf(actor), ...target };
}
