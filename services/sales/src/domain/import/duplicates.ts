import { DomainError } from '@weilend/kernel';

// One person comes in once (查重): who is on file already, or stands in the file a second time, is told and left out. People are compared by
// the sealed form of their number, never by the number itself.

export type OnFile = 'lead' | 'customer';

export interface Known {
  /** First line of the file with this key, by key; of good rows only: a bad first row does not shut out a good second one. */
  readonly inFile: Map<string, number>;
  /** What is on file already, by key. */
  readonly onFile: ReadonlyMap<string, OnFile>;
}

const CODES = { lead: 'ROW_LEAD_EXISTS', customer: 'ROW_CUSTOMER_EXISTS' } as const satisfies Record<OnFile, string>;
/** Codes of rows whose person is on file. */
export const ON_FILE_CODES: readonly string[] = Object.values(CODES);

/** Notes the key at its line. Throws ROW_LEAD_EXISTS, ROW_CUSTOMER_EXISTS, or ROW_TWICE_IN_FILE with the line that came first. */
export function requireNew(key: string, at: { line: number; column: string }, { inFile, onFile }: Known): void {
  const what = onFile.get(key);
  if (what !== undefined) throw new DomainError(CODES[what], {}, at.column);
  const first = inFile.get(key);
  if (first !== undefined && first !== at.line) throw new DomainError('ROW_TWICE_IN_FILE', { line: first }, at.column);
  inFile.set(key, at.line);
}
