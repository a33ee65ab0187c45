import type { Initiative, PersonalTarget, SalesPlan } from './sales-plan.js';

// What a running plan still asks of people who have left (离职人员的计划任务): a target that nobody works for, an initiative that nobody sees to. It is not
// given to a colleague by itself, because a plan is changed with a reason: the manager sees it until he has.

export interface PlanOrphans {
  readonly planId: string;
  readonly quarter: string;
  readonly employeeId: string;
  readonly target: PersonalTarget | null;
  readonly initiatives: readonly Initiative[];
}

type Plan = Pick<SalesPlan, 'id' | 'quarter' | 'targets' | 'initiatives'>;

/** Everybody whom a plan names. */
export function namedIn({ targets, initiatives }: Pick<Plan, 'targets' | 'initiatives'>): readonly string[] {
  return [...new Set([...targets.map(({ employeeId }) => employeeId), ...initiatives.map(({ ownerId }) => ownerId)])];
}

/** What a plan asks of each of those who are not in office any more, in the order of their names in it. */
export function orphansOf(plan: Plan, inOffice: ReadonlySet<string>): readonly PlanOrphans[] {
  const { id: planId, quarter, targets, initiatives } = plan;
  return namedIn(plan)
    .filter((employeeId) => !inOffice.has(employeeId))
    .map((employeeId) => ({
      ...{ planId, quarter, employeeId, target: targets.find((one) => one.employeeId === employeeId) ?? null },
      initiatives: initiatives.filter(({ ownerId }) => ownerId === employeeId),
    }));
}
