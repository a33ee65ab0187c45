// One server process: start it, wait until it answers, stop it. Without restarting: that is the supervisor's part.
import { spawn } from 'node:child_process';
import { pause } from './commands.ts';
import { Problem } from './problem.ts';
import { signal } from './processes.ts';

export interface RunningServer {
  readonly uri: string;
  readonly pid: number;
  /** Ends the server and waits until it is gone. May be called twice. */
  stop(): Promise<void>;
}

export interface ServerCommand {
  readonly title: string;
  readonly command: string;
  readonly args: readonly string[];
  /** Asked again and again until true. */
  ready(): Promise<boolean>;
  /** What its last output means, with the mend. */
  explain(output: string): Promise<string> | string;
  /** How long a polite stop may take before force. */
  readonly graceMs: number;
}

const READY_LIMIT_MS = 60_000;
const ASK_EVERY_MS = 30;
const KEPT_OUTPUT = 8_000;

/** @throws Problem when the server ends before it is ready, or is not ready after a minute. */
export async function runServer(server: ServerCommand): Promise<Omit<RunningServer, 'uri'>> {
  // Detached: Ctrl-C in the terminal must reach only the process that stops the parts in their order.
  const child = spawn(server.command, server.args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let output = '';
  let ended = false;
  const collect = (chunk: Buffer) => {
    output = (output + chunk.toString()).slice(-KEPT_OUTPUT);
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const gone = new Promise<void>((resolve) => {
    const settle = () => {
      ended = true;
      resolve();
    };
    child.once('error', (failure) => {
      output += failure.message;
      settle();
    });
    child.once('exit', settle);
  });
  const stop = async () => {
    if (ended || child.pid === undefined) return;
    signal(child.pid, 'SIGTERM');
    const { pid } = child;
    const force = setTimeout(() => signal(pid, 'SIGKILL'), server.graceMs);
    await gone;
    clearTimeout(force);
  };
  for (let waited = 0; !ended && waited < READY_LIMIT_MS; waited += ASK_EVERY_MS) {
    if (await server.ready()) return { pid: child.pid ?? 0, stop };
    await pause(ASK_EVERY_MS);
  }
  await stop();
  throw new Problem(`${server.title} did not start: ${await server.explain(output)}.`);
}
