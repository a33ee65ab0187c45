import { DomainError } from '@weilend/kernel';
import type { ContractClause } from './clauses.js';

// How long a contract takes to be read, and so how long its explanation (合同说明) takes at least: who confirms after ten seconds that he
// understood a text of a thousand characters has not read it, and a recording (录音录像) that is shorter than the reading cannot show it. Nor did
// anybody read a text for longer than it has been there: who says so an instant after it was written has not had it read.

export interface ReadingRules {
  /** Characters that a practised reader takes in a minute, parameter `contract.reading-speed`. */
  readonly charactersPerMinute: number;
  /** Nobody reads any contract faster, parameter `contract.reading-floor`. */
  readonly floorSeconds: number;
  /** Shortest recording of a signing, parameter `recording.least-seconds`. */
  readonly leastRecordingSeconds: number;
}

/** Whole seconds in which the text can be read at all [4.17]. */
export function leastReadingSeconds(clauses: readonly ContractClause[], { charactersPerMinute, floorSeconds }: ReadingRules): number {
  const characters = clauses.reduce((sum, { title, text }) => sum + countOf(title) + countOf(text), 0);
  return Math.max(floorSeconds, Math.ceil((characters * 60) / charactersPerMinute));
}

/** Whole seconds that a recording of this signing lasts at least: by policy, and not less than the reading takes [4.18]. */
export function leastRecordingSeconds(clauses: readonly ContractClause[], rules: ReadingRules): number {
  return Math.max(rules.leastRecordingSeconds, leastReadingSeconds(clauses, rules));
}

export interface ToldReading {
  readonly seconds: number;
  /** Since when the text has been there. */
  readonly shownAt: Date;
  /** When it was told that it had been read. */
  readonly at: Date;
}

/**
 * A reading that can have taken place: not shorter than the text takes, and not longer than it has been there. Throws DomainError
 * READING_TOO_SHORT or READING_TOO_LONG [4.17].
 */
export function requireReading({ seconds, shownAt, at }: ToldReading, clauses: readonly ContractClause[], rules: ReadingRules): void {
  const atLeast = leastReadingSeconds(clauses, rules);
  if (!(seconds >= atLeast)) throw new DomainError('READING_TOO_SHORT', { seconds, atLeast }, 'readingSeconds');
  const atMost = Math.floor((at.getTime() - shownAt.getTime()) / SECOND_MS);
  if (seconds > atMost) throw new DomainError('READING_TOO_LONG', { seconds, atMost }, 'readingSeconds');
}

/** A reading is heard and seen on the recording of it, so it is no longer than that. Throws DomainError READING_LONGER_THAN_RECORDING [4.17]. */
export function requireRecorded(readingSeconds: number, recordedSeconds: number, field: string): void {
  if (readingSeconds > recordedSeconds)
    throw new DomainError('READING_LONGER_THAN_RECORDING', { seconds: readingSeconds, recorded: recordedSeconds }, field);
}

const SECOND_MS = 1_000;

/** Blanks are not read. */
const countOf = (text: string): number => [...text.replace(/\s/g, '')].length;
