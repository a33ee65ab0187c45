// Many applications wait at the same time for another department. Their questions are of one form, so they are asked together: one request looks for all
// that are waited for, as a front end's list does, instead of one request for each.
import { pause } from '../../../infra/local/commands.ts';
import type { Person } from '../../../infra/local/demo/person.ts';
import { WaitedInVain } from '../../../infra/local/demo/wait-for.ts';

export type Seen = Readonly<Record<string, unknown>>;

export interface WatchForm {
  /** Query field that takes an `id`. */
  readonly field: string;
  readonly select: string;
}

interface Waiting {
  readonly id: string;
  readonly what: string;
  readonly isThere: (seen: Seen) => boolean;
  readonly resolve: (seen: Seen) => void;
  readonly reject: (problem: unknown) => void;
  readonly deadline: number;
  last: string;
}

/** Aliases of one operation are limited at the gateway. */
const MOST_TOGETHER = 16;
const FIRST_PAUSE_MS = 60;
const LONGEST_PAUSE_MS = 400;

export class Watch {
  readonly #person: Person;
  readonly #form: WatchForm;
  readonly #limitMs: number;
  #waiting: Waiting[] = [];
  #isLooking = false;

  constructor(person: Person, form: WatchForm, limitMs: number) {
    this.#person = person;
    this.#form = form;
    this.#limitMs = limitMs;
  }

  /** The thing with this id once `isThere` holds for it. @throws WaitedInVain at the deadline. */
  until(id: string, what: string, isThere: (seen: Seen) => boolean): Promise<Seen> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ id, what, isThere, resolve, reject, deadline: performance.now() + this.#limitMs, last: 'nothing' });
      if (!this.#isLooking) void this.#look();
    });
  }

  async #look(): Promise<void> {
    this.#isLooking = true;
    let wait = FIRST_PAUSE_MS;
    while (this.#waiting.length > 0) {
      await pause(wait);
      const before = this.#waiting.length;
      await this.#round().catch((problem: unknown) => this.#endAll(problem));
      wait = this.#waiting.length < before ? FIRST_PAUSE_MS : Math.min(wait * 1.5, LONGEST_PAUSE_MS);
    }
    this.#isLooking = false;
  }

  async #round(): Promise<void> {
    const ids = [...new Set(this.#waiting.map(({ id }) => id))];
    for (let start = 0; start < ids.length; start += MOST_TOGETHER) {
      const some = ids.slice(start, start + MOST_TOGETHER);
      const { data } = await this.#person.ask(
        documentFor(some.length, this.#form),
        Object.fromEntries(some.map((id, place) => [`i${place}`, id])),
      );
      some.forEach((id, place) => this.#settle(id, (data[`n${place}`] ?? null) as Seen | null));
    }
  }

  #settle(id: string, seen: Seen | null): void {
    const now = performance.now();
    this.#waiting = this.#waiting.filter((waiting) => {
      if (waiting.id !== id) return true;
      if (seen && waiting.isThere(seen)) {
        waiting.resolve(seen);
        return false;
      }
      waiting.last = JSON.stringify(seen).slice(0, 400);
      if (now < waiting.deadline) return true;
      waiting.reject(new WaitedInVain(`${waiting.what} (${id})`, Math.round(this.#limitMs / 1_000), waiting.last));
      return false;
    });
  }

  #endAll(problem: unknown): void {
    for (const { reject } of this.#waiting) reject(problem);
    this.#waiting = [];
  }
}

function documentFor(count: number, { field, select }: WatchForm): string {
  const places = Array.from({ length: count }, (_unused, place) => place);
  return `query Watch(${places.map((place) => `$i${place}: ID!`).join(', ')}) { ${places.map((place) => `n${place}: ${field}(id: $i${place}) { ${select} }`).join(' ')} }`;
}
