// Reading a request of the story as a call: its acts with their keys, what the answer says of each, and the same call with another input.
import type { Answer, GraphRequest, Trouble } from '../../../infra/local/demo/graph-client.ts';
import { userErrorsOf } from '../../../infra/local/demo/graph-client.ts';
import type { ActAnswer, ActOfCall, CallEnded } from './history.ts';

/** Texts that say nothing to any rule: another one makes another input and nothing else. */
const FREE_TEXTS = ['note', 'purposeNote', 'contactName', 'findings', 'place', 'spokenTo', 'sources'];

type Input = Readonly<Record<string, unknown>>;

/** Acts of a mutation document of the story (`a0: verb(input: $i0)`), those without a request key left out. */
export function actsOf({ document, variables }: GraphRequest): ActOfCall[] {
  if (!document.startsWith('mutation Act')) return [];
  return [...document.matchAll(/ a(\d+): (\w+)\(input: \$i\1\)/g)].flatMap(([, place, verb]) => {
    const { requestKey } = (variables?.[`i${place}`] ?? {}) as { requestKey?: string };
    return requestKey && verb ? [{ verb, key: requestKey }] : [];
  });
}

export function answersOf({ data }: Pick<Answer, 'data'>, count: number): ActAnswer[] {
  return Array.from({ length: count }, (_unused, place) => {
    const payload = data[`a${place}`];
    const ids = Object.entries((payload ?? {}) as Record<string, { id?: unknown } | null>).flatMap(([field, value]) =>
      typeof value?.id === 'string' ? [`${field}.${value.id}`] : [],
    );
    return { refusals: userErrorsOf(payload).map(({ code }) => code), ids };
  });
}

/** A call is ok when every act was done, failed when a rule refused one, unknown when nobody said. */
export function endOf(outcome: Answer | Trouble, acts: readonly ActOfCall[]): Pick<CallEnded, 'what' | 'answers' | 'reason'> {
  if (!('data' in outcome)) {
    const reason = outcome.errors.map(({ message, extensions }) => `${extensions?.code ?? '?'}: ${message}`).join('; ');
    return { what: outcome.passing ? 'unknown' : 'fail', reason: reason.slice(0, 400) };
  }
  const answers = answersOf(outcome, acts.length);
  return { what: answers.some(({ refusals }) => refusals.length > 0) ? 'fail' : 'ok', answers };
}

/** The first act alone, with its key and another text; null when it has none that may be changed. */
export function alteredRequest(request: GraphRequest): GraphRequest | null {
  const input = (request.variables?.['i0'] ?? {}) as Input;
  const text = FREE_TEXTS.find((name) => typeof input[name] === 'string');
  if (text === undefined || actsOf(request).length !== 1) return null;
  return { ...request, variables: { i0: { ...input, [text]: `${String(input[text])} (2)` } } };
}
