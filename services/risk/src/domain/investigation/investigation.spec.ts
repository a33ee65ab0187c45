import { describe, expect, it, test } from '@jest/globals';
import { endWithoutReport, isOpen, openInvestigation, reopenForCommittee, requireInvestigator, withCheck } from './investigation.js';
import type { HandedOver, Investigation } from './investigation.js';
import { INVESTIGATION_STATES } from './investigation.machine.js';
import type { InvestigationState } from './investigation.machine.js';

const at = new Date('2026-11-23T08:00:00Z');
const handedOver: HandedOver = {
  ...{ applicationId: 'app_1', round: 2, handoffId: 'hof_1', customerId: 'cus_1', customerType: 'INDIVIDUAL', salespersonId: 'emp_s' },
  terms: { productId: 'prd_1', amountFen: 300_000, termMonths: 12, annualRate: '0.12', method: 'EQUAL_INSTALMENT' },
  ...{ purpose: 'VEHICLE', identityIndex: 'bi1.x', consents: [], participants: [{ role: 'SALESPERSON', employeeId: 'emp_s' }] },
};
const open = (earlier: readonly Pick<Investigation, 'round' | 'state'>[] = []) =>
  openInvestigation(handedOver, { id: 'inv_1', at }, earlier);
const inState = (state: InvestigationState): Investigation => ({ ...open(), state });

describe('[4.8] one investigation per application and round', () => {
  it.each<[string, Pick<Investigation, 'round' | 'state'>[]]>([
    ['the first', []],
    ['after a return', [{ round: 1, state: 'RETURNED' }]],
    ['after a final report', [{ round: 1, state: 'FINALISED' }]],
  ])('opens: %s', (_name, earlier) => {
    expect(open(earlier)).toMatchObject({ state: 'OPENED', round: 2, investigatorIds: [], score: null, version: 0 });
  });

  it.each<[string, Pick<Investigation, 'round' | 'state'>[], string]>([
    ['the same round again', [{ round: 2, state: 'RETURNED' }], 'ROUND_ALREADY_INVESTIGATED'],
    ['the same round, still open', [{ round: 2, state: 'OPENED' }], 'ROUND_ALREADY_INVESTIGATED'],
    ['an earlier round just opened', [{ round: 1, state: 'OPENED' }], 'INVESTIGATION_STILL_OPEN'],
    ['an earlier round being investigated', [{ round: 1, state: 'INVESTIGATING' }], 'INVESTIGATION_STILL_OPEN'],
  ])('refuses: %s', (_name, earlier, code) => {
    expect(() => open(earlier)).toThrow(expect.objectContaining({ code }));
  });

  it.each(INVESTIGATION_STATES)('%s is open or not', (state) => {
    expect(isOpen(state)).toBe(['OPENED', 'ASSIGNED', 'INVESTIGATING'].includes(state));
  });
});

describe('[4.11] only the pair', () => {
  it.each([
    ['nobody is assigned', []],
    ['two others are', ['emp_2', 'emp_3']],
  ])('refused when %s', (_name, investigatorIds) => {
    expect(() => requireInvestigator({ investigatorIds }, 'emp_1')).toThrow(expect.objectContaining({ code: 'NOT_ASSIGNED' }));
  });

  test('one of the two may', () => {
    expect(() => requireInvestigator({ investigatorIds: ['emp_1', 'emp_2'] }, 'emp_2')).not.toThrow();
  });
});

describe('[7.12] how a round goes on and ends', () => {
  it.each<[InvestigationState]>([['OPENED'], ['FINALISED'], ['RETURNED'], ['WITHDRAWN']])('nothing is recorded in %s', (state) => {
    expect(() => withCheck(inState(state), {})).toThrow(expect.objectContaining({ code: 'ILLEGAL_TRANSITION' }));
  });

  it.each<[InvestigationState, 'return' | 'withdraw']>([
    ['FINALISED', 'return'],
    ['FINALISED', 'withdraw'],
    ['RETURNED', 'withdraw'],
    ['WITHDRAWN', 'return'],
  ])('%s does not %s', (state, how) => {
    expect(() => endWithoutReport(inState(state), how, { at, by: 'emp_1', reasons: [] })).toThrow(
      expect.objectContaining({ code: 'ILLEGAL_TRANSITION' }),
    );
  });

  test('the committee reopens a final report, keeping what was done', () => {
    const final = { ...inState('FINALISED'), closing: { at, by: 'emp_1', reasons: [] } };
    expect(reopenForCommittee(final, { at, reasons: ['second visit'] })).toMatchObject({
      state: 'INVESTIGATING',
      closing: null,
      committeeReturns: [{ reasons: ['second visit'] }],
    });
  });

  it.each<[InvestigationState]>([['OPENED'], ['ASSIGNED'], ['INVESTIGATING'], ['RETURNED'], ['WITHDRAWN']])(
    'a late return changes nothing in %s',
    (state) => {
      const investigation = inState(state);
      expect(reopenForCommittee(investigation, { at, reasons: [] })).toBe(investigation);
    },
  );
});
