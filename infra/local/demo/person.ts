// A person at a desk: signs in with his own number, sees and may do what his roles allow, and names every act with a requestKey.
import { GraphClient, GraphFault, userErrorsOf } from './graph-client.ts';
import type { Answer, UserError } from './graph-client.ts';

export interface SignIn {
  readonly name: string;
  readonly role: string;
  readonly department: string;
  readonly employeeNo: string;
  readonly password: string;
  /** What hr gave him: the first time he comes he chooses `password` in its place. */
  readonly firstPassword?: string;
}

/** One mutation: the input type is named after it (`castVote` takes `CastVoteInput`), as the conventions of the graph say. */
export interface Act {
  readonly verb: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** Fields of the payload besides `userErrors`. */
  readonly select: string;
}

export type Payload = Readonly<Record<string, unknown>> & { readonly userErrors: readonly UserError[] };

/** An act was refused by a rule although nobody expected that. */
export class Refused extends Error {
  readonly verb: string;
  readonly userErrors: readonly UserError[];

  constructor(verb: string, who: string, userErrors: readonly UserError[]) {
    super(`${who} was refused ${verb}: ${userErrors.map(({ code, message }) => `${code} (${message})`).join('; ')}`);
    this.name = 'Refused';
    this.verb = verb;
    this.userErrors = userErrors;
  }
}

const REFRESH_BEFORE_MS = 120_000;

interface TokensPayload {
  readonly accessToken?: string | null;
  readonly expiresIn?: number | null;
  readonly employee?: { readonly id: string } | null;
}

export class Person {
  readonly signIn: SignIn;
  readonly #client: GraphClient;
  #token: Promise<{ text: string; employeeId: string; until: number }> | undefined;

  constructor(client: GraphClient, signIn: SignIn) {
    this.#client = client;
    this.signIn = signIn;
  }

  get name(): string {
    return this.signIn.name;
  }

  /** Id of the employee, as the sign-in tells it. */
  async employeeId(): Promise<string> {
    return (await this.#session()).employeeId;
  }

  async token(): Promise<string> {
    return (await this.#session()).text;
  }

  /** A query. Fields of a department that is down are null. */
  async ask(document: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
    return this.#client.send({ document, variables, token: await this.token() });
  }

  /** Several acts in one request, done in this order; each payload with what refused it. */
  async attempt(...acts: readonly Act[]): Promise<Payload[]> {
    const document = documentOf(acts);
    const variables = Object.fromEntries(acts.map(({ input }, place) => [`i${place}`, input]));
    const { data } = await this.#client.send({ document, variables, token: await this.token() });
    return acts.map((act, place) => {
      const { [`a${place}`]: payload } = data;
      if (!payload) throw new GraphFault(`${act.verb} was not answered`);
      return { ...(payload as Record<string, unknown>), userErrors: userErrorsOf(payload) };
    });
  }

  /** Like `attempt`, for acts that have to succeed. @throws Refused at the first refusal. */
  async does(...acts: readonly Act[]): Promise<Payload[]> {
    const payloads = await this.attempt(...acts);
    payloads.forEach(({ userErrors }, place) => {
      if (userErrors.length > 0) throw new Refused(acts[place]?.verb ?? '', this.name, userErrors);
    });
    return payloads;
  }

  /** Signs in again before the token ends; people who ask at the same moment share one sign-in. */
  async #session(): Promise<{ text: string; employeeId: string; until: number }> {
    const held = this.#token;
    if (held) {
      const session = await held;
      if (performance.now() < session.until) return session;
      // Somebody else may have begun meanwhile.
      if (this.#token !== held) return this.#session();
    }
    this.#token = this.#begin();
    this.#token.catch(() => {
      this.#token = undefined;
    });
    return this.#token;
  }

  async #begin(): Promise<{ text: string; employeeId: string; until: number }> {
    const { employeeNo, password, firstPassword } = this.signIn;
    const payload = await this.#enter('signIn', { employeeNo, password });
    const refusals = userErrorsOf(payload);
    const isNew = firstPassword !== undefined && refusals.some(({ code }) => code === 'SIGN_IN_REFUSED');
    if (isNew)
      return this.#entered(
        'replacePassword',
        await this.#enter('replacePassword', { employeeNo, password: firstPassword, newPassword: password }),
      );
    return this.#entered('signIn', payload);
  }

  async #enter(verb: 'signIn' | 'replacePassword', input: Readonly<Record<string, string>>): Promise<TokensPayload> {
    const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}`;
    const document = `mutation ${type}($input: ${type}Input!) { ${verb}(input: $input) { accessToken expiresIn employee { id } userErrors { code message field rule } } }`;
    const { data } = await this.#client.send({ document, variables: { input } });
    return data[verb] as TokensPayload;
  }

  #entered(verb: string, payload: TokensPayload): { text: string; employeeId: string; until: number } {
    if (userErrorsOf(payload).length > 0 || !payload.accessToken || !payload.employee)
      throw new Refused(verb, this.name, userErrorsOf(payload));
    const lifeMs = (payload.expiresIn ?? 900) * 1_000;
    return {
      text: payload.accessToken,
      employeeId: payload.employee.id,
      until: performance.now() + Math.max(lifeMs - REFRESH_BEFORE_MS, lifeMs / 2),
    };
  }
}

function documentOf(acts: readonly Act[]): string {
  const variables = acts.map(({ verb }, place) => `$i${place}: ${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input!`);
  const fields = acts.map(
    ({ verb, select }, place) => `a${place}: ${verb}(input: $i${place}) { ${select} userErrors { code message field rule } }`,
  );
  return `mutation Act(${variables.join(', ')}) { ${fields.join(' ')} }`;
}
