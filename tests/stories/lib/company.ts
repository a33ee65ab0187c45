// The people of the demo company at the gateway, by role, and what is watched for all applications together.
import { readFile } from 'node:fs/promises';
import { GraphClient } from '../../../infra/local/demo/graph-client.ts';
import { Person } from '../../../infra/local/demo/person.ts';
import type { SignIn } from '../../../infra/local/demo/person.ts';
import { listAt, textAt } from './read.ts';
import { Watch } from './watch.ts';
import type { WatchForm } from './watch.ts';

export interface CompanyOptions {
  readonly gatewayUrl: string;
  /** demo.json of the data folder: who can sign in. */
  readonly demoFile: string;
  /** How long a department may be away, and how long anything may take to reach another department. */
  readonly patienceMs: number;
  /** How requests are sent; a plain client of the gateway unless given. */
  readonly client?: GraphClient;
}

const CLOCK_ASKED_EVERY_MS = 30_000;
const shanghaiDate = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

export class Company {
  readonly client: GraphClient;
  readonly #patienceMs: number;
  readonly #byRole = new Map<string, Person[]>();
  readonly #byNumber = new Map<string, Person>();
  readonly #watches = new Map<string, Watch>();
  #clock: { readonly heardAt: number; readonly now: number } | undefined;

  private constructor(options: CompanyOptions, signIns: readonly SignIn[]) {
    this.#patienceMs = options.patienceMs;
    this.client = options.client ?? new GraphClient(options);
    for (const signIn of signIns) {
      const person = new Person(this.client, signIn);
      this.#byNumber.set(signIn.employeeNo, person);
      this.#byRole.set(signIn.role, [...(this.#byRole.get(signIn.role) ?? []), person]);
    }
  }

  /** @throws Error when the demo company was never loaded there. */
  static async open(options: CompanyOptions): Promise<Company> {
    const text = await readFile(options.demoFile, 'utf8').catch(() => {
      throw new Error(`there is no demo company (${options.demoFile}): load it with infra/local/demo.ts`);
    });
    return new Company(options, (JSON.parse(text) as { signIns: SignIn[] }).signIns);
  }

  get patienceMs(): number {
    return this.#patienceMs;
  }

  /** Everybody with the role, e.g. `salesperson`. @throws Error when there is nobody. */
  all(role: string): readonly Person[] {
    const people = this.#byRole.get(role);
    if (!people || people.length === 0) throw new Error(`the demo company has no ${role}`);
    return people;
  }

  /** The n-th person of a role, counted round. */
  nth(role: string, n: number): Person {
    const people = this.all(role);
    return people[n % people.length] as Person;
  }

  one(role: string): Person {
    return this.nth(role, 0);
  }

  get people(): readonly Person[] {
    return [...this.#byNumber.values()];
  }

  /** One watch for each form of question and person. */
  watch(person: Person, form: WatchForm): Watch {
    const key = `${person.signIn.employeeNo} ${form.field} ${form.select}`;
    const known = this.#watches.get(key);
    if (known) return known;
    const made = new Watch(person, form, this.#patienceMs);
    this.#watches.set(key, made);
    return made;
  }

  /** Business date of the company. */
  async today(): Promise<string> {
    return shanghaiDate.format(await this.now());
  }

  /** Business time now, never later than the company's clock: what it was ahead of ours is asked once in a while, and it never goes back. */
  async now(): Promise<Date> {
    if (!this.#clock || performance.now() - this.#clock.heardAt > CLOCK_ASKED_EVERY_MS) {
      const { data } = await this.one('coordinator').ask('query Now { businessClock { now } }');
      // Counted from when it was heard: the answer may have been long on its way, and nothing may run ahead of the company.
      this.#clock = { heardAt: performance.now(), now: Date.parse(textAt(data, 'businessClock', 'now')) };
    }
    return new Date(this.#clock.now + Math.floor(performance.now() - this.#clock.heardAt));
  }

  /** After the clock was moved. */
  forgetClock(): void {
    this.#clock = undefined;
  }

  /** Ids of the published products by code. */
  async productIds(): Promise<ReadonlyMap<string, string>> {
    const { data } = await this.one('finance-manager').ask('query Products { products { id code } }');
    return new Map(listAt(data, 'products').map((one) => [textAt(one, 'code'), textAt(one, 'id')]));
  }
}
