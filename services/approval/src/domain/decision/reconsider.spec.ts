import { describe, expect, test } from '@jest/globals';
import { aDecision } from '../__cases__/decision.builder.js';
import type { Decision } from './decide.js';
import type { NewFacts } from '../case/approval-case.js';
import { checkReconsideration, lookedAtAgain } from './reconsider.js';
import type { Asker, FiledPaper, KnownBefore } from './reconsider.js';

const rejected = aDecision({ result: 'REJECTED', state: 'rejected', terms: null, conditions: [] });
const paper = { fileId: 'fil_1', sha256: 'b'.repeat(64) };
const facts = { text: '客户已结清他行贷款并补充纳税证明', documents: [paper] };
const seller: Asker = { employeeId: 'emp_seller', leadsSales: false };
const known = (change: Partial<KnownBefore> = {}): KnownBefore => ({ cases: [], seen: [], filed: [paper], salespersonId: null, ...change });
const lapsed = aDecision({ state: 'lapsed', lapsedReason: 'CONDITION_EXPIRED' });
const decided = (reconsiders: string | null) => ({ reconsiders, state: 'decided' as const });
const evidenced = { ...lapsed, conditions: lapsed.conditions.map((one) => ({ ...one, evidence: paper })) };
const handedIn = { fileId: 'fil_2', sha256: 'c'.repeat(64) };
const refused = (code: string) => expect.objectContaining({ code });

describe('[4.12] a decision is looked at once more, with new facts only', () => {
  test.each([
    ['a rejection', rejected],
    ['an approval that lapsed over a condition', lapsed],
  ])('%s', (_name, decision) => {
    const before = known({ cases: [decided(null), decided('dec_9')], seen: [handedIn.sha256] });
    expect(() => checkReconsideration(decision, facts, before, seller)).not.toThrow();
  });

  test.each<[string, Decision, Pick<NewFacts, 'text' | 'documents'>, KnownBefore['cases'], string]>([
    ['without a document', rejected, { ...facts, documents: [] }, [], 'NEW_FACTS_MISSING'],
    ['without a word', rejected, { ...facts, text: ' 请复议 ' }, [], 'NEW_FACTS_MISSING'],
    ['with a document that the committee had', evidenced, facts, [], 'NEW_FACTS_MISSING'],
    ['a second time', rejected, facts, [decided('dec_1')], 'RECONSIDERED_ALREADY'],
    ['when it was a second look itself', { ...rejected, reconsiders: 'dec_0' }, facts, [], 'RECONSIDERED_ALREADY'],
    ['in force', aDecision({ state: 'in-force' }), facts, [], 'RECONSIDERATION_CLOSED'],
    ['while its conditions are open', aDecision(), facts, [], 'RECONSIDERATION_CLOSED'],
    ['signed', aDecision({ state: 'signed' }), facts, [], 'RECONSIDERATION_CLOSED'],
    ['that ran out', aDecision({ state: 'lapsed', lapsedReason: 'EXPIRED' }), facts, [], 'RECONSIDERATION_CLOSED'],
    ['that the customer gave up', aDecision({ state: 'lapsed', lapsedReason: 'WITHDRAWN' }), facts, [], 'RECONSIDERATION_CLOSED'],
  ])('not %s', (_name, decision, given, cases, code) => {
    expect(() => checkReconsideration(decision, given, known({ cases }), seller)).toThrow(refused(code));
  });

  const other = { ...paper, sha256: 'd'.repeat(64) };
  test.each<[string, readonly FiledPaper[], Partial<KnownBefore>, string | null]>([
    ['one new paper', [paper], {}, null],
    ['one new paper among old ones', [handedIn, paper], { seen: [handedIn.sha256] }, null],
    ['an old paper from before sales told of each', [handedIn], { filed: [], seen: [handedIn.sha256] }, 'NEW_FACTS_MISSING'],
    ['old papers under whatever name', [handedIn, { ...handedIn, fileId: 'fil_3' }], { seen: [handedIn.sha256] }, 'NEW_FACTS_MISSING'],
    ['an old paper that was put to the file once more', [paper], { seen: [paper.sha256] }, 'NEW_FACTS_MISSING'],
    ['a hash that nobody took in', [{ fileId: 'fil_9', sha256: 'e'.repeat(64) }], {}, 'NEW_FACT_UNKNOWN'],
    ['a hash that nobody took in beside a new paper', [paper, { fileId: 'fil_9', sha256: 'e'.repeat(64) }], {}, 'NEW_FACT_UNKNOWN'],
    ['the file of a paper under another hash', [other], {}, 'NEW_FACT_UNKNOWN'],
    ['the hash of a paper under another file', [{ ...paper, fileId: 'fil_8' }], {}, 'NEW_FACT_UNKNOWN'],
    ['a paper of another application', [paper], { filed: [handedIn] }, 'NEW_FACT_UNKNOWN'],
    ['no paper that was ever filed', [paper], { filed: [] }, 'NEW_FACT_UNKNOWN'],
  ])('with %s', (_name, documents, before, code) => {
    const ask = () => checkReconsideration(rejected, { ...facts, documents }, known(before), seller);
    if (code) expect(ask).toThrow(refused(code));
    else expect(ask).not.toThrow();
  });

  test.each<[string, string, boolean, string | null, boolean]>([
    ['the salesperson of the loan', 'emp_seller', false, null, true],
    ['another', 'emp_a', false, null, false],
    ['who took the customer over', 'emp_new', false, 'emp_new', true],
    ['who gave the customer away', 'emp_seller', false, 'emp_new', false],
    ['a third one after that', 'emp_a', false, 'emp_new', false],
    ['the manager of sales', 'emp_manager', true, null, true],
    ['the manager of sales after a transfer', 'emp_manager', true, 'emp_new', true],
  ])('[2.13] asked for by %s', (_name, employeeId, leadsSales, salespersonId, mayAsk) => {
    const ask = () => checkReconsideration(rejected, facts, known({ salespersonId }), { employeeId, leadsSales });
    if (mayAsk) expect(ask).not.toThrow();
    else expect(ask).toThrow(refused('RECONSIDERATION_NOT_YOURS'));
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
