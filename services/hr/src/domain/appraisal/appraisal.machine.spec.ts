import { describe, expect, it } from '@jest/globals';
import { APPRAISAL_ACTS, APPRAISAL_STAGES, appraisalMachine } from './appraisal.machine.js';

const ALLOWED: Readonly<Record<string, string>> = {
  'OPENED view': 'SELF_VIEWED',
  'OPENED review': 'REVIEWED',
  'OPENED lapse': 'UNVIEWED',
  'UNVIEWED view': 'SELF_VIEWED',
  'UNVIEWED review': 'REVIEWED',
  'UNVIEWED close': 'CLOSED',
  'SELF_VIEWED view': 'SELF_VIEWED',
  'SELF_VIEWED review': 'REVIEWED',
  'SELF_VIEWED close': 'CLOSED',
  'REVIEWED review': 'REVIEWED',
  'REVIEWED appeal': 'APPEALED',
  'REVIEWED close': 'CLOSED',
  'APPEALED decide': 'DECIDED',
  'DECIDED close': 'CLOSED',
};

describe('[5.5, 7.12] appraisal, state x event', () => {
  it.each(APPRAISAL_STAGES.flatMap((state) => APPRAISAL_ACTS.map((event) => [state, event] as const)))('%s %s', (state, event) => {
    const next = ALLOWED[`${state} ${event}`];
    if (next) expect(appraisalMachine.next(state, event)).toBe(next);
    else expect(() => appraisalMachine.next(state, event)).toThrow(expect.objectContaining({ code: 'ILLEGAL_TRANSITION' }));
  });
});
