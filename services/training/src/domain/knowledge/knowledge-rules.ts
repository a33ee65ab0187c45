import { DomainError, refuseAll } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { TRAINING_TOPICS } from '../plan/training-plan.js';
import type { TrainingTopic } from '../plan/training-plan.js';

/**
 * What somebody has to know for the work he does (岗位必备知识): topics for each role, published as numbered versions that hold from a day
 * [7.7]. A version that has begun is never changed; the next one takes its place.
 */
export interface RoleRequirement {
  readonly role: string;
  readonly topics: readonly TrainingTopic[];
}

export interface KnowledgeRules {
  readonly id: string;
  readonly version: number;
  readonly number: number;
  readonly effectiveFrom: LocalDate;
  readonly requirements: readonly RoleRequirement[];
  readonly publishedBy: string;
  readonly publishedAt: Date;
  /** When everybody was measured against it; null until then. */
  readonly appliedAt: Date | null;
}

export interface KnowledgeRulesFacts {
  readonly id: string;
  readonly effectiveFrom: LocalDate;
  readonly requirements: readonly RoleRequirement[];
  readonly publishedBy: string;
  readonly publishedAt: Date;
}

export interface KnowledgeRulesScene {
  readonly latest: Pick<KnowledgeRules, 'number' | 'effectiveFrom'> | null;
  readonly roles: readonly string[];
  readonly today: LocalDate;
}

/** The next version; throws every refusal at once. */
export function publishRules(facts: KnowledgeRulesFacts, { latest, roles, today }: KnowledgeRulesScene): KnowledgeRules {
  const found: DomainError[] = [];
  const { effectiveFrom, requirements } = facts;
  const earliest = latest && latest.effectiveFrom > today ? latest.effectiveFrom : today;
  if (effectiveFrom < earliest || (latest && effectiveFrom === latest.effectiveFrom))
    found.push(new DomainError('KNOWLEDGE_DAY_INVALID', { earliest }, 'effectiveFrom'));
  const named = requirements.map(({ role }) => role);
  if (named.length === 0 || new Set(named).size !== named.length || named.some((role) => !roles.includes(role)))
    found.push(new DomainError('KNOWLEDGE_ROLES_INVALID', {}, 'requirements'));
  if (!requirements.every(({ topics }) => topics.length > 0 && new Set(topics).size === topics.length && topics.every(isTopic)))
    found.push(new DomainError('KNOWLEDGE_TOPICS_INVALID', {}, 'requirements'));
  refuseAll(found);
  return { ...facts, version: 0, number: (latest?.number ?? 0) + 1, appliedAt: null };
}

/** Topics that the roles of a person require, in the order of the six. */
export function requiredTopics(rules: Pick<KnowledgeRules, 'requirements'> | null, roles: readonly string[]): readonly TrainingTopic[] {
  const wanted = new Set((rules?.requirements ?? []).filter(({ role }) => roles.includes(role)).flatMap(({ topics }) => topics));
  return TRAINING_TOPICS.filter((topic) => wanted.has(topic));
}

const isTopic = (topic: string): boolean => (TRAINING_TOPICS as readonly string[]).includes(topic);
