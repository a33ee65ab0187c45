import type { ContractClause } from './clauses.js';

// How long a contract takes to be read, and so how long its explanation (合同说明) takes at least: who confirms after ten seconds that he
// understood a text of a thousand characters has not read it, and a recording (录音录像) that is shorter than the reading cannot show it.

export interface ReadingRules {
  /** Characters that a practised reader takes in a minute, parameter `contract.reading-speed`. */
  readonly charactersPerMinute: number;
  /** Shortest recording of a signing, parameter `recording.least-seconds`. */
  readonly leastRecordingSeconds: number;
}

/** Nobody reads any contract faster. */
const FLOOR_SECONDS = 10;

/** Whole seconds in which the text can be read at all [4.17]. */
export function leastReadingSeconds(clauses: readonly ContractClause[], { charactersPerMinute }: ReadingRules): number {
  const characters = clauses.reduce((sum, { title, text }) => sum + countOf(title) + countOf(text), 0);
  return Math.max(FLOOR_SECONDS, Math.ceil((characters * 60) / charactersPerMinute));
}

/** Whole seconds that a recording of this signing lasts at least: by policy, and not less than the reading takes [4.18]. */
export function leastRecordingSeconds(clauses: readonly ContractClause[], rules: ReadingRules): number {
  return Math.max(rules.leastRecordingSeconds, leastReadingSeconds(clauses, rules));
}

/** Blanks are not read. */
const countOf = (text: string): number => [...text.replace(/\s/g, '')].length;
