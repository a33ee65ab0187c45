// I10: the numbers of the invented people are nowhere to be read: not in logs, not in Redis, not in messages.
import type { Verdict } from './facts.ts';

export interface Text {
  readonly name: string;
  readonly text: string;
}

export function nothingLeaked(canaries: readonly string[], texts: readonly Text[]): Verdict {
  return {
    checked: canaries.length * texts.length,
    problems: texts.flatMap(({ name, text }) =>
      canaries.filter((canary) => text.includes(canary)).map((canary) => `${name} holds a number of a person (…${canary.slice(-4)})`),
    ),
  };
}
