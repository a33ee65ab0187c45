// What the clients asked and what they were told, written down outside of the system as it happens: one line for each beginning and each end of a call.
import { closeSync, openSync, writeSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

export interface ActOfCall {
  readonly verb: string;
  readonly key: string;
}

/** What a payload said of one act. */
export interface ActAnswer {
  /** Codes of the refusals; none when it was done. */
  readonly refusals: readonly string[];
  /** `field.id` of what the payload names. */
  readonly ids: readonly string[];
}

/** `again`: the same request once more on purpose; `altered`: the same key with another input, which has to be refused. */
export type Purpose = 'first' | 'again' | 'altered';

export interface CallBegun {
  readonly what: 'invoke';
  readonly call: number;
  readonly at: number;
  readonly purpose: Purpose;
  readonly acts: readonly ActOfCall[];
}

export interface CallEnded {
  readonly what: 'ok' | 'fail' | 'unknown';
  readonly call: number;
  readonly at: number;
  readonly answers?: readonly ActAnswer[];
  readonly reason?: string;
}

export type HistoryLine = CallBegun | CallEnded;

export class History {
  readonly #file: number;
  #calls = 0;

  constructor(path: string) {
    this.#file = openSync(path, 'a', 0o600);
  }

  begin(purpose: Purpose, acts: readonly ActOfCall[]): number {
    this.#calls += 1;
    this.#write({ what: 'invoke', call: this.#calls, at: Date.now(), purpose, acts });
    return this.#calls;
  }

  end(ended: Omit<CallEnded, 'at'>): void {
    this.#write({ ...ended, at: Date.now() });
  }

  close(): void {
    closeSync(this.#file);
  }

  #write(line: HistoryLine): void {
    writeSync(this.#file, `${JSON.stringify(line)}\n`);
  }
}

export async function readHistory(path: string): Promise<HistoryLine[]> {
  const text = await readFile(path, 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as HistoryLine);
}

/** A call with its end; one that was never answered is unknown. */
export interface Call extends CallBegun {
  readonly ended: CallEnded | null;
}

export function callsOf(lines: readonly HistoryLine[]): Call[] {
  const ends = new Map(lines.flatMap((line) => (line.what === 'invoke' ? [] : [[line.call, line] as const])));
  return lines.flatMap((line) => (line.what === 'invoke' ? [{ ...line, ended: ends.get(line.call) ?? null }] : []));
}
