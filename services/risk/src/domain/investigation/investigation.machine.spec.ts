import { describe, expect, it } from '@jest/globals';
import { INVESTIGATION_STATES, investigationMachine } from './investigation.machine.js';
import type { InvestigationEvent } from './investigation.machine.js';

const EVENTS: readonly InvestigationEvent[] = ['assign', 'record', 'finalise', 'return', 'withdraw', 'reopen'];
const ALLOWED: Readonly<Record<string, string>> = {
  'OPENED assign': 'ASSIGNED',
  'OPENED return': 'RETURNED',
  'OPENED withdraw': 'WITHDRAWN',
  'ASSIGNED assign': 'ASSIGNED',
  'ASSIGNED record': 'INVESTIGATING',
  'ASSIGNED return': 'RETURNED',
  'ASSIGNED withdraw': 'WITHDRAWN',
  'INVESTIGATING assign': 'INVESTIGATING',
  'INVESTIGATING record': 'INVESTIGATING',
  'INVESTIGATING finalise': 'FINALISED',
  'INVESTIGATING return': 'RETURNED',
  'INVESTIGATING withdraw': 'WITHDRAWN',
  'FINALISED reopen': 'INVESTIGATING',
};

describe('[7.12] investigation, state x event', () => {
  it.each(INVESTIGATION_STATES.flatMap((state) => EVENTS.map((event) => [state, event] as const)))('%s %s', (state, event) => {
    const next = ALLOWED[`${state} ${event}`];
    if (next) expect(investigationMachine.next(state, event)).toBe(next);
    else expect(() => investigationMachine.next(state, event)).toThrow(expect.objectContaining({ code: 'ILLEGAL_TRANSITION' }));
  });
});
