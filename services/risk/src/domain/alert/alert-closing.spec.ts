import { describe, expect, it, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import fc from 'fast-check';
import { assessAlert, checkMeasure, closeAlert, escalateAlert } from './alert-closing.js';
import { handOver, noteOutcome } from './measure.js';
import { acknowledge, decideMeasure, measureOf, raiseAlert, withMeasure } from './risk-alert.js';
import type { RiskAlert } from './risk-alert.js';
import { ALERT_STATES } from './risk-alert.machine.js';
import { RISK_MEASURE_STATES } from './risk-measure.machine.js';

const t = (minute: number) => new Date(Date.UTC(2026, 10, 23, 8, minute));
const raised = raiseAlert({
  ...{ id: 'alt_1', category: 'CREDIT', level: 'HIGH', aboutId: newId('lon'), applicationId: null, text: 'sales are falling' },
  ...{ signalId: null, handoffId: null, raisedBy: 'employee:emp_1', raisedAt: t(0) },
});
const known = acknowledge(raised, 'emp_2', t(1));
const said = { probability: 'LIKELY' as const, expectedLossFen: 500_000, text: 'half of it may be lost', by: 'emp_3', at: t(2) };
const measured = (kind: 'NONE' | 'FREEZE' = 'NONE', alert: RiskAlert = assessAlert(known, said), id = 'mea_1') =>
  decideMeasure(
    alert,
    { measureId: id, kind, ownerId: 'emp_3', dueOn: '2026-11-30', reason: 'after the talk with him', decidedBy: 'emp_2', decidedAt: t(3) },
    { today: '2026-11-23', ownerActive: true },
  );
const check = (effect: 'EFFECTIVE' | 'PARTLY' | 'NOT', at = t(4)) => ({
  effect,
  evidence: 'the account statement of today',
  by: 'emp_3',
  at,
});
const end = { text: 'the risk is gone', by: 'emp_2', at: t(9) };

describe('[7.1, 4.23] the assessment', () => {
  test('says probability, loss and why, and stays beside later ones', () => {
    const twice = assessAlert(assessAlert(known, said), { ...said, probability: 'CERTAIN' });
    expect(twice).toMatchObject({ state: 'ASSESSED', assessments: [{ probability: 'LIKELY', level: 'HIGH' }, { probability: 'CERTAIN' }] });
  });

  test('raises or lowers the level with its reason', () => {
    const lower = assessAlert(known, { ...said, level: 'LOW', levelReason: 'he has paid it back' });
    expect(lower).toMatchObject({ level: 'LOW', assessments: [{ levelBefore: 'HIGH', level: 'LOW', levelReason: 'he has paid it back' }] });
  });

  it.each<[string, RiskAlert, object, string]>([
    ['before it is acknowledged', raised, {}, 'ILLEGAL_TRANSITION'],
    ['with another level and no reason', known, { level: 'LOW' }, 'ALERT_LEVEL_REASON_MISSING'],
    ['with another level and an empty reason', known, { level: 'MEDIUM', levelReason: ' ' }, 'ALERT_LEVEL_REASON_MISSING'],
    ['with a loss below zero', known, { expectedLossFen: -1 }, 'ALERT_LOSS_INVALID'],
    ['with a part of a fen', known, { expectedLossFen: 0.5 }, 'ALERT_LOSS_INVALID'],
    ['without words', known, { text: ' ' }, 'TEXT_MISSING'],
    ['[3.7] with a telephone number', known, { text: 'call 13800001111' }, 'PERSONAL_NUMBER_IN_TEXT'],
  ])('refused %s', (_title, alert, change, code) => {
    expect(() => assessAlert(alert, { ...said, ...change })).toThrow(expect.objectContaining({ code }));
  });
});

describe('[7.4] closing', () => {
  test('when every measure was checked and the last one worked', () => {
    const closed = closeAlert(checkMeasure(measured(), 'mea_1', check('PARTLY')), end);
    expect(closed).toMatchObject({ state: 'CLOSED', closing: { text: 'the risk is gone', by: 'emp_2' }, openKey: null });
  });

  test('one that did not work is followed by another, or by an escalation after it', () => {
    const failed = checkMeasure(measured(), 'mea_1', check('NOT'));
    expect(() => closeAlert(failed, end)).toThrow(expect.objectContaining({ code: 'ALERT_RISK_NOT_TREATED' }));
    const further = checkMeasure(measured('NONE', failed, 'mea_2'), 'mea_2', check('EFFECTIVE', t(5)));
    expect(closeAlert(further, end).state).toBe('CLOSED');
    const told = escalateAlert(failed, { reason: 'the general manager decides', by: 'emp_2', at: t(6) });
    expect(closeAlert(told, end).state).toBe('CLOSED');
    const tooEarly = checkMeasure(escalateAlert(measured(), { reason: 'early word', by: 'emp_2', at: t(3) }), 'mea_1', check('NOT'));
    expect(() => closeAlert(tooEarly, end)).toThrow(expect.objectContaining({ code: 'ALERT_RISK_NOT_TREATED' }));
  });

  const skipped = checkMeasure(measured('NONE', known), 'mea_1', check('EFFECTIVE'));
  it.each<[string, () => unknown, string]>([
    ['straight after it was raised', () => closeAlert(raised, end), 'ILLEGAL_TRANSITION'],
    ['after the assessment alone', () => closeAlert(assessAlert(known, said), end), 'ILLEGAL_TRANSITION'],
    ['without an assessment', () => closeAlert(skipped, end), 'ALERT_NOT_ASSESSED'],
    ['with a measure that nobody checked', () => closeAlert(measured(), end), 'ALERT_MEASURES_UNCHECKED'],
    ['without words', () => closeAlert(checkMeasure(measured(), 'mea_1', check('PARTLY')), { ...end, text: '' }), 'TEXT_MISSING'],
    ['a check of a measure that is not there', () => checkMeasure(measured(), 'mea_9', check('NOT')), 'MEASURE_UNKNOWN'],
    ['an escalation without a reason', () => escalateAlert(known, { reason: '', by: 'emp_2', at: t(3) }), 'TEXT_MISSING'],
  ])('refused %s', (_title, act, code) => expect(act).toThrow(expect.objectContaining({ code })));

  test('nothing happens to a closed alert any more', () => {
    const closed = closeAlert(checkMeasure(measured(), 'mea_1', check('EFFECTIVE')), end);
    for (const act of [
      () => assessAlert(closed, said),
      () => checkMeasure(closed, 'mea_1', check('NOT')),
      () => escalateAlert(closed, { reason: 'once more', by: 'emp_2', at: t(9) }),
      () => closeAlert(closed, end),
      () => measured('NONE', closed, 'mea_3'),
    ])
      expect(act).toThrow(expect.objectContaining({ code: 'ILLEGAL_TRANSITION' }));
  });
});

test('[7.4, 7.5] whatever is done in whatever order: no unlisted state, and nothing closes with a measure that was not checked', () => {
  const target = { customerId: 'cus_1', loanId: 'lon_1', applicationId: null };
  const acts: readonly ((alert: RiskAlert, no: number) => RiskAlert)[] = [
    (alert) => acknowledge(alert, 'emp_2', t(1)),
    (alert) => assessAlert(alert, said),
    (alert, no) => measured('FREEZE', alert, `mea_${no}`),
    (alert, no) => measured('NONE', alert, `mea_${no}`),
    (alert, no) => withMeasure(alert, handOver(some(alert, no), { handoffId: `hof_${no}`, target, at: t(4) })),
    (alert, no) => withMeasure(alert, noteOutcome(some(alert, no), 'apply', { text: 'done', at: t(5) })),
    (alert, no) => withMeasure(alert, noteOutcome(some(alert, no), 'return', { text: 'no', at: t(5) })),
    (alert, no) => checkMeasure(alert, some(alert, no).measureId, check(no % 2 ? 'NOT' : 'EFFECTIVE', t(no % 50))),
    (alert, no) => escalateAlert(alert, { reason: 'somebody above', by: 'emp_2', at: t(no % 50) }),
    (alert) => closeAlert(alert, end),
  ];
  const some = (alert: RiskAlert, no: number) => measureOf(alert, alert.measures[no % Math.max(1, alert.measures.length)]?.measureId ?? '');
  let closedRuns = 0;
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(acts.length - 1), fc.nat(99)), { minLength: 4, maxLength: 40 }), (steps) => {
      let alert: RiskAlert = raised;
      for (const [act, no] of steps) {
        try {
          alert = (acts[act] as (alert: RiskAlert, no: number) => RiskAlert)(alert, no);
        } catch (error) {
          expect(error).toMatchObject({ code: expect.any(String) });
        }
        expect(ALERT_STATES).toContain(alert.state);
        for (const measure of alert.measures) expect(RISK_MEASURE_STATES).toContain(measure.state);
        if (alert.state !== 'CLOSED') continue;
        closedRuns += 1;
        expect(alert.measures.length).toBeGreaterThan(0);
        expect(alert.measures.every((measure) => measure.check !== null)).toBe(true);
        expect(alert.assessments.length).toBeGreaterThan(0);
      }
    }),
    { seed: 7, numRuns: 1_500 },
  );
  expect(closedRuns).toBeGreaterThan(0);
});
