// Running other people's programs: where they are, what they printed, and an end when they hang.
import { spawn } from 'node:child_process';
import { access, constants, stat } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

export interface CommandResult {
  /** Exit code; null when the program was ended by a signal, by the time limit or never started. */
  readonly code: number | null;
  readonly output: string;
  readonly timedOut: boolean;
}

export interface CommandOptions {
  readonly timeoutMs: number;
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Ends the program early. */
  readonly signal?: AbortSignal;
  /** Given to the program as its standard input. */
  readonly input?: string;
  /** Characters of the output that are kept, from its end; for programs whose answer is the output. */
  readonly keepOutput?: number;
}

/** Keeps the end of what a program printed; installers can print megabytes. */
const KEPT_OUTPUT = 64_000;

/** Runs a program to its end. Never throws: a program that cannot be started has `code: null` and the reason in `output`. */
export function runCommand(command: string, args: readonly string[], options: CommandOptions): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: options.cwd, env: options.env ?? process.env, stdio: 'pipe' });
    let output = '';
    let timedOut = false;
    const keptOutput = options.keepOutput ?? KEPT_OUTPUT;
    const collect = (chunk: string) => {
      output = (output + chunk).slice(-keptOutput);
    };
    const end = () => child.kill('SIGKILL');
    const limit = setTimeout(() => {
      timedOut = true;
      end();
    }, options.timeoutMs);
    if (options.signal?.aborted) end();
    options.signal?.addEventListener('abort', end, { once: true });
    const settle = (code: number | null, extra = '') => {
      clearTimeout(limit);
      options.signal?.removeEventListener('abort', end);
      resolve({ code, output: output + extra, timedOut });
    };
    // A character may lie across two chunks: the stream decodes, not each chunk by itself.
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    child.once('error', (failure) => settle(null, failure.message));
    child.once('close', (code) => settle(code));
    // A program that does not read its input must not end this one.
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.input ?? '');
  });
}

/** Absolute path of an executable file called `name` in the folders of PATH, or undefined. */
export async function findOnPath(name: string, path = process.env.PATH ?? ''): Promise<string | undefined> {
  for (const folder of path.split(delimiter).filter((part) => part !== '')) {
    const candidate = join(folder, name);
    if (await isExecutable(candidate)) return candidate;
  }
  return undefined;
}

export async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
