import { defineMachine } from '@weilend/kernel';

// A disbursement order (放款单): opened for a signed contract, made by one officer, checked by another, sent to the bank, paid.
// Once it is sent, money may be on its way: from there only the bank's answer decides.
export const orderMachine = defineMachine({
  name: 'DisbursementOrder',
  initial: 'OPEN',
  states: {
    OPEN: { make: 'MADE', return: 'RETURNED', cancel: 'CANCELLED' },
    MADE: { check: 'RESERVED', return: 'RETURNED', cancel: 'CANCELLED' },
    RESERVED: { send: 'SENT', return: 'RETURNED', cancel: 'CANCELLED' },
    SENT: { send: 'SENT', pay: 'PAID', return: 'RETURNED' },
    PAID: {},
    RETURNED: {},
    CANCELLED: {},
  },
});

export type OrderState = 'OPEN' | 'MADE' | 'RESERVED' | 'SENT' | 'PAID' | 'RETURNED' | 'CANCELLED';
export const ORDER_STATES = ['OPEN', 'MADE', 'RESERVED', 'SENT', 'PAID', 'RETURNED', 'CANCELLED'] as const satisfies readonly OrderState[];

/** A contract, and its application, has at most one order in these states: what is returned or cancelled may be ordered anew, what is paid may not. */
export const LIVE_STATES = ['OPEN', 'MADE', 'RESERVED', 'SENT', 'PAID'] as const satisfies readonly OrderState[];
