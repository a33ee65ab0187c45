import { defineMachine } from '@weilend/kernel';

// A supplementary agreement (补充协议) is open from the day on which finance restructures a signed loan; the customer acknowledges it, then it is
// signed. One that the next restructuring overtakes before it is signed is replaced: only the newest terms are put before the customer.

export const AMENDMENT_STATES = ['open', 'acknowledged', 'signed', 'replaced'] as const;
export type AmendmentState = (typeof AMENDMENT_STATES)[number];
export type AmendmentEvent = 'acknowledge' | 'sign' | 'replace';

export const amendmentMachine = defineMachine<AmendmentState, AmendmentEvent>({
  name: 'contract-amendment',
  initial: 'open',
  states: {
    open: { acknowledge: 'acknowledged', replace: 'replaced' },
    acknowledged: { acknowledge: 'acknowledged', sign: 'signed', replace: 'replaced' },
    signed: {},
    replaced: {},
  },
});
