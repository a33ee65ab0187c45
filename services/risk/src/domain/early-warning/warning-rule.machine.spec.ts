import { describe, expect, it } from '@jest/globals';
import { WARNING_RULE_ACTS, WARNING_RULE_STATES, warningRuleMachine } from './warning-rule.machine.js';

const ALLOWED: Readonly<Record<string, string>> = { 'DRAFT activate': 'ACTIVE', 'DRAFT retire': 'RETIRED', 'ACTIVE retire': 'RETIRED' };

describe('[7.12] early-warning rule, state x event', () => {
  it.each(WARNING_RULE_STATES.flatMap((state) => WARNING_RULE_ACTS.map((event) => [state, event] as const)))('%s %s', (state, event) => {
    const next = ALLOWED[`${state} ${event}`];
    if (next) expect(warningRuleMachine.next(state, event)).toBe(next);
    else expect(() => warningRuleMachine.next(state, event)).toThrow(expect.objectContaining({ code: 'ILLEGAL_TRANSITION' }));
  });
});
