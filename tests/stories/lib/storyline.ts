// One application as the story tells it: what its people were refused on the way, and the keys that make each of its acts safe to repeat.
import type { Act, Payload, Person } from '../../../infra/local/demo/person.ts';
import { Refused } from '../../../infra/local/demo/person.ts';

export interface RefusalMet {
  readonly verb: string;
  readonly code: string;
  readonly rule: string;
  readonly message: string;
}

export class Storyline {
  readonly no: string;
  readonly #prefix: string;
  readonly #refusals: RefusalMet[] = [];
  #acts = 0;
  applicationId: string | null = null;
  /** What else the story is about: ids whose events belong to its timeline. */
  readonly subjects: string[] = [];

  /** @param run keeps the keys of one run apart from those of every other */
  constructor(run: string, no: string) {
    this.no = no;
    this.#prefix = `story-${run}-${no}`;
  }

  /** Every refusal, expected or not, in order. */
  get refusals(): readonly RefusalMet[] {
    return this.#refusals;
  }

  /** Acts of one person in one request, each with its own requestKey. @throws Refused */
  async does(person: Person, ...acts: readonly Act[]): Promise<Payload[]> {
    const payloads = await this.attempts(person, ...acts);
    payloads.forEach(({ userErrors }, place) => {
      if (userErrors.length > 0) throw new Refused(acts[place]?.verb ?? '', person.name, userErrors);
    });
    return payloads;
  }

  /** One act; its payload. */
  async act(person: Person, act: Act): Promise<Payload> {
    const [payload] = await this.does(person, act);
    return payload as Payload;
  }

  /** Acts that may be refused. */
  async attempts(person: Person, ...acts: readonly Act[]): Promise<Payload[]> {
    const keyed = acts.map((act) => ({ ...act, input: { requestKey: this.#key(act.verb), ...act.input } }));
    const payloads = await person.attempt(...keyed);
    payloads.forEach(({ userErrors }, place) => {
      for (const { code, rule, message } of userErrors) this.#refusals.push({ verb: acts[place]?.verb ?? '', code, rule, message });
    });
    return payloads;
  }

  /** An act that a rule must refuse. @throws Error when it is done, or refused for another reason. */
  async isRefused(person: Person, act: Act, code: string): Promise<void> {
    const [payload] = await this.attempts(person, act);
    const codes = payload?.userErrors.map((error) => error.code) ?? [];
    if (!codes.includes(code))
      throw new Error(`${this.no}: ${act.verb} should be refused with ${code}, it gave ${codes.join(', ') || 'no refusal'}`);
  }

  #key(verb: string): string {
    this.#acts += 1;
    return `${this.#prefix}-${this.#acts}-${verb}`;
  }
}
