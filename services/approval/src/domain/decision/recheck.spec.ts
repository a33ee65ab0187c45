import { describe, expect, it, test } from '@jest/globals';
import { addDays, canonicalHash } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { aCase, aRoll, aVote, COMMITTEE, FULL, INDIVIDUAL, SMALL, TODAY, votes } from '../__cases__/committee.builder.js';
import type { ApprovalCase, Proposal } from '../case/approval-case.js';
import { electorateOf } from '../case/electorate.js';
import { decisionMinutes } from '../minutes/decision-minutes.js';
import { policyHash } from '../policy/policy.js';
import type { CommitteePolicy } from '../policy/policy.js';
import { decide } from './decide.js';
import { DECISION_CHECKS, recheckDecision } from './recheck.js';
import type { DecisionRecord } from './recheck.js';

const at = new Date('2026-11-23T02:00:00Z');
const veto = { employeeId: 'emp_chair', reason: '行业风险', at };
const small = { ...aCase().asked, amountFen: 4_000_000 };
const input = {
  decisionId: 'dec_1',
  decidedBy: 'emp_sec',
  decidedOn: TODAY,
  decidedAt: at,
  validityDays: 90,
  rateCap: '0.24',
  reasons: ['材料存疑'],
};
const policyOf = (bands: ApprovalCase['bands']): CommitteePolicy => {
  const limits = { productLimits: [], customerRules: [], maxConsecutiveTerms: null, conditionChange: 'VOTE' } as const;
  const content = { effectiveFrom: '2026-01-01' as LocalDate, bands, ...limits };
  const people = { publishedBy: 'emp_chair', approvedBy: 'emp_sec' };
  return { ...content, ...people, id: 'pol_3', policyVersion: 3, state: 'approved', contentHash: policyHash(content) };
};
const withCondition: Proposal = {
  terms: { ...aCase().asked, amountFen: 6_000_000 },
  conditions: [{ conditionId: 'cnd_1', text: '追加保证人', ownerId: 'emp_seller', dueOn: addDays(TODAY, 10), evidenceKind: 'GUARANTEE' }],
  proposedBy: 'emp_sec',
};

/** A decision as it is kept, with everything that it rests on. */
function recorded(change: Partial<ApprovalCase> = {}): DecisionRecord {
  const bands = change.bands ?? aCase().bands;
  const policy = policyOf(bands);
  const open = aCase({ votes: votes('a+ b+ c-'), policyHash: policyHash(policy), ...change });
  const { approvalCase, decision } = decide(open, electorateOf(open, aRoll(), TODAY), input);
  const minutesHtml = decisionMinutes(approvalCase, decision);
  return { decision: { ...decision, minutesHtml, minutesHash: canonicalHash(minutesHtml) }, approvalCase, policy, terms: COMMITTEE };
}

const failing = (record: DecisionRecord): string[] =>
  recheckDecision(record)
    .filter(({ holds }) => !holds)
    .map(({ check }) => check);
const recusal = (employeeId: string) => ({ employeeId, reason: 'x', kind: 'FORCED' as const, at });

describe('[4.12, 7.3] a decision counted once more', () => {
  it.each<[string, Partial<ApprovalCase>]>([
    ['approved by two of three', {}],
    ['approved by the chair alone', { asked: small, bands: [INDIVIDUAL, SMALL], votes: votes('chair+') }],
    [
      'by the next band, where the chair stands aside',
      { asked: small, bands: [INDIVIDUAL, SMALL, FULL], votes: votes('a+ b+'), recusals: [recusal('emp_chair')] },
    ],
    ['with conditions and lower terms', { proposal: withCondition }],
    ['rejected by the votes', { votes: votes('a- b- c+') }],
    ['rejected by veto', { veto }],
    ['a veto that counts for nothing', { veto, recusals: [recusal('emp_chair')] }],
    ['the vote of one who stood aside later', { votes: votes('a+ b+ c-'), recusals: [recusal('emp_c')] }],
    ['everybody, four of six', { bands: [FULL], votes: votes('a+ b+ c+ d+ e- chair-') }],
    ['everybody, three of five', { bands: [FULL], votes: votes('a+ b+ c+ d- e-') }],
    ['from before hashes were kept', { policyHash: null }],
  ])('stands: %s', (_name, change) => {
    const lines = recheckDecision(recorded(change));
    expect(lines.filter(({ holds }) => !holds)).toEqual([]);
    expect(lines.map(({ check }) => check)).toEqual(DECISION_CHECKS);
  });

  const record = recorded({ proposal: withCondition });
  const { decision, approvalCase, policy } = record;
  const onCase = (change: Partial<ApprovalCase>): DecisionRecord => ({ ...record, approvalCase: { ...approvalCase, ...change } });
  const onDecision = (change: Partial<DecisionRecord['decision']>): DecisionRecord => ({ ...record, decision: { ...decision, ...change } });
  const onPolicy = (change: Partial<CommitteePolicy>): DecisionRecord => ({ ...record, policy: { ...policy!, ...change } });

  it.each<[string, DecisionRecord, readonly string[]]>([
    ['the reason of a vote', onCase({ votes: approvalCase.votes.map((one) => ({ ...one, reason: '另有隐情' })) }), ['MINUTES_TEXT']],
    ['the amount asked for', onCase({ asked: { ...approvalCase.asked, amountFen: 7_900_000 } }), ['MINUTES_TEXT']],
    ['a vote turned round', onCase({ votes: votes('a- b+ c-') }), ['TALLY', 'RESULT', 'MINUTES_TEXT']],
    ['a vote taken away', onCase({ votes: votes('a+ c-') }), ['TALLY', 'RESULT', 'PARTICIPANTS']],
    ['a vote put in', onCase({ votes: votes('a+ b+ c- d+') }), ['ELECTORATE', 'TALLY', 'PARTICIPANTS', 'MINUTES_TEXT']],
    ['one member with two votes', onCase({ votes: votes('a+ a+ c-') }), ['ELECTORATE', 'PARTICIPANTS']],
    [
      'the vote of a stranger',
      onCase({ votes: [aVote('emp_x', 'YES'), ...votes('b+ c-')] }),
      ['ELECTORATE', 'PARTICIPANTS', 'MINUTES_TEXT'],
    ],
    [
      'the vote of the seller',
      onCase({ participants: [...approvalCase.participants, { role: 'SALESPERSON', employeeId: 'emp_a' }] }),
      ['ELECTORATE', 'TALLY', 'RESULT', 'PARTICIPANTS'],
    ],
    ['a recusal slipped in', onCase({ recusals: [recusal('emp_b')] }), ['ELECTORATE', 'TALLY', 'RESULT', 'PARTICIPANTS']],
    ['a veto slipped in', onCase({ veto }), ['RESULT']],
    [
      'other terms put to the vote',
      onCase({ proposal: { ...withCondition, terms: { ...withCondition.terms, termMonths: 24 } } }),
      ['TERMS'],
    ],
    ['a condition gone', onCase({ proposal: { ...withCondition, conditions: [] } }), ['RESULT', 'REASONS']],
    ['another report on the table', onCase({ report: { ...approvalCase.report, reportHash: 'b'.repeat(64) } }), ['REPORT_CITED']],
    ['another score', onDecision({ report: { ...decision.report, score: 999 } }), ['REPORT_CITED']],
    ['another result', onDecision({ result: 'APPROVED' }), ['RESULT']],
    ['more money than was voted', onDecision({ terms: { ...withCondition.terms, amountFen: 6_000_001 } }), ['TERMS']],
    ['no last day', onDecision({ validUntil: null }), ['TERMS']],
    [
      'an entitled member who was struck off',
      onDecision({ electors: decision.electors?.filter(({ employeeId }) => employeeId !== 'emp_e') ?? null }),
      ['ELECTORATE'],
    ],
    [
      'an entitled member said to have been away',
      onDecision({ electors: decision.electors?.map((one) => (one.employeeId === 'emp_e' ? { ...one, present: false } : one)) ?? null }),
      ['MINUTES_TEXT'],
    ],
    ['another condition', onDecision({ conditions: decision.conditions.map((one) => ({ ...one, text: '无' })) }), ['REASONS']],
    ['a smaller quorum', onDecision({ tally: { ...decision.tally, base: 2 } }), ['ELECTORATE']],
    ['a figure of the count', onDecision({ tally: { ...decision.tally, yes: 3, no: 0 } }), ['TALLY']],
    ['needed votes', onDecision({ tally: { ...decision.tally, needed: 1 } }), ['QUORUM']],
    ['a higher authority than decided', onDecision({ authority: 'FULL' }), ['AUTHORITY', 'ELECTORATE']],
    ['an authority that the case has not', onDecision({ authority: 'INDIVIDUAL' }), ['AUTHORITY', 'ELECTORATE', 'TALLY', 'PARTICIPANTS']],
    ['a voter who is free to pay out', onDecision({ participants: decision.participants.slice(0, -1) }), ['PARTICIPANTS']],
    ['a word of the minutes', onDecision({ minutesHtml: decision.minutesHtml.replace('同意', '不同意') }), ['MINUTES_HASH']],
    [
      'a policy of another majority',
      onPolicy({ bands: policy!.bands.map((band) => ({ ...band, majority: { numerator: 1, denominator: 2 } })) }),
      ['POLICY_HASH'],
    ],
    ['a policy that nobody approved', onPolicy({ state: 'draft' }), ['POLICY_HASH']],
    ['two votes for one seat', onCase({ votes: approvalCase.votes.map((one) => ({ ...one, seatOf: 'emp_a' })) }), ['ELECTORATE']],
    ['a policy that came later', onPolicy({ effectiveFrom: '2026-11-24' as LocalDate }), ['POLICY_HASH']],
    ['another policy', onPolicy({ policyVersion: 4 }), ['POLICY_HASH']],
    ['limits of a product in the policy', onPolicy({ productLimits: [{ productId: 'prd_1', maxAmountFen: 1 }] }), ['POLICY_HASH']],
    [
      'a voter who was appointed later',
      { ...record, terms: COMMITTEE.map((term) => ({ ...term, fromOn: '2026-11-24' as LocalDate })) },
      ['ELECTORATE'],
    ],
    ['no policy', { ...record, policy: null }, ['POLICY_HASH']],
    ['another cited policy', onDecision({ policyHash: 'c'.repeat(64) }), ['POLICY_HASH']],
    ['bands of the case', onCase({ bands: [{ ...SMALL, majority: { numerator: 1, denominator: 3 } }, FULL] }), ['POLICY_HASH']],
  ])('notices %s', (_name, changed, checks) => {
    expect(failing(changed)).toEqual(checks);
  });

  test('a rejection that leaves a reason out is noticed, one that leaves the veto out too', () => {
    const no = recorded({ votes: votes('a- b- c+') });
    expect(failing({ ...no, decision: { ...no.decision, reasons: ['材料存疑'] } })).toEqual(['REASONS']);
    const vetoed = recorded({ veto });
    expect(failing({ ...vetoed, decision: { ...vetoed.decision, reasons: ['负债过高', '材料存疑'] } })).toEqual(['REASONS']);
    expect(failing({ ...vetoed, decision: { ...vetoed.decision, vetoed: false } })).toEqual(['RESULT']);
  });

  test('more heads than the committee has are noticed, fewer than voted too', () => {
    const all = recorded({ bands: [FULL], votes: votes('a+ b+ c+ d+ e- chair-') });
    for (const base of [7, 5])
      expect(failing({ ...all, decision: { ...all.decision, tally: { ...all.decision.tally, base } } })).toContain('ELECTORATE');
  });
});
