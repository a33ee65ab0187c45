import { describe, expect, it } from '@jest/globals';
import { BUREAU_EVENTS, BUREAU_STATES, bureauInquiryMachine } from './bureau-inquiry.machine.js';

describe('[7.12] bureau inquiry, state x event', () => {
  const allowed: Record<string, string> = {
    'REQUESTED answer': 'ANSWERED',
    'REQUESTED fail': 'FAILED',
    'REQUESTED retry': 'REQUESTED',
    'REQUESTED callOff': 'FAILED',
  };
  const rows = BUREAU_STATES.flatMap((state) => BUREAU_EVENTS.map((event) => [state, event] as const));
  it.each(rows)('%s %s', (state, event) => {
    const next = allowed[`${state} ${event}`];
    if (next) expect(bureauInquiryMachine.next(state, event)).toBe(next);
    else expect(() => bureauInquiryMachine.next(state, event)).toThrow(expect.objectContaining({ code: 'ILLEGAL_TRANSITION' }));
  });
});
