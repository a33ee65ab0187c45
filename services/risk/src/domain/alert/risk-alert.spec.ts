import { describe, expect, it, test } from '@jest/globals';
import { newId } from '@weilend/kernel';
import { acknowledge, assignTracker, decideMeasure, raiseAlert } from './risk-alert.js';
import type { NewMeasure } from './measure.js';
import type { NewAlert, RiskAlert } from './risk-alert.js';

const at = new Date('2026-11-23T08:00:00Z');
const news: NewAlert = {
  id: 'alt_1',
  category: 'CREDIT',
  level: 'HIGH',
  aboutId: newId('lon'),
  applicationId: null,
  text: ' sales are falling ',
  signalId: null,
  handoffId: null,
  raisedBy: 'employee:emp_1',
  raisedAt: at,
};
const alert = raiseAlert(news);
const known: RiskAlert = acknowledge(alert, 'emp_2', at);
const measure: NewMeasure = {
  measureId: 'mea_1',
  kind: 'FREEZE',
  ownerId: 'emp_3',
  dueOn: '2026-11-30',
  reason: 'until the accounts are seen',
  decidedBy: 'emp_2',
  decidedAt: at,
};
const given = { today: '2026-11-23', ownerActive: true };

describe('[7.1] an alert', () => {
  it.each(['cus', 'app', 'con', 'lon', 'ptn'])('may be about a %s', (prefix) => {
    expect(raiseAlert({ ...news, aboutId: newId(prefix) })).toMatchObject({ state: 'RAISED', text: 'sales are falling', measures: [] });
  });

  it.each<[string, Partial<NewAlert>, string]>([
    ['about nothing', { aboutId: '' }, 'ALERT_SUBJECT_INVALID'],
    ['about an employee', { aboutId: newId('emp') }, 'ALERT_SUBJECT_INVALID'],
    ['about a wrong id', { aboutId: 'lon_1' }, 'ALERT_SUBJECT_INVALID'],
    ['without a text', { text: '  ' }, 'TEXT_MISSING'],
    ['[3.7] with a card number', { text: 'card 6222021234567890123' }, 'PERSONAL_NUMBER_IN_TEXT'],
  ])('refused %s', (_name, change, code) => {
    expect(() => raiseAlert({ ...news, ...change })).toThrow(expect.objectContaining({ code }));
  });
});

describe('[4.23] acknowledged, tracked, measured', () => {
  test('by a superior, once', () => {
    expect(known).toMatchObject({ state: 'ACKNOWLEDGED', acknowledgedBy: 'emp_2', acknowledgedAt: at });
    expect(() => acknowledge(known, 'emp_2', at)).toThrow(expect.objectContaining({ code: 'ILLEGAL_TRANSITION' }));
  });

  test('[7.5] by a dedicated person who is in office', () => {
    expect(assignTracker(alert, { employeeId: 'emp_3', active: true }).trackerId).toBe('emp_3');
    expect(() => assignTracker(alert, { employeeId: 'emp_3', active: false })).toThrow(
      expect.objectContaining({ code: 'ALERT_TRACKER_NOT_ELIGIBLE' }),
    );
  });

  test('[7.4] further measures stand beside the first', () => {
    const twice = decideMeasure(decideMeasure(known, measure, given), { ...measure, measureId: 'mea_2', kind: 'EARLY_COLLECTION' }, given);
    expect(twice.measures.map((one) => one.kind)).toEqual(['FREEZE', 'EARLY_COLLECTION']);
  });

  test('[7.4] the earliest day that is still owed stands on the alert; nothing is owed of NONE', () => {
    const two = decideMeasure(decideMeasure(known, measure, given), { ...measure, measureId: 'mea_2', dueOn: '2026-11-25' }, given);
    expect(two.measureDueOn).toBe('2026-11-25');
    expect(decideMeasure(known, { ...measure, kind: 'NONE' }, given)).toMatchObject({
      measureDueOn: null,
      measures: [{ state: 'APPLIED' }],
    });
  });

  it.each<[string, RiskAlert, Partial<NewMeasure>, Partial<typeof given>, string]>([
    ['before it is acknowledged', alert, {}, {}, 'ILLEGAL_TRANSITION'],
    ['due yesterday', known, { dueOn: '2026-11-22' }, {}, 'MEASURE_DEADLINE_PAST'],
    ['owned by somebody who has left', known, {}, { ownerActive: false }, 'MEASURE_OWNER_NOT_ELIGIBLE'],
    ['without a reason', known, { reason: '' }, {}, 'TEXT_MISSING'],
    ['doing nothing without a reason', known, { kind: 'NONE', reason: ' ' }, {}, 'TEXT_MISSING'],
  ])('[7.4] refused %s', (_name, about, change, circumstances, code) => {
    expect(() => decideMeasure(about, { ...measure, ...change }, { ...given, ...circumstances })).toThrow(
      expect.objectContaining({ code }),
    );
  });
});
