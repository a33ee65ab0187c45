import { describe, expect, test } from '@jest/globals';
import { canonicalHash } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { acknowledge, currentRules, missingFor, publishRule } from './rule.js';
import type { Person, RuleFacts } from './rule.js';

const today = '2026-11-23' as LocalDate;
const facts: RuleFacts = {
  id: 'rul_1',
  code: 'sales-department',
  title: '销售部管理制度',
  text: '第一条……',
  audience: ['salesperson'],
  effectiveFrom: today,
  publishedBy: 'emp_c',
};
const first = publishRule(facts, [], today);
const second = publishRule({ ...facts, id: 'rul_2', text: '第一条（修订）' }, [first], today);
const seller: Person = { employeeId: 'emp_s', roles: ['salesperson'] };
const trainer: Person = { employeeId: 'emp_t', roles: ['trainer'] };
const given = { id: 'ack_1', ruleId: 'rul_1', employeeId: 'emp_s', textHash: first.textHash, acknowledgedAt: new Date(0) };

describe('[7.7] a rule is published', () => {
  test('in versions, each with the hash of its text', () => {
    expect([first.ruleVersion, second.ruleVersion]).toEqual([1, 2]);
    expect(second.textHash).toBe(canonicalHash('第一条（修订）'));
    expect(currentRules([second, first])).toEqual([second]);
  });

  test.each([
    ['without a text', { text: ' ' }, 'RULE_TEXT_MISSING'],
    ['without a title', { title: '' }, 'RULE_TEXT_MISSING'],
    ['with a code that is no code', { code: 'Sales Department' }, 'RULE_TEXT_MISSING'],
    ['dated back', { effectiveFrom: '2026-11-22' as LocalDate }, 'RULE_RETROACTIVE'],
  ])('%s it is refused', (_name, change, code) => {
    expect(() => publishRule({ ...facts, ...change }, [], today)).toThrow(expect.objectContaining({ code }));
  });
});

describe('[7.7] a person acknowledges', () => {
  test('the newest version, with the hash of what was read', () => {
    expect(acknowledge(second, seller, { versions: [first, second], earlier: null })).toEqual({
      ruleId: 'rul_2',
      employeeId: 'emp_s',
      textHash: second.textHash,
    });
  });

  test.each([
    ['an old version', first, seller, { versions: [first, second], earlier: null }, 'RULE_SUPERSEDED'],
    ['what is not addressed to him', second, trainer, { versions: [first, second], earlier: null }, 'RULE_NOT_ADDRESSED'],
    ['twice', first, seller, { versions: [first], earlier: given }, 'RULE_ACKNOWLEDGED'],
  ])('%s: refused', (_name, rule, person, known, code) => {
    expect(() => acknowledge(rule, person, known)).toThrow(expect.objectContaining({ code }));
  });

  test.each([
    ['nobody has', [], ['emp_s']],
    ['the salesperson has', [given], []],
    ['the salesperson has, of another rule', [{ ...given, ruleId: 'rul_9' }], ['emp_s']],
  ])('missing when %s', (_name, acknowledgements, missing) => {
    expect(missingFor(first, [seller, trainer], acknowledgements)).toEqual(missing);
  });

  test('a rule for everybody is owed by everybody', () => {
    expect(missingFor({ ...first, audience: [] }, [seller, trainer], [given])).toEqual(['emp_t']);
  });
});
