import { describe, expect, it } from '@jest/globals';
import { ALERT_STATES, riskAlertMachine } from './risk-alert.machine.js';

const ALLOWED: Readonly<Record<string, string>> = {
  'RAISED acknowledge': 'ACKNOWLEDGED',
  'ACKNOWLEDGED measure': 'MEASURED',
  'MEASURED measure': 'MEASURED',
};

describe('[7.12] risk alert, state x event', () => {
  it.each(ALERT_STATES.flatMap((state) => (['acknowledge', 'measure'] as const).map((event) => [state, event] as const)))(
    '%s %s',
    (state, event) => {
      const next = ALLOWED[`${state} ${event}`];
      if (next) expect(riskAlertMachine.next(state, event)).toBe(next);
      else expect(() => riskAlertMachine.next(state, event)).toThrow(expect.objectContaining({ code: 'ILLEGAL_TRANSITION' }));
    },
  );
});
