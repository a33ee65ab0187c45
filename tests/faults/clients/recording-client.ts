// A client of the gateway that writes down every call with a request key, and asks again with the same key whenever it cannot know what became of it.
// Now and then it repeats a call on purpose: as it was, and with the same key for something else.
import { GraphClient } from '../../../infra/local/demo/graph-client.ts';
import type { Answer, GraphClientOptions, GraphRequest, Trouble } from '../../../infra/local/demo/graph-client.ts';
import { Random } from '../lib/random.ts';
import { actsOf, alteredRequest, endOf } from './calls.ts';
import type { History, Purpose } from './history.ts';

export interface RecordingOptions extends GraphClientOptions {
  readonly history: History;
  readonly seed: number;
  /** Shares of the calls that are repeated on purpose. */
  readonly again: number;
  readonly altered: number;
}

const UNAUTHENTICATED = 'UNAUTHENTICATED';
/** Asking again cannot help: the request itself is wrong. */
const DEFINITE = new Set([
  'FORBIDDEN',
  'BAD_USER_INPUT',
  'GRAPHQL_VALIDATION_FAILED',
  'GRAPHQL_PARSE_FAILED',
  'QUERY_TOO_COMPLEX',
  'BAD_REQUEST',
]);

export class RecordingClient extends GraphClient {
  readonly #options: RecordingOptions;
  /** Sign-ins by the token they gave: a department with a wrong clock may have made a token that nobody takes. */
  readonly #signIns = new Map<string, GraphRequest>();
  readonly #renewed = new Map<string, string>();

  constructor(options: RecordingOptions) {
    super(options);
    this.#options = options;
  }

  override async send(request: GraphRequest): Promise<Answer> {
    const answer = await super.send(request);
    const [act] = actsOf(request);
    if (request.document.startsWith('mutation SignIn')) this.#remember(request, answer);
    if (act) await this.#repeatOnPurpose(request, act.key);
    return answer;
  }

  protected override async attempt(request: GraphRequest): Promise<Answer | Trouble> {
    return this.#record(request, 'first');
  }

  async #record(request: GraphRequest, purpose: Purpose): Promise<Answer | Trouble> {
    const acts = actsOf(request);
    const call = acts.length > 0 ? this.#options.history.begin(purpose, acts) : null;
    const outcome = await super.attempt(this.#withFreshToken(request));
    const judged = this.#judge(outcome);
    if (call !== null) this.#options.history.end({ call, ...endOf(judged, acts) });
    if (!('data' in judged) && judged.errors.some(({ extensions }) => extensions?.code === UNAUTHENTICATED))
      await this.#signInAgain(request);
    return judged;
  }

  /** In a storm every error that does not speak of the request itself is a reason to ask again. */
  #judge(outcome: Answer | Trouble): Answer | Trouble {
    if ('data' in outcome) return outcome;
    return { ...outcome, passing: !outcome.errors.some(({ extensions }) => DEFINITE.has(extensions?.code ?? '')) };
  }

  async #repeatOnPurpose(request: GraphRequest, key: string): Promise<void> {
    const { seed, again, altered } = this.#options;
    const drawn = new Random(seed, key).next();
    if (drawn < again) await this.#record(request, 'again');
    const other = drawn > 1 - altered ? alteredRequest(request) : null;
    if (other) await this.#record(other, 'altered');
  }

  #remember(request: GraphRequest, { data }: Answer): void {
    const token = tokenIn(data);
    if (token) this.#signIns.set(token, request);
  }

  #withFreshToken(request: GraphRequest): GraphRequest {
    const token = request.token === undefined ? undefined : (this.#renewed.get(request.token) ?? request.token);
    return { ...request, ...(token === undefined ? {} : { token }) };
  }

  async #signInAgain({ token }: GraphRequest): Promise<void> {
    const signIn = token === undefined ? undefined : this.#signIns.get(token);
    if (!signIn || token === undefined) return;
    const outcome = await super.attempt(signIn);
    const renewed = 'data' in outcome ? tokenIn(outcome.data) : null;
    if (renewed) this.#renewed.set(token, renewed);
  }
}

function tokenIn(data: Answer['data']): string | null {
  const payload = data['signIn'] as { accessToken?: string | null } | null | undefined;
  return payload?.accessToken ?? null;
}
