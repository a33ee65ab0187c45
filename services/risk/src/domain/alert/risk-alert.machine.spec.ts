import { describe, expect, it } from '@jest/globals';
import { ALERT_ACTS, ALERT_STATES, riskAlertMachine } from './risk-alert.machine.js';

const ALLOWED: Readonly<Record<string, string>> = {
  'RAISED acknowledge': 'ACKNOWLEDGED',
  'ACKNOWLEDGED assess': 'ASSESSED',
  'ACKNOWLEDGED measure': 'MEASURED',
  'ASSESSED assess': 'ASSESSED',
  'ASSESSED measure': 'MEASURED',
  'MEASURED assess': 'MEASURED',
  'MEASURED measure': 'MEASURED',
  'MEASURED close': 'CLOSED',
};

describe('[7.12] risk alert, state x event', () => {
  it.each(ALERT_STATES.flatMap((state) => ALERT_ACTS.map((event) => [state, event] as const)))('%s %s', (state, event) => {
    const next = ALLOWED[`${state} ${event}`];
    if (next) expect(riskAlertMachine.next(state, event)).toBe(next);
    else expect(() => riskAlertMachine.next(state, event)).toThrow(expect.objectContaining({ code: 'ILLEGAL_TRANSITION' }));
  });
});
