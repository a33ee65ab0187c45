import { expect, test } from '@jest/globals';
import { requireDesk, requirePapersOpen } from './desk-acts.js';
import type { DeskAct } from './desk-acts.js';
import { DESK_STATES } from './desk.machine.js';
import type { DeskState } from './desk.machine.js';
import { noFacts } from './facts.js';
import type { DecisionOutcome, Facts } from './facts.js';

const allows = (act: DeskAct) =>
  DESK_STATES.filter((state) => {
    try {
      requireDesk(state, act);
      return true;
    } catch {
      return false;
    }
  });

test.each<[DeskAct, string[]]>([
  ['amend', ['draft', 'returned']],
  ['attach-document', ['draft', 'returned']],
  ['judge-document', ['draft', 'under-check', 'returned']],
])('[4.4, 7.12] %s is done in %j only', (act, states) => {
  expect(allows(act)).toEqual(states);
});

test('[7.12] a refusal names where it is done', () => {
  expect(() => requireDesk('passed', 'amend')).toThrow(
    expect.objectContaining({ code: 'NOT_NOW', data: { state: 'passed', act: 'amend', allowed: ['draft', 'returned'] } }),
  );
});

const at = new Date(0);
function decided(result: DecisionOutcome, lapsedBecause: string | null = null): Facts {
  const decision = { decisionId: 'dec_1', result, terms: null, validUntil: null, conditionIds: [], at };
  return { ...noFacts, decisions: [decision], lapsed: lapsedBecause ? [{ decisionId: 'dec_1', reason: lapsedBecause, at }] : [] };
}

test.each<[string, DeskState, Facts, boolean]>([
  ['prepared', 'draft', noFacts, true],
  ['supplemented', 'returned', noFacts, true],
  ['supplemented after a no', 'returned', decided('REJECTED'), true],
  ['rejected', 'passed', decided('REJECTED'), true],
  ['ended by a condition', 'passed', decided('CONDITIONAL', 'CONDITION_EXPIRED'), true],
  [
    'ended by a condition whose decision was another',
    'passed',
    { ...decided('APPROVED'), lapsed: decided('CONDITIONAL', 'CONDITION_EXPIRED').lapsed.map((one) => ({ ...one, decisionId: 'dec_0' })) },
    false,
  ],
  ['passed on and not decided', 'passed', noFacts, false],
  ['approved', 'passed', decided('APPROVED'), false],
  ['approved with conditions', 'passed', decided('CONDITIONAL'), false],
  ['run out unused', 'passed', decided('APPROVED', 'EXPIRED'), false],
  ['handed in', 'submitted', noFacts, false],
  ['under check', 'under-check', noFacts, false],
  ['withdrawn after a no', 'withdrawn', decided('REJECTED'), false],
  ['signed', 'signed', decided('APPROVED'), false],
])('[4.5, 4.12] papers of what is %s', (_title, desk, facts, open) => {
  const add = () => requirePapersOpen({ desk, facts });
  if (open) expect(add).not.toThrow();
  else expect(add).toThrow(expect.objectContaining({ code: 'NOT_NOW' }));
});
