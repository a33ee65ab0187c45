import { DomainError } from '@weilend/kernel';
import type { AlertCategory } from '../alert/risk-alert.js';
import { writtenText } from '../checks/written-text.js';
import type { Rating } from '../scorecard/scorecard.js';
import { warningRuleMachine } from './warning-rule.machine.js';
import type { WarningRuleState } from './warning-rule.machine.js';

// An early-warning rule says which facts of finance and sales, how bad and how often within how many days, become an alert of which severity
// (风险预警规则). It is versioned data: the alert names the version that raised it, and who wrote a rule does not put it in force.

export const WARNING_SIGNALS = [
  /** Days since the oldest unpaid instalment. */
  'DAYS_PAST_DUE',
  /** Places down the five-tier classification. */
  'CLASS_WORSE',
  /** The very first instalment was not paid; 1. */
  'FIRST_PAYMENT_DEFAULT',
  /** Broken promises of the loan so far. */
  'BROKEN_PROMISE',
  /** Share of a promise that came in, in basis points missing. */
  'PARTIAL_PAYMENT',
  /** Accounts that the customer had before he named another one. */
  'ACCOUNT_CHANGED',
  /** An inspection could not say what the money is used for; 1. */
  'INSPECTION_UNCLEAR',
  /** 1 for a light complaint, 2 for a middling, 3 for a grave one. */
  'COMPLAINT',
  /** Change for the worse against the record before, in basis points; below zero for the better. */
  'REVENUE_FALL',
  'DEBT_RISE',
  'COLLATERAL_FALL',
  /** How often lenders asked the bureau about a borrower in six months. */
  'CREDIT_INQUIRIES',
  /** The business has another legal representative; 1. */
  'REPRESENTATIVE_CHANGED',
] as const;
export type WarningSignal = (typeof WARNING_SIGNALS)[number];

export interface RuleContent {
  readonly code: string;
  readonly signal: WarningSignal;
  /** From this amount of the signal on a fact counts. */
  readonly leastAmount: number;
  /** How many facts. */
  readonly times: number;
  /** One a month, the latest of each month, with none between that does not count. */
  readonly inARow: boolean;
  /** What the facts that count amount to together; 0 when it does not matter. */
  readonly leastTotal: number;
  readonly windowDays: number;
  readonly category: AlertCategory;
  readonly level: Rating;
  /** Rules of one key raise one alert of a subject; the worse one makes it graver. */
  readonly dedupeKey: string;
  /** For people: what the rule means. */
  readonly meaning: string;
}

export interface WarningRule extends RuleContent {
  readonly id: string;
  readonly version: number;
  readonly ruleVersion: number;
  readonly state: WarningRuleState;
  /** The code while the rule is in force: one version of it at a time. */
  readonly activeKey: string | null;
  readonly draftedBy: string;
  readonly draftedAt: Date;
  readonly activatedBy: string | null;
  readonly activatedAt: Date | null;
  readonly retiredBy: string | null;
  readonly retiredAt: Date | null;
}

const LIMITS: Readonly<Record<'leastAmount' | 'times' | 'leastTotal' | 'windowDays', readonly [number, number]>> = {
  leastAmount: [1, 1_000_000],
  times: [1, 50],
  leastTotal: [0, 10_000_000],
  windowDays: [1, 730],
};
const CODE = /^[A-Z][A-Z0-9_]{2,40}$/;

/** A version of a rule, not in force yet. Throws WARNING_RULE_CODE_INVALID, WARNING_RULE_INVALID or a text refusal. */
export function draftRule(id: string, content: RuleContent, drafted: { ruleVersion: number; by: string; at: Date }): WarningRule {
  for (const [field, code] of [['code', content.code] as const, ['dedupeKey', content.dedupeKey] as const])
    if (!CODE.test(code)) throw new DomainError('WARNING_RULE_CODE_INVALID', {}, field);
  for (const [field, [least, most]] of Object.entries(LIMITS)) {
    const value = content[field as keyof typeof LIMITS];
    if (!Number.isInteger(value) || value < least || value > most)
      throw new DomainError('WARNING_RULE_INVALID', { field, least, most }, field);
  }
  return {
    ...{ ...content, meaning: writtenText(content.meaning, 'meaning', 4), id, version: 0, ruleVersion: drafted.ruleVersion },
    ...{ state: warningRuleMachine.initial, activeKey: null, draftedBy: drafted.by, draftedAt: drafted.at },
    ...{ activatedBy: null, activatedAt: null, retiredBy: null, retiredAt: null },
  };
}

/** Throws WARNING_RULE_OWN or ILLEGAL_TRANSITION. */
export function activateRule(rule: WarningRule, by: string, at: Date): WarningRule {
  const state = warningRuleMachine.next(rule.state, 'activate');
  if (rule.draftedBy === by) throw new DomainError('WARNING_RULE_OWN');
  return { ...rule, state, activeKey: rule.code, activatedBy: by, activatedAt: at };
}

export function retireRule(rule: WarningRule, by: string, at: Date): WarningRule {
  return { ...rule, state: warningRuleMachine.next(rule.state, 'retire'), activeKey: null, retiredBy: by, retiredAt: at };
}
