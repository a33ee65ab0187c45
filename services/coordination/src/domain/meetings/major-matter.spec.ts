import { describe, expect, it } from '@jest/globals';
import { matterOfAlert, matterOfAmount, matterOfEscalation, matterOfInspection, matterOfViolation, matterOfWatch } from './major-matter.js';

describe('major matters open a meeting at once', () => {
  it.each([
    ['CREDIT', ['risk', 'sales', 'finance']],
    ['MARKET', ['risk', 'sales', 'finance']],
    ['POLICY', ['risk', 'sales', 'compliance']],
  ] as const)('[8.3] a HIGH %s alert calls %j', (category, departments) => {
    expect(matterOfAlert({ alertId: 'alt_1', category, level: 'HIGH', aboutId: 'app_1' })).toMatchObject({
      cause: 'HIGH_RISK_ALERT',
      causeKey: 'alert:alt_1',
      departments,
      subject: 'app_1',
    });
  });

  it.each(['LOW', 'MEDIUM', '', 'high'])('[8.3] an alert of level "%s" calls nobody', (level) => {
    expect(matterOfAlert({ alertId: 'alt_1', category: 'CREDIT', level, aboutId: 'app_1' })).toBeNull();
  });

  it.each([
    ['NOT_ACKNOWLEDGED', '预警超时未确认'],
    ['MEASURE_INEFFECTIVE', '风险措施无效'],
    ['SOMETHING_NEW', 'SOMETHING_NEW'],
  ])('[4.23, 8.3] a HIGH alert that goes further (%s) calls a meeting of its own', (cause, why) => {
    const alert = { alertId: 'alt_1', category: 'CREDIT' as const, aboutId: 'lon_1', cause, escalationNo: 2 };
    const matter = matterOfEscalation({ ...alert, level: 'HIGH' });
    expect(matter).toMatchObject({ cause: 'HIGH_RISK_ALERT', causeKey: 'alert:alt_1:2', subject: 'lon_1' });
    expect(matter?.agenda[0]).toContain(why);
    expect(matterOfEscalation({ ...alert, level: 'MEDIUM' })).toBeNull();
  });

  it.each([
    ['NO_TRACKER_OR_PLAN', '无专人跟踪'],
    ['REVIEW_OVERDUE', '超期未复核'],
  ])('[7.5, 7.6, 8.3] a watch that goes further (%s) calls a meeting', (cause, why) => {
    const matter = matterOfWatch({ watchId: 'wat_1', aboutId: 'cus_1', cause, escalationNo: 1 });
    expect(matter).toMatchObject({ causeKey: 'watch:wat_1:1', departments: ['risk', 'sales', 'finance'], subject: 'cus_1' });
    expect(matter.agenda[0]).toContain(why);
  });

  it.each([
    ['AS_AGREED', null],
    ['UNCLEAR', null],
    ['MISUSE', 'inspection:ins_1'],
  ])('[8.3] an inspection %s', (verdict, causeKey) => {
    expect(matterOfInspection({ inspectionId: 'ins_1', verdict, applicationId: 'app_1' })?.causeKey ?? null).toBe(causeKey);
  });

  it.each([
    ['MINOR', null],
    ['SERIOUS', null],
    ['SEVERE', 'violation:vio_1'],
  ])('[8.3] a %s violation', (severity, causeKey) => {
    expect(matterOfViolation({ violationId: 'vio_1', severity })?.causeKey ?? null).toBe(causeKey);
  });

  it.each([
    [99_999_999, false],
    [100_000_000, false],
    [100_000_001, true],
  ])('[8.3] an amount of %d fen against 1,000,000 yuan: meeting %s', (amountFen, meets) => {
    expect(matterOfAmount({ handoffId: 'hof_1', applicationId: 'app_1', amountFen }, 100_000_000) !== null).toBe(meets);
  });
});
