// What can go wrong with a question to the bureau, and what follows. Most troubles pass: the same question is asked again, later. Some need
// a person: a wrong key, or the answer about somebody else. A refusal ends the question. Troubles are told as codes: no text of the
// other company ever reaches a page, a log or an event, because it may repeat whom the question was about.

export const BUREAU_TROUBLES = [
  'TIMED_OUT',
  'UNREACHABLE',
  'BUREAU_ERROR',
  'BUSY',
  'GARBAGE',
  'BAD_SIGNATURE',
  'OTHER_REQUEST',
  'OTHER_PERSON',
  'NOT_AUTHORISED',
  'REFUSED',
  'BREAKER_OPEN',
  'UNEXPECTED',
  'CALLED_OFF',
] as const;
export type BureauTrouble = (typeof BUREAU_TROUBLES)[number];

export interface TroubleRule {
  /** AGAIN: after a pause. HALT: when somebody says so. END: never. WAIT: nothing was asked, so it does not count as an attempt. */
  readonly then: 'AGAIN' | 'HALT' | 'END' | 'WAIT';
  /** The bureau itself is ailing: so many in a row and it is left alone for a while. */
  readonly ailing: boolean;
  /** Somebody has to look at it today, whatever becomes of the question. */
  readonly alarming: boolean;
  readonly says: string;
}

const passing = (says: string): TroubleRule => ({ then: 'AGAIN', ailing: true, alarming: false, says });

export const troubleRules: Readonly<Record<BureauTrouble, TroubleRule>> = {
  TIMED_OUT: passing('the bureau did not answer in time'),
  UNREACHABLE: passing('the bureau could not be reached'),
  BUREAU_ERROR: passing('the bureau reported an error of its own'),
  GARBAGE: passing('the bureau answered something that is no report'),
  BUSY: { then: 'AGAIN', ailing: false, alarming: false, says: 'the bureau is busy and asked us to come back later' },
  BAD_SIGNATURE: { then: 'AGAIN', ailing: true, alarming: true, says: 'the answer was not signed by the bureau' },
  OTHER_REQUEST: { then: 'AGAIN', ailing: true, alarming: true, says: 'the bureau answered another request' },
  OTHER_PERSON: {
    then: 'HALT',
    ailing: false,
    alarming: true,
    says: 'the bureau answered about another person: the answer was thrown away; speak with the bureau before it is asked again',
  },
  NOT_AUTHORISED: {
    then: 'HALT',
    ailing: false,
    alarming: true,
    says: 'the bureau does not accept our signature: check BUREAU_SECRET and the clock of this machine, then have it asked again',
  },
  REFUSED: { then: 'END', ailing: false, alarming: false, says: 'the bureau refused the question for good' },
  BREAKER_OPEN: { then: 'WAIT', ailing: false, alarming: false, says: 'the bureau is left alone for a while after failing repeatedly' },
  UNEXPECTED: { then: 'AGAIN', ailing: false, alarming: true, says: 'asking the bureau failed in this system' },
  CALLED_OFF: { then: 'END', ailing: false, alarming: false, says: 'the question was called off' },
};

/** How patiently a question is asked again; technical figures of the installation. */
export interface RetryPlan {
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  /** After so many attempts it waits for a person. */
  readonly mostAttempts: number;
}

/**
 * Pause before the next attempt, in milliseconds: doubled after each attempt up to the longest one, spread over its upper half by
 * `spread` (0 to 1) so that many questions do not come back at once, and never shorter than the bureau asked for.
 */
export function pauseMs(attempts: number, plan: RetryPlan, { spread, atLeastMs }: { spread: number; atLeastMs: number }): number {
  const whole = Math.min(plan.firstPauseMs * 2 ** Math.min(Math.max(0, attempts - 1), 30), plan.longestPauseMs);
  return Math.max(Math.round((whole * (1 + spread)) / 2), Math.round(atLeastMs * (1 + spread / 10)));
}
