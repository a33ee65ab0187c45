import { describe, expect, test } from '@jest/globals';
import { checkValue } from './check-value.js';
import type { ParameterUnit } from './check-value.js';

type Row = readonly [unit: ParameterUnit, key: string, value: string];

const good: readonly Row[] = [
  ['WORKING_TIME', 'deadline.x', '3d'],
  ['WORKING_TIME', 'deadline.x', '0.5d'],
  ['RATE', 'rate.hard-cap', '0.24'],
  ['RATE', 'penalty.overdue-factor', '1.5'],
  ['FEN', 'major-matter.amount', '100000000'],
  ['COUNT', 'x', '0'],
  ['DAYS', 'approval.validity', '90'],
  ['JSON', 'x', '{}'],
  ['JSON', 'calendar.holidays', '[]'],
  ['JSON', 'calendar.holidays', '["2026-01-01","2026-01-02"]'],
  ['JSON', 'calendar.hours', '[{"from":"09:00","to":"12:00"},{"from":"13:30","to":"18:00"}]'],
  ['JSON', 'committee.quorum', '{"numerator":2,"denominator":3}'],
  ['JSON', 'collection.quiet-hours', '{"from":"22:00","to":"08:00"}'],
  ['JSON', 'collection.quiet-hours', '{"from":"12:00","to":"14:00"}'],
  ['JSON', 'collection.arrears-steps', '[1,8,31]'],
  ['JSON', 'collection.arrears-steps', '[]'],
  ['TEXT', 'x', '文字'],
];

const bad: readonly Row[] = [
  ['WORKING_TIME', 'deadline.x', '3'],
  ['WORKING_TIME', 'deadline.x', '-3d'],
  ['WORKING_TIME', 'deadline.x', ''],
  ['RATE', 'rate.hard-cap', '24%'],
  ['RATE', 'rate.hard-cap', '-0.24'],
  ['RATE', 'rate.hard-cap', '1e-3'],
  ['FEN', 'major-matter.amount', '1000.50'],
  ['FEN', 'major-matter.amount', '-1'],
  ['FEN', 'major-matter.amount', '9999999999999999999'],
  ['COUNT', 'x', '01'],
  ['DAYS', 'approval.validity', 'ninety'],
  ['DAYS', 'approval.validity', ''],
  ['JSON', 'x', '{'],
  ['JSON', 'calendar.holidays', '{}'],
  ['JSON', 'calendar.holidays', '["2026-02-30"]'],
  ['JSON', 'calendar.holidays', '[20260101]'],
  ['JSON', 'calendar.make-up-days', '["2026-01-04","2026-01-04"]'],
  ['JSON', 'calendar.hours', '[]'],
  ['JSON', 'calendar.hours', '[null]'],
  ['JSON', 'calendar.hours', '[{"from":"9:00","to":"12:00"}]'],
  ['JSON', 'calendar.hours', '[{"from":"12:00","to":"09:00"}]'],
  ['JSON', 'calendar.hours', '[{"from":"09:00","to":"12:00"},{"from":"11:00","to":"18:00"}]'],
  ['JSON', 'committee.quorum', 'null'],
  ['JSON', 'committee.quorum', '{"numerator":4,"denominator":3}'],
  ['JSON', 'committee.majority', '{"numerator":0,"denominator":3}'],
  ['JSON', 'committee.majority', '{"numerator":0.5,"denominator":1}'],
  ['JSON', 'collection.quiet-hours', 'null'],
  ['JSON', 'collection.quiet-hours', '{"from":"22:00"}'],
  ['JSON', 'collection.quiet-hours', '{"from":"22:00","to":"8:00"}'],
  ['JSON', 'collection.quiet-hours', '{"from":"24:00","to":"08:00"}'],
  ['JSON', 'collection.quiet-hours', '{"from":"08:00","to":"08:00"}'],
  ['JSON', 'collection.arrears-steps', '1'],
  ['JSON', 'collection.arrears-steps', '[0,8]'],
  ['JSON', 'collection.arrears-steps', '[8,1]'],
  ['JSON', 'collection.arrears-steps', '[1,1]'],
  ['JSON', 'collection.arrears-steps', '[1,"8"]'],
  ['TEXT', 'x', ' '],
  ['TEXT', 'x', 'x'.repeat(20_001)],
];

describe('[1.2] a value has the form of its unit', () => {
  test.each(good)('%s %s takes %s', (unit, key, value) => {
    expect(() => checkValue(key, unit, value)).not.toThrow();
  });

  test.each(bad)('%s %s refuses %s', (unit, key, value) => {
    expect(() => checkValue(key, unit, value)).toThrow(expect.objectContaining({ code: 'PARAMETER_VALUE_INVALID' }));
  });
});
