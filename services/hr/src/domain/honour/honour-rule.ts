import { DomainError, quarterRange, refuseAll } from '@weilend/kernel';
import { TRAINING_TOPICS } from '../career/ladder.js';
import type { TrainingTopic } from '../career/ladder.js';
import { HONOUR_METRICS } from './measure.js';
import type { HonourMetric } from './measure.js';
import { requireRead } from '../signature/second-signature.js';
import type { SecondSignature } from '../signature/second-signature.js';

/**
 * The published rule of an honour, 优秀销售员 or 销售冠军 [5.9]: what it goes by, what everybody has to show at least, what decides between equals and in
 * which order, and how many receive it. One person of hr publishes a rule, another one approves it, both before its first quarter begins; then it never
 * changes. So nobody makes the rule when it can be seen already whom it would honour.
 */
export const HONOURS = ['EXCELLENT_SALESPERSON', 'SALES_CHAMPION'] as const;
export type HonourKind = (typeof HONOURS)[number];
export const HONOUR_SCOPES = ['QUARTER', 'YEAR'] as const;
export type HonourScope = (typeof HONOUR_SCOPES)[number];
export const EQUAL_ENDS = ['SHARED', 'NOBODY'] as const;
/** When nothing decides between people on the last place: all of them receive it, or none of them. */
export type EqualEnd = (typeof EQUAL_ENDS)[number];

export interface Minimum {
  readonly metric: HonourMetric;
  /** Fen, count, points or hours. */
  readonly least: number;
}

export interface HonourRule {
  readonly id: string;
  readonly version: number;
  readonly honour: HonourKind;
  readonly scope: HonourScope;
  readonly fromQuarter: string;
  readonly metric: HonourMetric;
  readonly minimums: readonly Minimum[];
  readonly tieBreakers: readonly HonourMetric[];
  readonly places: number;
  readonly whenEqual: EqualEnd;
  /** Closed quarters that a person needs in the period: 1 for a quarter, up to 4 for a year. */
  readonly leastQuarters: number;
  /** The training that comes with it [5.8]; null when the training department chooses. */
  readonly trainingTopic: TrainingTopic | null;
  readonly publishedBy: string;
  /** Null until somebody else has approved it: it does not count before. */
  readonly approvedBy: string | null;
}

export type HonourRuleContent = Omit<HonourRule, 'id' | 'version' | 'publishedBy' | 'approvedBy'>;

const MOST_PLACES = 50;
const QUARTERS_OF: Readonly<Record<HonourScope, number>> = { QUARTER: 1, YEAR: 4 };

/** Throws what is wrong with a rule, all at once; one that counts from the running quarter on, or an earlier one, is HONOUR_RULE_LATE. */
export function checkHonourRule(rule: HonourRuleContent, runningQuarter: string): void {
  quarterRange(rule.fromQuarter);
  const found: DomainError[] = [...lateness(rule, runningQuarter)];
  if (rule.scope === 'YEAR' && !rule.fromQuarter.endsWith('Q1')) found.push(new DomainError('HONOUR_RULE_YEAR', {}, 'fromQuarter'));
  if (!Number.isInteger(rule.places) || rule.places < 1 || rule.places > MOST_PLACES)
    found.push(new DomainError('HONOUR_PLACES', { most: MOST_PLACES }, 'places'));
  const most = QUARTERS_OF[rule.scope];
  if (!Number.isInteger(rule.leastQuarters) || rule.leastQuarters < 1 || rule.leastQuarters > most)
    found.push(new DomainError('HONOUR_QUARTERS', { most }, 'leastQuarters'));
  if (new Set([rule.metric, ...rule.tieBreakers]).size !== rule.tieBreakers.length + 1)
    found.push(new DomainError('HONOUR_TIE_TWICE', {}, 'tieBreakers'));
  const metrics = rule.minimums.map(({ metric }) => metric);
  if (new Set(metrics).size !== metrics.length || rule.minimums.some(({ least }) => !Number.isFinite(least) || least < 0))
    found.push(new DomainError('HONOUR_MINIMUM', {}, 'minimums'));
  if (![rule.metric, ...rule.tieBreakers, ...metrics].every((metric) => HONOUR_METRICS.includes(metric)))
    found.push(new DomainError('HONOUR_MINIMUM', {}, 'metric'));
  if (rule.trainingTopic !== null && !TRAINING_TOPICS.includes(rule.trainingTopic))
    found.push(new DomainError('HONOUR_TOPIC', {}, 'trainingTopic'));
  refuseAll(found);
}

/** Throws HONOUR_RULE_APPROVED, PROPOSAL_CHANGED, HONOUR_RULE_SAME_PERSON, or HONOUR_RULE_LATE when its first quarter has begun. */
export function approveHonourRule(
  rule: HonourRule,
  { by, runningQuarter, version }: SecondSignature & { readonly runningQuarter: string },
): HonourRule {
  if (rule.approvedBy !== null) throw new DomainError('HONOUR_RULE_APPROVED', { quarter: rule.fromQuarter }, 'ruleId');
  requireRead({ version }, rule);
  if (by === rule.publishedBy) throw new DomainError('HONOUR_RULE_SAME_PERSON', {}, 'ruleId');
  refuseAll(lateness(rule, runningQuarter));
  return { ...rule, approvedBy: by };
}

function lateness({ fromQuarter }: Pick<HonourRule, 'fromQuarter'>, runningQuarter: string): DomainError[] {
  return fromQuarter <= runningQuarter ? [new DomainError('HONOUR_RULE_LATE', { quarter: runningQuarter }, 'fromQuarter')] : [];
}

/** `2026-Q3` is a quarter, `2026` a year; its quarters in order. Throws DomainError HONOUR_PERIOD. */
export function quartersOf(period: string): readonly string[] {
  if (/^\d{4}-Q[1-4]$/.test(period)) return [period];
  if (!/^\d{4}$/.test(period)) throw new DomainError('HONOUR_PERIOD', { value: period.slice(0, 20) }, 'period');
  return [1, 2, 3, 4].map((quarter) => `${period}-Q${quarter}`);
}

export const scopeOf = (period: string): HonourScope => (quartersOf(period).length === 1 ? 'QUARTER' : 'YEAR');
