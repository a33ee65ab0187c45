// What the clients were told against what the databases hold. I6: one audit row for each accepted request. I7: every ok is there, every refusal left
// nothing, what nobody knows is there whole or not at all. I8: the same key has one effect and one answer, and never serves another input.
import type { Call } from '../clients/history.ts';
import type { DepartmentFacts, Verdict } from './facts.ts';

export interface KeyOutcome {
  readonly key: string;
  readonly verb: string;
  readonly what: 'ok' | 'fail' | 'unknown';
  /** The different answers that were given. */
  readonly answers: readonly string[];
}

export interface RequestsVerdict {
  readonly audit: Verdict;
  readonly visible: Verdict;
  readonly once: Verdict;
}

/** What is known of each key after all its calls: done once said is done; a refusal counts only when no call was left open. */
export function outcomesOf(calls: readonly Call[]): KeyOutcome[] {
  const honest = calls.filter(({ purpose }) => purpose !== 'altered');
  const acts = honest.flatMap(({ acts, ended }) =>
    acts.map((act, place) => ({ ...act, what: ended?.what ?? 'unknown', answer: ended?.answers?.[place] })),
  );
  return [...Map.groupBy(acts, ({ key }) => key)].map(([key, group]) => {
    const done = group.filter(({ answer }) => answer?.refusals.length === 0);
    const what = done.length > 0 ? 'ok' : group.some(({ answer }) => answer === undefined) ? 'unknown' : 'fail';
    return { key, verb: group[0]?.verb ?? '', what, answers: [...new Set(done.map(({ answer }) => answer?.ids.join() ?? ''))] };
  });
}

export function requestsTrue(calls: readonly Call[], departments: readonly DepartmentFacts[]): RequestsVerdict {
  const stored = new Map<string, { effects: number; audits: number }>();
  const of = (key: string): { effects: number; audits: number } => {
    const found = stored.get(key) ?? { effects: 0, audits: 0 };
    stored.set(key, found);
    return found;
  };
  for (const { requestKeys, audit } of departments) {
    for (const { _id } of requestKeys) of(plainKey(_id)).effects += 1;
    for (const { outcome, requestKey } of audit) if (outcome === 'accepted' && requestKey) of(plainKey(requestKey)).audits += 1;
  }
  const outcomes = outcomesOf(calls);
  return {
    audit: {
      checked: stored.size,
      problems: [...stored].flatMap(([key, { effects, audits }]) =>
        effects === audits ? [] : [`${key} has ${effects} effects and ${audits} audit rows`],
      ),
    },
    visible: {
      checked: outcomes.length,
      problems: outcomes.flatMap((outcome) => visibleProblems(outcome, stored.get(outcome.key) ?? { effects: 0, audits: 0 })),
    },
    once: {
      checked: outcomes.length,
      problems: [
        ...outcomes.flatMap(({ key, answers }) => (answers.length > 1 ? [`${key} was answered differently: ${answers.join(' / ')}`] : [])),
        ...[...stored].flatMap(([key, { effects }]) => (effects > 1 ? [`${key} had ${effects} effects`] : [])),
        ...calls.filter(({ purpose }) => purpose === 'altered').flatMap(alteredProblems),
      ],
    },
  };
}

/** `<actor>|<operation>|<key>` as the client wrote it. */
const plainKey = (stored: string): string => stored.split('|').slice(2).join('|');

function visibleProblems({ key, what }: KeyOutcome, { effects, audits }: { effects: number; audits: number }): string[] {
  if (what === 'ok') return effects === 1 ? [] : [`${key} was acknowledged and has ${effects} effects`];
  if (what === 'fail') return effects + audits === 0 ? [] : [`${key} was refused and is there all the same`];
  return effects === audits && effects <= 1 ? [] : [`${key}, of which nobody knows, is there in part`];
}

function alteredProblems({ acts, ended }: Call): string[] {
  const [answer] = ended?.answers ?? [];
  return answer && answer.refusals.length === 0 ? [`${acts[0]?.key} served another input`] : [];
}
