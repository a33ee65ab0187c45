import { describe, expect, test } from '@jest/globals';
import { aDecision } from '../__cases__/decision.builder.js';
import type { Decision } from './decide.js';
import { checkReconsideration, lookedAtAgain } from './reconsider.js';

const rejected = aDecision({ result: 'REJECTED', state: 'rejected', terms: null, conditions: [] });
const facts = {
  ...{ text: '客户已结清他行贷款并补充纳税证明', requestedBy: 'emp_seller', at: new Date(0) },
  documents: [{ fileId: 'fil_1', sha256: 'b'.repeat(64) }],
};
const seen = aDecision({ state: 'lapsed', lapsedReason: 'CONDITION_EXPIRED' });
const decided = (reconsiders: string | null) => ({ reconsiders, state: 'decided' as const });
const evidenced = { ...seen, conditions: seen.conditions.map((one) => ({ ...one, evidence: facts.documents[0] ?? null })) };

describe('[4.12] a decision is looked at once more, with new facts only', () => {
  test.each([
    ['a rejection', rejected],
    ['an approval that lapsed over a condition', seen],
  ])('%s', (_name, decision) => {
    expect(() =>
      checkReconsideration(decision, facts, { cases: [decided(null), decided('dec_9')], papers: ['c'.repeat(64)] }),
    ).not.toThrow();
  });

  test.each([
    ['without a document', rejected, { ...facts, documents: [] }, [], 'NEW_FACTS_MISSING'],
    ['without a word', rejected, { ...facts, text: ' 请复议 ' }, [], 'NEW_FACTS_MISSING'],
    ['with a document that the committee had', evidenced, facts, [], 'NEW_FACTS_MISSING'],
    ['by another than its salesperson', rejected, { ...facts, requestedBy: 'emp_a' }, [], 'RECONSIDERATION_NOT_YOURS'],
    ['a second time', rejected, facts, [decided('dec_1')], 'RECONSIDERED_ALREADY'],
    ['when it was a second look itself', { ...rejected, reconsiders: 'dec_0' }, facts, [], 'RECONSIDERED_ALREADY'],
    ['in force', aDecision({ state: 'in-force' }), facts, [], 'RECONSIDERATION_CLOSED'],
    ['while its conditions are open', aDecision(), facts, [], 'RECONSIDERATION_CLOSED'],
    ['signed', aDecision({ state: 'signed' }), facts, [], 'RECONSIDERATION_CLOSED'],
    ['that ran out', aDecision({ state: 'lapsed', lapsedReason: 'EXPIRED' }), facts, [], 'RECONSIDERATION_CLOSED'],
    ['that the customer gave up', aDecision({ state: 'lapsed', lapsedReason: 'WITHDRAWN' }), facts, [], 'RECONSIDERATION_CLOSED'],
  ])('not %s', (_name, decision, given, cases, code) => {
    expect(() => checkReconsideration(decision, given, { cases, papers: [] })).toThrow(expect.objectContaining({ code }));
  });

  const old = { fileId: 'fil_2', sha256: 'c'.repeat(64) };

  test('not with papers that lay in the file already, under whatever name', () => {
    const given = { ...facts, documents: [old, { ...old, fileId: 'fil_3' }] };
    expect(() => checkReconsideration(rejected, given, { cases: [], papers: [old.sha256] })).toThrow(
      expect.objectContaining({ code: 'NEW_FACTS_MISSING' }),
    );
  });

  test('with one new paper among old ones', () => {
    const given = { ...facts, documents: [old, ...facts.documents] };
    expect(() => checkReconsideration(rejected, given, { cases: [], papers: [old.sha256] })).not.toThrow();
  });
});

describe('[4.12, 4.14] a new report of risk after a decision that is over', () => {
  const expired = aDecision({ id: 'dec_2', state: 'lapsed', lapsedReason: 'CONDITION_EXPIRED' });
  const first = { ...rejected, id: 'dec_1' };
  const ranOut = aDecision({ id: 'dec_3', state: 'lapsed', lapsedReason: 'EXPIRED' });

  test.each<[string, readonly Decision[], readonly (string | null)[], string | null]>([
    ['nothing was decided', [], [], null],
    ['an approval ran out unused', [ranOut], [null], null],
    ['the application was rejected', [first], [null], 'dec_1'],
    ['the days of a condition ran out', [expired], [null], 'dec_2'],
    ['the days of a condition ran out, after an approval that was not used', [ranOut, expired], [null, null], 'dec_2'],
  ])('%s', (_name, decisions, cases, looked) => {
    expect(lookedAtAgain(decisions, cases.map(decided))?.id ?? null).toBe(looked);
  });

  test.each<[string, readonly Decision[], readonly (string | null)[]]>([
    ['a rejection was looked at again', [first], [null, 'dec_1']],
    ['a lapse over a condition was looked at again', [expired], [null, 'dec_2']],
    ['the second look was a no itself', [expired, { ...first, id: 'dec_4', reconsiders: 'dec_2' }], [null, 'dec_2']],
    ['the second look lapsed over a condition too', [first, { ...expired, reconsiders: 'dec_1' }], [null, 'dec_1']],
    ['the approval of a second look ran out', [expired, { ...ranOut, reconsiders: 'dec_2' }], [null, 'dec_2']],
  ])('is refused when %s', (_name, decisions, cases) => {
    const act = () => lookedAtAgain(decisions, cases.map(decided));
    expect(act).toThrow(expect.objectContaining({ code: 'RECONSIDERED_ALREADY' }));
  });

  test('goes on with a second look that sent its report back with questions', () => {
    const returned = { reconsiders: 'dec_2', state: 'returned' as const };
    expect(lookedAtAgain([expired], [decided(null), returned])?.id).toBe('dec_2');
    expect(() => lookedAtAgain([expired], [returned, decided('dec_2')])).toThrow(expect.objectContaining({ code: 'RECONSIDERED_ALREADY' }));
  });
});
