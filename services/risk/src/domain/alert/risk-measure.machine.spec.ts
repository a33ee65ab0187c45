import { describe, expect, it } from '@jest/globals';
import { RISK_MEASURE_ACTS, RISK_MEASURE_STATES, riskMeasureMachine } from './risk-measure.machine.js';

const ALLOWED: Readonly<Record<string, string>> = {
  'PLANNED handOver': 'HANDED_OVER',
  'PLANNED apply': 'APPLIED',
  'PLANNED check': 'CHECKED',
  'HANDED_OVER apply': 'APPLIED',
  'HANDED_OVER return': 'RETURNED',
  'APPLIED check': 'CHECKED',
  'RETURNED handOver': 'HANDED_OVER',
  'RETURNED check': 'CHECKED',
};

describe('[7.12] measure, state x event', () => {
  it.each(RISK_MEASURE_STATES.flatMap((state) => RISK_MEASURE_ACTS.map((event) => [state, event] as const)))('%s %s', (state, event) => {
    const next = ALLOWED[`${state} ${event}`];
    if (next) expect(riskMeasureMachine.next(state, event)).toBe(next);
    else expect(() => riskMeasureMachine.next(state, event)).toThrow(expect.objectContaining({ code: 'ILLEGAL_TRANSITION' }));
  });
});
