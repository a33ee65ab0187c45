import { defineMachine } from '@weilend/kernel';

// A bonus that is paid out (奖金发放): handed over by human resources, made by one officer, released by another person, sent, paid. Once it is sent, only the
// bank's answer decides.
export const bonusMachine = defineMachine({
  name: 'BonusPayment',
  initial: 'OPEN',
  states: {
    OPEN: { make: 'MADE', return: 'RETURNED' },
    MADE: { check: 'RELEASED', return: 'RETURNED' },
    RELEASED: { send: 'SENT' },
    SENT: { send: 'SENT', pay: 'PAID', return: 'RETURNED' },
    PAID: {},
    RETURNED: {},
  },
});

export const BONUS_STATES = ['OPEN', 'MADE', 'RELEASED', 'SENT', 'PAID', 'RETURNED'] as const;
export type BonusState = (typeof BONUS_STATES)[number];

/** A bonus of a person, quarter and kind is in one of these at most once; what came back may be handed over anew. */
export const LIVE_BONUS_STATES = ['OPEN', 'MADE', 'RELEASED', 'SENT', 'PAID'] as const satisfies readonly BonusState[];
