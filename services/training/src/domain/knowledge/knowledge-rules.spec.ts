import { describe, expect, test } from '@jest/globals';
import { parseLocalDate } from '@weilend/kernel';
import { publishRules, requiredTopics } from './knowledge-rules.js';
import type { KnowledgeRulesFacts, KnowledgeRulesScene } from './knowledge-rules.js';

const today = parseLocalDate('2026-03-09');
const facts: KnowledgeRulesFacts = {
  ...{ id: 'krs_1', effectiveFrom: today, publishedBy: 'emp_c', publishedAt: new Date('2026-03-09T02:00:00Z') },
  requirements: [
    { role: 'salesperson', topics: ['LAW', 'PRODUCT'] },
    { role: 'investigator', topics: ['RISK_MANAGEMENT', 'LAW'] },
  ],
};
const scene: KnowledgeRulesScene = { latest: null, roles: ['salesperson', 'investigator', 'trainer'], today };
const latest = (effectiveFrom: string) => ({ number: 3, effectiveFrom: parseLocalDate(effectiveFrom) });

describe('[7.7] what each role has to know, by versions', () => {
  test('the first, and the next', () => {
    expect(publishRules(facts, scene)).toMatchObject({ number: 1, appliedAt: null });
    expect(publishRules(facts, { ...scene, latest: latest('2026-01-01') })).toMatchObject({ number: 4 });
  });

  test.each<[string, Partial<KnowledgeRulesFacts>, Partial<KnowledgeRulesScene>, string]>([
    ['from yesterday on', { effectiveFrom: parseLocalDate('2026-03-08') }, {}, 'KNOWLEDGE_DAY_INVALID'],
    ['from the day of the latest', {}, { latest: latest('2026-03-09') }, 'KNOWLEDGE_DAY_INVALID'],
    ['before one that is published for later', {}, { latest: latest('2026-04-01') }, 'KNOWLEDGE_DAY_INVALID'],
    ['for nobody', { requirements: [] }, {}, 'KNOWLEDGE_ROLES_INVALID'],
    ['for a role that the company has not', { requirements: [{ role: 'cook', topics: ['LAW'] }] }, {}, 'KNOWLEDGE_ROLES_INVALID'],
    [
      'for a role twice',
      { requirements: [...facts.requirements, { role: 'salesperson', topics: ['LAW'] }] },
      {},
      'KNOWLEDGE_ROLES_INVALID',
    ],
    ['of nothing', { requirements: [{ role: 'trainer', topics: [] }] }, {}, 'KNOWLEDGE_TOPICS_INVALID'],
    ['of a topic twice', { requirements: [{ role: 'trainer', topics: ['LAW', 'LAW'] }] }, {}, 'KNOWLEDGE_TOPICS_INVALID'],
    ['of no topic of the six', { requirements: [{ role: 'trainer', topics: ['COOKING' as never] }] }, {}, 'KNOWLEDGE_TOPICS_INVALID'],
  ])('refused: %s', (_name, change, around, code) => {
    expect(() => publishRules({ ...facts, ...change }, { ...scene, ...around })).toThrow(code);
  });

  test.each<[string, readonly string[], readonly string[]]>([
    ['one role', ['salesperson'], ['PRODUCT', 'LAW']],
    ['two roles, each topic once', ['investigator', 'salesperson'], ['PRODUCT', 'RISK_MANAGEMENT', 'LAW']],
    ['a role without requirements', ['trainer'], []],
    ['no role', [], []],
  ])('required of %s', (_name, roles, topics) => {
    expect(requiredTopics(facts, roles)).toEqual(topics);
    expect(requiredTopics(null, roles)).toEqual([]);
  });
});
