import { describe, expect, test } from '@jest/globals';
import { addDays } from '@weilend/kernel';
import type { LocalDate } from '@weilend/kernel';
import { aCase, aRoll, aSubstitute, COMMITTEE, FULL, INDIVIDUAL, SMALL, TODAY, votes } from '../__cases__/committee.builder.js';
import type { ApprovalCase } from '../case/approval-case.js';
import { electorateOf } from '../case/electorate.js';
import type { Roll } from '../case/electorate.js';
import { decide } from './decide.js';
import type { Decision } from './decide.js';
import { isElectorate } from './recheck-electors.js';
import type { DecisionRecord } from './recheck.js';

const at = new Date('2026-11-23T02:00:00Z');
const basis = {
  decisionId: 'dec_1',
  decidedBy: 'emp_sec',
  decidedOn: TODAY,
  decidedAt: at,
  validityDays: 90,
  rateCap: '0.24',
  reasons: ['-'],
};
const aside = (approvalCase: ApprovalCase): Set<string> =>
  new Set([...approvalCase.recusals, ...approvalCase.participants].map(({ employeeId }) => employeeId));

function recorded(change: Partial<ApprovalCase>, roll: Roll = aRoll()): DecisionRecord {
  const open = aCase({ bands: [FULL], votes: votes('a+ b+ c+ d+ e- chair+'), ...change });
  const { approvalCase, decision } = decide(open, electorateOf(open, roll, TODAY), basis);
  return { decision: { ...decision, minutesHtml: '', minutesHash: '' }, approvalCase, policy: null, terms: roll.terms };
}

const holds = (record: DecisionRecord): boolean => {
  const out = aside(record.approvalCase);
  const counted = record.approvalCase.votes.filter(({ employeeId }) => !out.has(employeeId));
  return isElectorate(record, counted, out);
};
const withDecision = (record: DecisionRecord, change: Partial<Decision>): DecisionRecord => ({
  ...record,
  decision: { ...record.decision, ...change },
});
const recusal = (employeeId: string) => ({ employeeId, reason: 'x', kind: 'FORCED' as const, at });
const substituted = aRoll([...COMMITTEE, aSubstitute('s', 'e')]);
const away = aRoll(COMMITTEE, [{ employeeId: 'emp_e', fromOn: TODAY, toOn: TODAY }]);

describe('[4.12, 7.3] who was entitled, counted again from what is kept with the decision', () => {
  test.each<[string, DecisionRecord]>([
    ['everybody', recorded({})],
    ['everybody but one who stood aside', recorded({ votes: votes('a+ b+ c+ d+ chair+'), recusals: [recusal('emp_e')] })],
    ['with one who was away', recorded({ votes: votes('a+ b+ c+ d+ chair+') }, away)],
    ['with a substitute', recorded({ votes: votes('a+ b+ c+ d+ chair+'), recusals: [recusal('emp_e')] }, substituted)],
    ['a small committee', recorded({ bands: [SMALL, FULL], votes: votes('a+ b+ c-') })],
    ['the chair alone', recorded({ bands: [INDIVIDUAL, SMALL], votes: votes('chair+') })],
  ])('stands: %s', (_name, record) => {
    expect(holds(record)).toBe(true);
  });

  test('stands years later, when people have come and gone', () => {
    const record = recorded({});
    const left = COMMITTEE.map((term) => ({ ...term, toOn: '2027-06-30' as LocalDate }));
    const newcomers = ['emp_x', 'emp_y'].map((employeeId) => {
      return { employeeId, office: 'MEMBER' as const, fromOn: '2027-07-01' as LocalDate, toOn: null };
    });
    expect(holds({ ...record, terms: [...left, ...newcomers] })).toBe(true);
  });

  const endedOn = (record: DecisionRecord, name: string, toOn: LocalDate): DecisionRecord => ({
    ...record,
    terms: record.terms.map((term) => (term.employeeId === name ? { ...term, toOn } : term)),
  });

  test.each<[string, DecisionRecord, boolean]>([
    ['on the very day, without a vote', endedOn(recorded({ votes: votes('a+ b+ c+ d+ chair+') }, away), 'emp_e', TODAY), true],
    [
      'before that day, without a vote',
      endedOn(recorded({ votes: votes('a+ b+ c+ d+ chair+') }, away), 'emp_e', addDays(TODAY, -1)),
      false,
    ],
    [
      'long before that day, without a vote',
      endedOn(recorded({ votes: votes('a+ b+ c+ d+ chair+') }), 'emp_e', addDays(TODAY, -90)),
      false,
    ],
    ['before that day, after a vote', endedOn(recorded({}), 'emp_e', addDays(TODAY, -1)), true],
  ])('a member on the list whose office ended %s: %#', (_name, changed, expected) => {
    expect(holds(changed)).toBe(expected);
  });

  const record = recorded({ votes: votes('a+ b+ c+ d+ chair+') }, away);
  const { decision } = record;
  const electors = decision.electors ?? [];
  const stranger = { employeeId: 'emp_x', office: 'MEMBER' as const, seatOf: 'emp_x', present: true };
  const without = (name: string) => electors.filter(({ employeeId }) => employeeId !== name);
  const tally = (base: number) => ({ tally: { ...decision.tally, base } });

  test.each<[string, DecisionRecord]>([
    ['an absent member left out, so that the quorum is easier', withDecision(record, { electors: without('emp_e'), ...tally(5) })],
    ['the base alone made smaller', withDecision(record, tally(5))],
    ['the base alone made larger', withDecision(record, tally(7))],
    ['a stranger put in', withDecision(record, { electors: [...electors, stranger], ...tally(7) })],
    ['a voter taken out', withDecision(record, { electors: without('emp_a'), ...tally(5) })],
    ['one named twice', withDecision(record, { electors: [...electors, ...electors.slice(0, 1)] })],
    ['a voter who is said to have been away', withDecision(record, { electors: electors.map((one) => ({ ...one, present: false })) })],
    ['a seat that is somebody else’s', withDecision(record, { electors: electors.map((one) => ({ ...one, seatOf: 'emp_a' })) })],
    ['an office that nobody held', withDecision(record, { electors: electors.map((one) => ({ ...one, office: 'SUBSTITUTE' as const })) })],
    ['one who stands aside', { ...record, approvalCase: { ...record.approvalCase, recusals: [recusal('emp_e')] } }],
    ['members who were appointed later', { ...record, terms: COMMITTEE.map((term) => ({ ...term, fromOn: '2026-11-24' as LocalDate })) }],
    ['a member who sat and was never asked', { ...record, terms: [...COMMITTEE, { ...COMMITTEE[1]!, employeeId: 'emp_z' }] }],
    ['an authority that the case has not', withDecision(record, { authority: 'SMALL' })],
    [
      'a small committee of fewer than it needs',
      withDecision(recorded({ bands: [SMALL], votes: votes('a+ b+ c-') }), { electors: electors.slice(0, 2) }),
    ],
    ['a chair alone with others on the list', withDecision(recorded({ bands: [INDIVIDUAL], votes: votes('chair+') }), { electors })],
  ])('notices %s', (_name, changed) => {
    expect(holds(changed)).toBe(false);
  });

  test.each([
    [5, true],
    [6, true],
    [7, false],
    [4, false],
  ])('a decision from before the list was kept: a base of %d is possible: %p', (base, expected) => {
    expect(holds(withDecision(record, { electors: null, ...tally(base) }))).toBe(expected);
  });
});
