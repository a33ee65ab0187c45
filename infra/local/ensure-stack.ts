// For scripts that need the system: uses the one that runs, or starts one and stops it afterwards.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pause } from './commands.ts';
import { Problem } from './problem.ts';
import { findRunning, type RunFile } from './run-file.ts';
import { readSettings } from './settings.ts';

export interface EnsureStackOptions {
  /** Environment that ports and data folder are read from; the shell's unless given. */
  readonly env?: NodeJS.ProcessEnv;
  /** How long a start may take (a first one may download servers); 15 minutes unless given. */
  readonly limitMs?: number;
  /** Shows what the start prints; true unless given. */
  readonly showProgress?: boolean;
}

export interface EnsuredStack {
  readonly gatewayUrl: string;
  readonly run: RunFile;
  /** False when the system was running before. */
  readonly startedHere: boolean;
  /** Stops the system if it was started here, and waits until it is gone. */
  stop(): Promise<void>;
}

const ASK_EVERY_MS = 300;

/** @throws Problem when the system cannot be started; the reason was printed by the start itself. */
export async function ensureStack(options: EnsureStackOptions = {}): Promise<EnsuredStack> {
  const env = options.env ?? process.env;
  const { home } = readSettings(env);
  const deadline = performance.now() + (options.limitMs ?? 900_000);
  const running = await findRunning(home);
  if (running) return { ...(await untilReady(home, deadline, () => false)), startedHere: false, stop: async () => undefined };

  const stdio = options.showProgress === false ? 'ignore' : 'inherit';
  // In the script's own process group: Ctrl-C stops both, and the system in its order.
  const child = spawn(process.execPath, [join(import.meta.dirname, 'up.ts')], { env, stdio: ['ignore', stdio, stdio] });
  let ended = false;
  const gone = new Promise<void>((resolve) => {
    const settle = () => {
      ended = true;
      resolve();
    };
    child.once('exit', settle);
    child.once('error', settle);
  });
  const end = () => void child.kill('SIGTERM');
  process.once('exit', end);
  const stop = async () => {
    process.off('exit', end);
    if (!ended) end();
    await gone;
  };
  try {
    return { ...(await untilReady(home, deadline, () => ended)), startedHere: true, stop };
  } catch (thrown) {
    await stop();
    throw thrown;
  }
}

async function untilReady(home: string, deadline: number, hasEnded: () => boolean): Promise<{ gatewayUrl: string; run: RunFile }> {
  while (performance.now() < deadline) {
    const run = await findRunning(home);
    if (run?.state === 'ready') return { gatewayUrl: run.gatewayUrl, run };
    if (hasEnded()) throw new Problem('Weilend could not be started: the reason is printed above.');
    await pause(ASK_EVERY_MS);
  }
  throw new Problem('Weilend was not ready in time: see the logs in the data folder.');
}
