// Waiting for other departments: what they do reaches the graph a little later, so one looks again until it is there or the deadline has come.
import { pause } from '../commands.ts';

export interface WaitOptions {
  readonly limitMs?: number;
  readonly everyMs?: number;
}

/** What was waited for did not come. */
export class WaitedInVain extends Error {
  constructor(what: string, seconds: number, last: string) {
    super(`waited ${seconds} s for ${what} in vain; last seen: ${last}`);
    this.name = 'WaitedInVain';
  }
}

/** Looks until `look` gives something. @throws WaitedInVain when the deadline comes first. */
export async function waitFor<T>(what: string, look: () => Promise<T | null | undefined | false>, options: WaitOptions = {}): Promise<T> {
  const limitMs = options.limitMs ?? 120_000;
  const deadline = performance.now() + limitMs;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (performance.now() > deadline) throw new WaitedInVain(what, Math.round(limitMs / 1_000), 'nothing');
    await pause(options.everyMs ?? 150);
  }
}
