// The two outside readers as processes: started, killed and started again; at the end everything they have read.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SignIn } from '../../../infra/local/demo/person.ts';
import type { ReadEvent } from './reader-file.ts';
import { eventsIn } from './reader-file.ts';

export const READERS = ['pull', 'stream'] as const;
export type ReaderName = (typeof READERS)[number];

export interface ReadersOptions {
  readonly folder: string;
  readonly gatewayUrl: string;
  /** Somebody who may read every event. */
  readonly signIn: SignIn;
}

export class Readers {
  readonly #options: ReadersOptions;
  readonly #running = new Map<ReaderName, ChildProcess>();
  #stopped = false;

  constructor(options: ReadersOptions) {
    this.#options = options;
  }

  start(): void {
    for (const name of READERS) this.#launch(name);
  }

  /** Ends a reader by force; another one goes on at once where it was. */
  kill(name: ReaderName): void {
    this.#running.get(name)?.kill('SIGKILL');
  }

  stop(): void {
    this.#stopped = true;
    for (const name of READERS) this.kill(name);
  }

  async read(name: ReaderName): Promise<ReadEvent[]> {
    return eventsIn(await readFile(this.#pathOf(name), 'utf8').catch(() => ''));
  }

  #pathOf(name: ReaderName): string {
    return join(this.#options.folder, `reader-${name}.jsonl`);
  }

  #launch(name: ReaderName): void {
    if (this.#stopped) return;
    const { gatewayUrl, signIn } = this.#options;
    const env = {
      PATH: process.env.PATH,
      GATEWAY_URL: gatewayUrl,
      READER_FILE: this.#pathOf(name),
      READER_SIGN_IN: JSON.stringify(signIn),
    };
    const child = spawn(process.execPath, [join(import.meta.dirname, `${name}-reader.ts`)], { env, stdio: 'ignore', detached: true });
    this.#running.set(name, child);
    child.once('exit', () => setTimeout(() => this.#launch(name), 200));
    child.once('error', () => undefined);
  }
}
