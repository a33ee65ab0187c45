import { defineMachine } from '@weilend/kernel';

// A bonus statement (奖金单): prepared by one person of hr, approved by another one, handed to finance, paid or returned. A severe violation blocks it for as long
// as it stands; a rejected one, and a blocked one of whose violations none stands any more, may be prepared again, a returned one handed over again; an approved
// one is never edited.
export const bonusMachine = defineMachine({
  name: 'BonusStatement',
  initial: 'PREPARED',
  states: {
    PREPARED: { approve: 'SENT', settle: 'NOTHING_DUE', block: 'BLOCKED', reject: 'REJECTED' },
    REJECTED: { prepare: 'PREPARED' },
    SENT: { pay: 'PAID', return: 'RETURNED' },
    RETURNED: { send: 'SENT' },
    PAID: {},
    NOTHING_DUE: {},
    BLOCKED: { prepare: 'PREPARED' },
  },
});

export const BONUS_STATES = ['PREPARED', 'REJECTED', 'SENT', 'RETURNED', 'PAID', 'NOTHING_DUE', 'BLOCKED'] as const;
export type BonusState = (typeof BONUS_STATES)[number];

// The deferred part of a bonus (递延奖金): held until its day, then handed to finance as far as the loans are sound.
export const deferredBonusMachine = defineMachine({
  name: 'DeferredBonus',
  initial: 'HELD',
  states: {
    HELD: { release: 'SENT', forfeit: 'NOTHING_DUE' },
    SENT: { pay: 'PAID', return: 'RETURNED' },
    RETURNED: { send: 'SENT' },
    PAID: {},
    NOTHING_DUE: {},
  },
});

export const DEFERRED_STATES = ['HELD', 'SENT', 'RETURNED', 'PAID', 'NOTHING_DUE'] as const;
export type DeferredState = (typeof DEFERRED_STATES)[number];
