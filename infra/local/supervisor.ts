// Keeps one process alive: started at once, started again when it dies, a little later each time, and stopped only on request.
import { type ChildProcess, spawn } from 'node:child_process';
import { pause } from './commands.ts';
import { lastLines, openLog } from './logs.ts';
import { codeOf, Problem } from './problem.ts';
import { markOf, type ProcessMark, signal } from './processes.ts';

export interface ProcessSpec {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly logPath: string;
  /** Asked again and again while it starts. */
  ready(): Promise<boolean>;
  /** What its last words mean, with the mend, where that is known. */
  explain?(lastWords: string): Promise<string | undefined>;
  /** How long a polite stop may take before force. */
  readonly graceMs: number;
  /** Wait before the first new start; 500 ms unless given. */
  readonly firstDelayMs?: number;
  /** Longest wait before a new start; 30 s unless given. */
  readonly longestDelayMs?: number;
}

export interface SupervisorEvents {
  /** A line for the person at the keyboard. */
  say(line: string): void;
  /** The process has another mark now, or none. */
  changed(name: string, mark: ProcessMark | undefined): void;
}

export interface Supervised {
  readonly name: string;
  /** Resolves when it is ready. @throws Problem when it keeps dying, or is not ready in time; the signal's reason when aborted. */
  untilReady(limitMs: number, abort?: AbortSignal): Promise<void>;
  /** Ends it for good; forces it after its grace. */
  stop(): Promise<void>;
  /** Ends it for good, at once. */
  kill(): void;
}

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 30_000;
const HEALTHY_AFTER_MS = 60_000;
const DEATHS_BEFORE_GIVING_UP = 4;
const ASK_EVERY_MS = 150;

/** How long to wait before the next start: 0.5 s, then double up to 30 s; from the beginning again after a minute of life. */
export function nextDelayMs(previousMs: number, aliveMs: number, firstMs = FIRST_DELAY_MS, longestMs = LONGEST_DELAY_MS): number {
  if (previousMs === 0 || aliveMs >= HEALTHY_AFTER_MS) return firstMs;
  return Math.min(previousMs * 2, longestMs);
}

/** The lines of a log that say what went wrong: without the places in the code, which stand in the log itself. */
export function lastWords(lines: readonly string[]): string[] {
  const KEPT_LINES = 10;
  const LONGEST_LINE = 300;
  return lines
    .filter((line) => !/^\s*(at |Node\.js v\d|[{}^]+$)/.test(line))
    .map((line) => line.slice(0, LONGEST_LINE))
    .slice(-KEPT_LINES);
}

export function supervise(spec: ProcessSpec, events: SupervisorEvents): Supervised {
  return new Keeper(spec, events);
}

class Keeper implements Supervised {
  readonly #spec: ProcessSpec;
  readonly #events: SupervisorEvents;
  #child: ChildProcess | undefined;
  #gone: Promise<void> = Promise.resolve();
  #restart: NodeJS.Timeout | undefined;
  #delayMs = 0;
  #deaths = 0;
  #wasReady = false;
  #stopping = false;

  constructor(spec: ProcessSpec, events: SupervisorEvents) {
    this.#spec = spec;
    this.#events = events;
    this.#launch();
  }

  get name(): string {
    return this.#spec.name;
  }

  async untilReady(limitMs: number, abort?: AbortSignal): Promise<void> {
    const began = performance.now();
    for (;;) {
      abort?.throwIfAborted();
      if (this.#child !== undefined && (await this.#spec.ready())) break;
      if (this.#deaths >= DEATHS_BEFORE_GIVING_UP) throw await this.#complaint(`stopped ${this.#deaths} times while starting`);
      if (performance.now() - began > limitMs) throw await this.#complaint(`was not ready after ${Math.round(limitMs / 1000)} s`);
      await pause(ASK_EVERY_MS);
    }
    this.#wasReady = true;
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#restart);
    const { pid } = this.#child ?? {};
    if (pid === undefined) return;
    signal(pid, 'SIGTERM');
    const force = setTimeout(() => {
      this.#events.say(`${this.name} did not stop in ${this.#spec.graceMs / 1000} s and is ended by force`);
      signal(pid, 'SIGKILL');
    }, this.#spec.graceMs);
    await this.#gone;
    clearTimeout(force);
  }

  kill(): void {
    this.#stopping = true;
    clearTimeout(this.#restart);
    if (this.#child?.pid !== undefined) signal(this.#child.pid, 'SIGKILL');
  }

  #launch(): void {
    const { command, args, cwd, env } = this.#spec;
    const log = openLog(this.#spec.logPath);
    const began = performance.now();
    // Detached: Ctrl-C in the terminal must reach the supervisor only, which stops the parts in their order.
    const child = spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', log.fd, log.fd] });
    log.close();
    this.#child = child;
    this.#gone = new Promise((resolve) => {
      const ended = (how: string) => {
        if (this.#child !== child) return;
        this.#child = undefined;
        this.#events.changed(this.name, undefined);
        this.#ended(how, performance.now() - began);
        resolve();
      };
      child.once('error', (failure) => ended(codeOf(failure) ?? failure.message));
      child.once('exit', (code, killer) => ended(killer ?? `code ${code}`));
    });
    void this.#announce(child);
  }

  async #announce(child: ChildProcess): Promise<void> {
    const mark = child.pid === undefined ? undefined : await markOf(child.pid);
    if (mark && this.#child === child) this.#events.changed(this.name, mark);
  }

  #ended(how: string, aliveMs: number): void {
    if (this.#stopping) return;
    this.#deaths = this.#wasReady ? 0 : this.#deaths + 1;
    // Whoever waits for it to get ready is told in a moment.
    if (this.#deaths >= DEATHS_BEFORE_GIVING_UP) return this.#events.say(`${this.name} stopped by itself (${how}) and is given up`);
    this.#delayMs = nextDelayMs(this.#delayMs, aliveMs, this.#spec.firstDelayMs, this.#spec.longestDelayMs);
    this.#events.say(
      `${this.name} stopped by itself (${how}): started again in ${this.#delayMs / 1000} s, its log is ${this.#spec.logPath}`,
    );
    this.#restart = setTimeout(() => this.#launch(), this.#delayMs);
  }

  async #complaint(what: string): Promise<Problem> {
    const lines = lastWords(await lastLines(this.#spec.logPath, 60));
    const known = await this.#spec.explain?.(lines.join('\n'));
    if (known) return new Problem(`${this.name} ${what}: ${known}.`);
    return new Problem(`${this.name} ${what}: see ${this.#spec.logPath}, which ends with:\n  ${lines.join('\n  ')}`);
  }
}
