import { defineCollection, fields, oneOf } from '@weilend/mongo';
import { CLOCK_STOPS } from '../domain/clock/clock-steps.js';

export const clockAdvanceCollection = defineCollection({
  name: 'clock_advances',
  fields: {
    state: oneOf(['RUNNING', 'ARRIVED']),
    from: fields.instant,
    to: fields.instant,
    stops: { ...oneOf(CLOCK_STOPS), required: false },
    reached: fields.instant,
    steps: fields.count,
    /** Number of the company-wide step that every department must follow before the next one; 0 before the first. */
    step: fields.count,
    requestedBy: fields.text,
    arrivedAt: fields.optionalInstant,
  },
  indexes: [
    {
      name: 'oneRunning',
      keys: { state: 1 },
      why: 'one advance at a time, whatever races',
      options: { unique: true, partialFilterExpression: { state: 'RUNNING' } },
    },
  ],
});
