import type { BureauTrouble } from './bureau-trouble.js';

// Whether the bureau is being asked at all (熔断状态): after several failures in a row it is left alone for a while, then one question is
// sent to see whether it is well again. The risk manager sees it, because then no investigation moves on.

/** As the process that asks sees it. */
export interface Circuit {
  readonly isOpen: boolean;
  /** From when on one question is sent to try; null when closed. */
  readonly probeFrom: Date | null;
}

/** As it is kept for everybody to see. */
export interface BureauChannelState extends Circuit {
  readonly id: string;
  readonly version: number;
  readonly since: Date;
  /** What the last attempt of all ended with; null for an answer. */
  readonly lastTrouble: BureauTrouble | null;
}

export const CHANNEL_STATES = ['CLOSED', 'OPEN', 'HALF_OPEN'] as const;

/** HALF_OPEN once the pause is over: the next question tells. */
export function stateOfChannel(channel: Circuit | null, now: Date): (typeof CHANNEL_STATES)[number] {
  if (!channel?.isOpen) return 'CLOSED';
  return channel.probeFrom !== null && channel.probeFrom <= now ? 'HALF_OPEN' : 'OPEN';
}

/** What is to be written down after an attempt; null when it stands there already. */
export function channelAfter(
  known: BureauChannelState | null,
  attempt: Circuit & { readonly id: string; readonly lastTrouble: BureauTrouble | null; readonly at: Date },
): BureauChannelState | null {
  const { id, isOpen, probeFrom, at } = attempt;
  // What opened it says more than that it is open.
  const lastTrouble = attempt.lastTrouble === 'BREAKER_OPEN' ? (known?.lastTrouble ?? null) : attempt.lastTrouble;
  const moved = known?.isOpen !== isOpen;
  const same = known !== null && !moved && known.lastTrouble === lastTrouble && known.probeFrom?.getTime() === probeFrom?.getTime();
  if (same) return null;
  return { id, version: known?.version ?? 0, isOpen, probeFrom, lastTrouble, since: known && !moved ? known.since : at };
}
