import { describe, expect, it, test } from '@jest/globals';
import { CHECK_METHODS } from '../checks/waiver.js';
import type { CheckMethod } from '../checks/waiver.js';
import { firstPlan, nextCheckDueAt, overdueMethods, revisePlan, withFirstPlan } from './investigation-plan.js';
import type { PlanDraft } from './investigation-plan.js';
import type { Investigation } from './investigation.js';

const now = new Date('2026-11-23T08:00:00Z');
const hour = (count: number) => new Date(now.getTime() + count * 3_600_000);
const due: Record<CheckMethod, Date> = {
  SITE_VISIT: hour(16),
  PHONE_VERIFICATION: hour(8),
  BUREAU_INQUIRY: hour(9),
  DATA_ANALYSIS: hour(17),
};
const plan = firstPlan(due, { plannedBy: 'emp_m', plannedAt: now });
const running = (change: object = {}): Investigation =>
  ({
    ...{ state: 'ASSIGNED', plans: [plan], siteVisits: [], phoneVerifications: [], bureau: null, dataAnalyses: [], waivers: [] },
    ...change,
  }) as unknown as Investigation;
const draft = (change: Partial<PlanDraft> = {}): PlanDraft => ({
  checks: CHECK_METHODS.map((method) => ({
    method,
    place: method === 'SITE_VISIT' ? 'the shop in Chaoyang' : null,
    people: null,
    dueAt: hour(4),
  })),
  ...{ focus: null, plannedBy: 'emp_1', plannedAt: hour(1) },
  ...change,
});
const withCheck = (method: CheckMethod, change: object) =>
  draft({ checks: draft().checks.map((one) => (one.method === method ? { ...one, ...change } : one)) });

describe('[4.10] the outline stands before the first check', () => {
  test('a first one names all four checks, and is not written twice', () => {
    const planned = withFirstPlan(running({ plans: [] }), plan);
    expect(planned.plans.at(-1)?.checks.map((one) => one.method)).toEqual(CHECK_METHODS);
    expect(withFirstPlan(planned, { ...plan, plannedBy: 'emp_9' }).plans).toEqual([plan]);
  });

  test('a change is a new outline beside the old one', () => {
    const changed = revisePlan(running(), withCheck('PHONE_VERIFICATION', { people: 'the accountant' }));
    expect(changed.plans.map((one) => one.planNo)).toEqual([1, 2]);
    expect(changed.plans[0]).toEqual(plan);
    expect(changed.state).toBe('ASSIGNED');
  });

  test('what is done may keep a time that has passed', () => {
    const visited = running({ siteVisits: [{}] });
    expect(() => revisePlan(visited, withCheck('SITE_VISIT', { dueAt: hour(-5) }))).not.toThrow();
  });

  it.each<[string, object, PlanDraft, string]>([
    ['before a pair is named', { state: 'OPENED' }, draft(), 'ILLEGAL_TRANSITION'],
    ['after the report', { state: 'FINALISED' }, draft(), 'ILLEGAL_TRANSITION'],
    ['no checks', {}, draft({ checks: [] }), 'PLAN_CHECKS_WRONG'],
    ['three checks', {}, draft({ checks: draft().checks.slice(1) }), 'PLAN_CHECKS_WRONG'],
    ['one twice', {}, draft({ checks: [...draft().checks.slice(1), ...draft().checks.slice(1, 2)] }), 'PLAN_CHECKS_WRONG'],
    ['five checks', {}, draft({ checks: [...draft().checks, ...draft().checks.slice(0, 1)] }), 'PLAN_CHECKS_WRONG'],
    ['a time that has passed', {}, withCheck('DATA_ANALYSIS', { dueAt: hour(0) }), 'PLAN_DUE_PAST'],
    ['this very moment', {}, withCheck('DATA_ANALYSIS', { dueAt: hour(1) }), 'PLAN_DUE_PAST'],
    ['a visit to nowhere', {}, withCheck('SITE_VISIT', { place: null }), 'PLAN_PLACE_MISSING'],
    ['a visit to an empty place', {}, withCheck('SITE_VISIT', { place: '  ' }), 'TEXT_MISSING'],
    ['[3.7] a telephone number', {}, withCheck('PHONE_VERIFICATION', { people: 'Wang 13800001111' }), 'PERSONAL_NUMBER_IN_TEXT'],
    ['a focus in one letter', {}, draft({ focus: 'x' }), 'TEXT_MISSING'],
  ])('refuses %s', (_name, change, wanted, code) => {
    expect(() => revisePlan(running(change), wanted)).toThrow(expect.objectContaining({ code }));
  });
});

describe('[4.10] when the next check is due', () => {
  it.each<[string, object, Date | null]>([
    ['the earliest', {}, hour(8)],
    ['the next one after a call', { phoneVerifications: [{}] }, hour(9)],
    ['not a waiver that nobody agreed to', { waivers: [{ method: 'PHONE_VERIFICATION', state: 'REQUESTED' }] }, hour(8)],
    ['a waiver that was agreed to', { waivers: [{ method: 'PHONE_VERIFICATION', state: 'APPROVED' }] }, hour(9)],
    ['all done', { siteVisits: [{}], phoneVerifications: [{}], bureau: { state: 'ANSWERED' }, dataAnalyses: [{}] }, null],
    [
      'a bureau that failed is not done',
      { siteVisits: [{}], phoneVerifications: [{}], bureau: { state: 'FAILED' }, dataAnalyses: [{}] },
      hour(9),
    ],
    ['no outline', { plans: [] }, null],
    ['returned', { state: 'RETURNED' }, null],
    ['withdrawn', { state: 'WITHDRAWN' }, null],
  ])('%s', (_name, change, expected) => {
    expect(nextCheckDueAt(running(change))).toEqual(expected);
  });

  it.each<[string, object, Date, CheckMethod[]]>([
    ['nothing yet', {}, hour(8), []],
    ['the call', {}, hour(8.5), ['PHONE_VERIFICATION']],
    ['call and bureau', {}, hour(10), ['PHONE_VERIFICATION', 'BUREAU_INQUIRY']],
    ['not what is done', { phoneVerifications: [{}] }, hour(10), ['BUREAU_INQUIRY']],
    ['nothing of what is over', { state: 'WITHDRAWN' }, hour(99), []],
  ])('overdue: %s', (_name, change, at, methods) => {
    expect(overdueMethods(running(change), at)).toEqual(methods);
  });
});
