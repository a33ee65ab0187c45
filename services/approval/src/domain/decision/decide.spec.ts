import { describe, expect, test } from '@jest/globals';
import { addDays } from '@weilend/kernel';
import { aCase, aRoll, FULL, INDIVIDUAL, SMALL, TODAY, votes } from '../__cases__/committee.builder.js';
import type { ApprovalCase, Proposal } from '../case/approval-case.js';
import { electorateOf } from '../case/electorate.js';
import { decide, verdictOf } from './decide.js';
import type { Decision } from './decide.js';

const at = new Date('2026-11-23T02:00:00Z');
const input = {
  decisionId: 'dec_1',
  decidedBy: 'emp_sec',
  decidedOn: TODAY,
  decidedAt: at,
  validityDays: 90,
  rateCap: '0.24',
  reasons: [],
};
const veto = { employeeId: 'emp_chair', reason: '行业风险', at };
const lower: Proposal = { terms: { ...aCase().asked, amountFen: 6_000_000, termMonths: 6 }, conditions: [], proposedBy: 'emp_sec' };
const withCondition: Proposal = {
  ...lower,
  conditions: [{ conditionId: 'cnd_1', text: '追加保证人', ownerId: 'emp_seller', dueOn: addDays(TODAY, 10), evidenceKind: 'GUARANTEE' }],
};

function decided(change: Partial<ApprovalCase>, reasons: string[] = []): Decision {
  const approvalCase = aCase(change);
  const outcome = decide(approvalCase, electorateOf(approvalCase, aRoll(), TODAY), { ...input, reasons });
  expect(outcome.approvalCase.state).toBe('decided');
  return outcome.decision;
}

describe('[4.13] exactly three results', () => {
  test.each([
    ['two of three say yes', { votes: votes('a+ b+ c-') }, 'APPROVED', 'in-force'],
    ['all say yes to lower terms', { votes: votes('a+ b+ c+'), proposal: lower }, 'APPROVED', 'in-force'],
    ['yes with a condition', { votes: votes('a+ b+'), proposal: withCondition }, 'CONDITIONAL', 'awaiting-conditions'],
    ['the chair alone says yes', { bands: [INDIVIDUAL], votes: votes('chair+') }, 'APPROVED', 'in-force'],
    ['one of two says yes', { votes: votes('a+ b-') }, 'REJECTED', 'rejected'],
    ['all say no', { votes: votes('a- b- c-') }, 'REJECTED', 'rejected'],
    ['all say no to a conditional proposal', { votes: votes('a- b-'), proposal: withCondition }, 'REJECTED', 'rejected'],
    ['a veto turns yes into no', { votes: votes('a+ b+ c+'), veto }, 'REJECTED', 'rejected'],
    ['a veto turns a conditional yes into no', { votes: votes('a+ b+'), veto, proposal: withCondition }, 'REJECTED', 'rejected'],
    ['a veto leaves no as no', { votes: votes('a- b- c-'), veto }, 'REJECTED', 'rejected'],
    [
      'the veto of a chair recused since counts nothing',
      { votes: votes('a+ b+'), veto, recusals: [{ employeeId: 'emp_chair', reason: 'x', kind: 'FORCED' as const, at }] },
      'APPROVED',
      'in-force',
    ],
    ['four of six are two thirds', { bands: [FULL], votes: votes('a+ b+ c+ d+ e- chair-') }, 'APPROVED', 'in-force'],
    ['three of five are not', { bands: [FULL], votes: votes('a+ b+ c+ d- e-') }, 'REJECTED', 'rejected'],
  ])('%s: %s', (_name, change, result, state) => {
    const decision = decided(change);
    expect(decision).toMatchObject({ result, state });
    expect(decision.conditions.length > 0).toBe(result === 'CONDITIONAL');
    expect(decision.reasons.length > 0).toBe(result === 'REJECTED');
    expect(decision.terms === null).toBe(result === 'REJECTED');
    expect(decision.validUntil).toBe(result === 'REJECTED' ? null : '2027-02-21');
    expect(decision.terms?.amountFen ?? 0).toBeLessThanOrEqual(8_000_000);
  });

  test('a rejection collects the reasons of the members, the veto and the secretary, each once', () => {
    expect(decided({ votes: votes('a+ b+ c-'), veto }, ['材料存疑', '负债过高', ' ']).reasons).toEqual([
      '负债过高',
      '行业风险',
      '材料存疑',
    ]);
  });

  test('a rejection without any reason is refused', () => {
    const silent = votes('a- b-').map((vote) => ({ ...vote, reason: ' ' }));
    expect(() => decided({ votes: silent })).toThrow(expect.objectContaining({ code: 'REJECTION_NEEDS_REASONS' }));
  });
});

describe('[4.12] the decision cites what it rests on', () => {
  test('report, policy, score, votes and voters', () => {
    const decision = decided({ votes: votes('a+ b+ c-') });
    expect(decision.report).toMatchObject({ reportVersion: 2, reportHash: 'a'.repeat(64), score: 612, scorecardVersion: 1 });
    expect(decision).toMatchObject({ policyVersion: 3, authority: 'SMALL', tally: { base: 3, needed: 2, cast: 3, yes: 2, no: 1 } });
    expect(decision.participants.filter((one) => one.role === 'VOTER').map((one) => one.employeeId)).toEqual(['emp_a', 'emp_b', 'emp_c']);
  });

  test('[G4] a recused voter is neither counted nor named a voter', () => {
    const recusals = [{ employeeId: 'emp_c', reason: '亲属', kind: 'DECLARED' as const, at }];
    const decision = decided({ votes: votes('a+ b+ c-'), recusals });
    expect(decision).toMatchObject({ result: 'APPROVED', tally: { cast: 2, yes: 2 } });
    expect(decision.participants.map((one) => one.employeeId)).not.toContain('emp_c');
  });
});

describe('[G4] no decision', () => {
  test.each([
    ['without any vote', {}, 'QUORUM_NOT_REACHED'],
    ['on one vote of three', { votes: votes('a+') }, 'QUORUM_NOT_REACHED'],
    ['on the votes of members when the chair decides alone', { bands: [INDIVIDUAL], votes: votes('a+ b+ c+') }, 'QUORUM_NOT_REACHED'],
    ['on the votes of who sold and investigated', { votes: votes('seller+ inv1+ inv2+') }, 'QUORUM_NOT_REACHED'],
    ['when too few serve', { bands: [{ ...FULL, membersNeeded: 7 }], votes: votes('a+ b+ c+ d+ e+ chair+') }, 'COMMITTEE_TOO_SMALL'],
    ['twice', { state: 'decided', votes: votes('a+ b+') }, 'ILLEGAL_TRANSITION'],
    ['on a withdrawn application', { state: 'withdrawn', votes: votes('a+ b+') }, 'ILLEGAL_TRANSITION'],
  ] as const)('%s', (_name, change, code) => {
    expect(() => decided(change)).toThrow(expect.objectContaining({ code }));
  });

  test('a quorum is named in heads', () => {
    expect(() => decided({ bands: [SMALL, FULL], votes: votes('a+') })).toThrow(
      expect.objectContaining({ data: { cast: 1, needed: 2, base: 3 } }),
    );
  });
});

describe('[4.12] the policy of the band', () => {
  const tied = (change: Partial<ApprovalCase> = {}) => aCase({ bands: [{ ...SMALL, tie: 'RETURN' }], votes: votes('a+ b-'), ...change });

  test('sends a tie back where it says so, and decides it nowhere', () => {
    const one = tied();
    const electorate = electorateOf(one, aRoll(), TODAY);
    expect(verdictOf(one, electorate, at)).toBe('RETURN');
    expect(() => decide(one, electorate, input)).toThrow(expect.objectContaining({ code: 'VOTE_TIED' }));
  });

  test.each([
    ['where a tie is a no', aCase({ votes: votes('a+ b-') })],
    ['where no report can go back', tied({ handoffId: null, reconsiders: 'dec_0' })],
    ['where it is no tie', tied({ votes: votes('a+ b- c-') })],
  ])('rejects %s', (_name, one) => {
    const electorate = electorateOf(one, aRoll(), TODAY);
    expect(verdictOf(one, electorate, at)).toBe('DECIDE');
    expect(decide(one, electorate, input).decision.result).toBe('REJECTED');
  });

  test('says how long the approval is good for, else the company does', () => {
    expect(decided({ bands: [{ ...SMALL, validityDays: 30 }], votes: votes('a+ b+') }).validUntil).toBe('2026-12-23');
    expect(decided({ votes: votes('a+ b+') }).validUntil).toBe('2027-02-21');
  });

  test.each([
    ['0.12', null],
    ['0.119', 'RATE_OVER_CAP'],
  ])('[7.3] a rate of 0.12 under a cap of %s: %p', (rateCap, code) => {
    const one = aCase({ votes: votes('a+ b+') });
    const act = () => decide(one, electorateOf(one, aRoll(), TODAY), { ...input, rateCap });
    if (code) expect(act).toThrow(expect.objectContaining({ code }));
    else expect(act).not.toThrow();
  });

  test('[7.3] a rejection hangs on no cap', () => {
    const one = aCase({ votes: votes('a- b-') });
    expect(decide(one, electorateOf(one, aRoll(), TODAY), { ...input, rateCap: '0.01' }).decision.result).toBe('REJECTED');
  });

  test.each([
    ['while others may vote', FULL, 'a+ b+ c+ d+', 1, 'CIRCULATION_OPEN'],
    ['when all have voted', FULL, 'chair+ a+ b+ c+ d+ e+', 1, null],
    ['when all seats are taken', SMALL, 'a+ b+ c+', 1, null],
    ['when a seat is free', SMALL, 'a+ b+', 1, 'CIRCULATION_OPEN'],
    ['after its end', SMALL, 'a+ b+', -1, null],
  ])('a circulated vote is not cut short %s', (_name, band, text, hours, code) => {
    const dueAt = new Date(at.getTime() + hours * 3_600_000);
    const circulation = { startedBy: 'emp_sec', startedAt: new Date(0), dueAt, remindedAt: null, outcome: 'RUNNING' as const };
    const one = aCase({ bands: [band], votes: votes(text), circulation, ballotDueAt: dueAt });
    const act = () => decide(one, electorateOf(one, aRoll(), TODAY), input);
    if (code) expect(act).toThrow(expect.objectContaining({ code }));
    else expect(act().approvalCase.ballotDueAt).toBeNull();
  });

  test('is cited with its hash, the opinions as they stood, and how long it took', () => {
    const asked = { handoffId: 'hof_2', question: '是否同意', askedBy: 'emp_sec', askedAt: at };
    const given = { kind: 'GIVEN' as const, stance: 'SUPPORT', text: '同意', by: 'emp_f', at };
    const opinions = [
      { ...asked, department: 'finance' as const, dueAt: at, answer: given },
      { ...asked, department: 'risk' as const, dueAt: new Date('2026-11-23T01:30:00Z'), answer: null },
    ];
    expect(decided({ votes: votes('a+ b+'), opinions })).toMatchObject({
      policyHash: 'c'.repeat(64),
      tookMinutes: 60,
      opinions: [
        { department: 'finance', stance: 'SUPPORT', late: false },
        { department: 'risk', stance: null, late: true },
      ],
    });
  });
});
