import { DomainError, parseLocalDate, quarterOf, quarterRange } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { Refusals } from '../collect-refusals.js';
import { requireReason } from '../customer/correction.js';
import { checkFigures, MEASURES, sumOf } from './figures.js';
import type { Figures } from './figures.js';

// The sales plan (销售计划) of a quarter: what the department wants to reach, by which strategy, on the ground of which market reports, and
// what each salesperson answers for. A plan is published only when the personal targets together secure the department's; what changes
// afterwards is a revision with its reason, and what it said before stays readable.

export const PLAN_STATES = ['draft', 'published'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

export interface PersonalTarget extends Figures {
  readonly employeeId: string;
}

/** Something to be done for the plan, by somebody until a day. */
export interface Initiative {
  readonly title: string;
  readonly ownerId: string;
  readonly dueOn: LocalDate;
}

export interface PlanContent {
  readonly strategy: string;
  readonly initiatives: readonly Initiative[];
  /** Market and competitor reports that the plan rests on [2.7]. */
  readonly reportIds: readonly string[];
  readonly department: Figures;
  readonly targets: readonly PersonalTarget[];
}

export interface PlanRevision {
  readonly before: PlanContent;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}

export interface SalesPlan extends PlanContent {
  readonly id: string;
  readonly version: number;
  /** Natural quarter, `2026-Q4`. */
  readonly quarter: string;
  readonly state: PlanState;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly publishedAt: Date | null;
  readonly revisions: readonly PlanRevision[];
}

/** The days of a quarter that a plan may still be made for. Throws DomainError INPUT_INVALID or PLAN_QUARTER_OVER. */
export function requireQuarterAhead(quarter: string, today: LocalDate): void {
  if (!/^\d{4}-Q[1-4]$/.test(quarter)) throw new DomainError('INPUT_INVALID', { problem: 'a quarter is written like 2026-Q4' }, 'quarter');
  if (quarterRange(quarter).to < today) throw new DomainError('PLAN_QUARTER_OVER', { quarter }, 'quarter');
}

/** What a plan must say already as a draft; throws every refusal at once. */
export function checkContent(content: PlanContent, quarter: string): PlanContent {
  const refusals = new Refusals();
  const strategy = refusals.try(() => requireReason(content.strategy, 'strategy')) ?? '';
  refusals.try(() => checkFigures(content.department, 'department'));
  content.targets.forEach((target, place) => refusals.try(() => checkFigures(target, `targets.${place}`)));
  refusals.try(() => requireOncePerPerson(content.targets));
  const initiatives = content.initiatives.map((one, place) => refusals.try(() => checkInitiative(one, place, quarter)) ?? one);
  refusals.done();
  return { ...content, strategy, initiatives };
}

/** The publishing rule [2.3]: every active salesperson has a target, and together they secure the department's. */
export function publishPlan(plan: SalesPlan, salespeople: readonly string[], at: Date): SalesPlan {
  if (plan.state === 'published') throw new DomainError('PLAN_PUBLISHED', { quarter: plan.quarter });
  requireSecured(plan, salespeople);
  return { ...plan, state: 'published', publishedAt: at };
}

/** Changes a plan: a draft simply, a published one as a revision under the publishing rule. */
export function changePlan(
  plan: SalesPlan,
  content: PlanContent,
  change: { readonly reason: string | null; readonly by: string; readonly at: Date },
  salespeople: readonly string[],
): SalesPlan {
  const next = { ...plan, ...checkContent(content, plan.quarter) };
  if (plan.state === 'draft') return next;
  const reason = requireReason(change.reason ?? '', 'reason');
  requireSecured(next, salespeople);
  const { strategy, initiatives, reportIds, department, targets } = plan;
  const before = { strategy, initiatives, reportIds, department, targets };
  return { ...next, revisions: [...plan.revisions, { before, reason, by: change.by, at: change.at }] };
}

function requireSecured(content: PlanContent, salespeople: readonly string[]): void {
  const refusals = new Refusals();
  for (const employeeId of salespeople)
    if (!content.targets.some((target) => target.employeeId === employeeId))
      refusals.add(new DomainError('TARGET_MISSING', { employeeId }, 'targets'));
  const sum = sumOf(content.targets);
  for (const measure of MEASURES)
    if (sum[measure] < content.department[measure])
      refusals.add(
        new DomainError('TARGETS_TOO_LOW', { measure, sum: sum[measure], wanted: content.department[measure] }, `department.${measure}`),
      );
  refusals.done();
}

function requireOncePerPerson(targets: readonly PersonalTarget[]): void {
  const twice = targets.find(({ employeeId }, place) => targets.findIndex((one) => one.employeeId === employeeId) !== place);
  if (twice) throw new DomainError('INPUT_INVALID', { problem: `${twice.employeeId} has two targets` }, 'targets');
}

function checkInitiative(initiative: Initiative, place: number, quarter: string): Initiative {
  const title = requireReason(initiative.title, `initiatives.${place}.title`);
  const dueOn = parseLocalDate(initiative.dueOn, `initiatives.${place}.dueOn`);
  if (quarterOf(dueOn) !== quarter)
    throw new DomainError('INPUT_INVALID', { problem: `an initiative of ${quarter} is due within it` }, `initiatives.${place}.dueOn`);
  return { ...initiative, title };
}
