import { setTimeout as pause } from 'node:timers/promises';

/** After so many turns in a row a key rests, so that other processes, which cannot queue here, come to it too. */
const TURNS_IN_A_ROW = 20;
const REST_MS = 15;

/**
 * Acts on one key follow each other in the order in which they came; acts on other keys do not wait. For speed only: it spares transactions of this process
 * that would write the same document from failing against each other again and again. What must hold is held by the database.
 */
export class Turns {
  private readonly lines = new Map<string, { last: Promise<void>; taken: number }>();

  /** Waits for its turn, acts, and lets the next one go, however the act ends. An act must not take a turn on the same key. */
  async take<T>(key: string, act: () => Promise<T>): Promise<T> {
    const line = this.lines.get(key) ?? { last: Promise.resolve(), taken: 0 };
    this.lines.set(key, line);
    const rests = ++line.taken % (TURNS_IN_A_ROW + 1) === 0;
    const turn = line.last.then(() => (rests ? pause(REST_MS) : undefined)).then(act);
    const over = turn.then(ignore, ignore);
    line.last = over;
    try {
      return await turn;
    } finally {
      if (line.last === over) this.lines.delete(key);
    }
  }

  /** Keys that somebody acts on or waits for. */
  get busy(): number {
    return this.lines.size;
  }
}

const ignore = (): void => undefined;
