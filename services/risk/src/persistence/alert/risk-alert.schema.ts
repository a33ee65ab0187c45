import { RISK_RATINGS } from '@weilend/contracts';
import { defineCollection, fields, oneOf, record } from '@weilend/mongo';
import { ALERT_CATEGORIES, MEASURE_KINDS } from '../../domain/alert/risk-alert.js';
import { ALERT_STATES } from '../../domain/alert/risk-alert.machine.js';

const measureRecord = record({
  measureId: fields.text,
  kind: oneOf(MEASURE_KINDS),
  ownerId: fields.text,
  dueOn: fields.date,
  reason: fields.text,
  decidedBy: fields.text,
  decidedAt: fields.instant,
});

export const riskAlertCollection = defineCollection({
  name: 'risk_alerts',
  fields: {
    category: oneOf(ALERT_CATEGORIES),
    level: oneOf(RISK_RATINGS),
    aboutId: fields.id,
    applicationId: fields.optionalText,
    text: fields.text,
    signalId: fields.optionalText,
    handoffId: fields.optionalText,
    raisedBy: fields.text,
    raisedAt: fields.instant,
    state: oneOf(ALERT_STATES),
    acknowledgedBy: fields.optionalText,
    acknowledgedAt: fields.optionalInstant,
    trackerId: fields.optionalText,
    measures: { type: [measureRecord], required: true },
  },
  indexes: [
    {
      name: 'signal',
      keys: { signalId: 1 },
      why: 'one signal raises one alert',
      options: { unique: true, partialFilterExpression: { signalId: { $type: 'string' } } },
    },
    { name: 'untracked', keys: { level: 1, trackerId: 1, _id: -1 }, why: 'HIGH alerts without a tracker [7.5]' },
    { name: 'application', keys: { applicationId: 1, _id: -1 }, why: 'the alerts of an application' },
    { name: 'state', keys: { state: 1, _id: -1 }, why: 'alerts that nobody has taken up' },
  ],
});
