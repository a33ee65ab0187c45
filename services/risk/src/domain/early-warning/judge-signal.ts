import { addDays } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import type { RuleHit } from '../alert/risk-alert.js';
import type { Rating } from '../scorecard/scorecard.js';
import type { RuleContent, WarningRule, WarningSignal } from './warning-rule.js';

// Whether facts fulfil a rule. Only facts of the rule's window count, only those bad enough, and none from before the last alert of the rule
// was closed: what was dealt with is not held against the customer again. The facts that counted stand on the alert.

/** One fact of another department about a loan or a customer. */
export interface SignalFact {
  readonly id: string;
  readonly version: number;
  readonly signal: WarningSignal;
  /** The loan, or the customer for what is his. */
  readonly subjectId: string;
  readonly customerId: string | null;
  readonly loanId: string | null;
  readonly applicationId: string | null;
  /** The record or message that it came of: one fact each. */
  readonly sourceId: string;
  readonly on: LocalDate;
  readonly amount: number;
}

const RANK: Readonly<Record<Rating, number>> = { LOW: 0, MEDIUM: 1, HIGH: 2 };
export const isGraver = (level: Rating, than: Rating): boolean => RANK[level] > RANK[than];

/** The facts that fulfil a rule on a day, or null. `since` is the day of the last closing: facts of that day and before are done with. */
export function factsOfRule(
  rule: RuleContent,
  facts: readonly SignalFact[],
  on: LocalDate,
  since: LocalDate | null,
): readonly SignalFact[] | null {
  const from = addDays(on, -rule.windowDays);
  const inWindow = facts
    .filter((fact) => fact.signal === rule.signal && fact.on > from && fact.on <= on && (since === null || fact.on > since))
    .toSorted((a, b) => (a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? -1 : 1));
  const counted = rule.inARow
    ? lastInARow(latestOfMonths(inWindow), rule.leastAmount)
    : inWindow.filter((one) => one.amount >= rule.leastAmount);
  if (counted.length < rule.times) return null;
  const total = counted.reduce((sum, { amount }) => sum + amount, 0);
  return total >= rule.leastTotal ? counted : null;
}

/** The gravest of the rules that are fulfilled, with what is to be said of it; null when none is. */
export function judgeSignal(
  rules: readonly WarningRule[],
  facts: readonly SignalFact[],
  given: { on: LocalDate; since: LocalDate | null },
): { rule: WarningRule; hit: RuleHit } | null {
  const hits = rules.flatMap((rule) => {
    const counted = factsOfRule(rule, facts, given.on, given.since);
    return counted === null ? [] : [{ rule, hit: explained(rule, counted) }];
  });
  return hits.reduce<(typeof hits)[number] | null>((gravest, one) => (gravest && !isWorse(one.rule, gravest.rule) ? gravest : one), null);
}

function isWorse(one: WarningRule, other: WarningRule): boolean {
  return RANK[one.level] === RANK[other.level] ? one.leastAmount > other.leastAmount : RANK[one.level] > RANK[other.level];
}

function explained(rule: WarningRule, counted: readonly SignalFact[]): RuleHit {
  const { code, ruleVersion, meaning, leastAmount, times, windowDays } = rule;
  const explanation = `${meaning}：${windowDays} 天内 ${counted.length} 次（规则 ${code} 第 ${ruleVersion} 版，阈值 ${leastAmount}，次数 ${times}）`;
  return { code, ruleVersion, explanation, facts: counted.map(({ sourceId, on, amount }) => ({ sourceId, on, amount })) };
}

/** Facts in the order of their days in, the last one of each month out. */
function latestOfMonths(facts: readonly SignalFact[]): readonly SignalFact[] {
  return [...new Map(facts.map((fact) => [fact.on.slice(0, 7), fact])).values()];
}

/** The facts at the end that all count. */
function lastInARow(facts: readonly SignalFact[], leastAmount: number): readonly SignalFact[] {
  const broken = facts.findLastIndex(({ amount }) => amount < leastAmount);
  return facts.slice(broken + 1);
}
