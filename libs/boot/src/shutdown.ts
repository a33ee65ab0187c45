import type { Logger } from './logger.js';

/** In this order: refuse new work, close the API, finish jobs, flush the outbox relay, close databases. */
export const shutdownPhases = ['drain', 'http', 'workers', 'relay', 'connections'] as const;
export type ShutdownPhase = (typeof shutdownPhases)[number];

/** The part of a process that shutdown touches; a test passes its own. */
export interface ProcessPort {
  on(event: string, listener: (...args: unknown[]) => void): unknown;
  exit(code: number): void;
}

interface Step {
  readonly phase: ShutdownPhase;
  readonly name: string;
  readonly fn: () => Promise<unknown> | unknown;
  readonly timeoutMs: number;
}

type ShutdownLog = Pick<Logger, 'info' | 'warn' | 'error' | 'fatal'>;

/**
 * Closes a process in a fixed order of phases. Steps of one phase run at the same time; a step that fails or overruns
 * its time is logged and does not keep the others from closing.
 */
export class Shutdown {
  private readonly steps: Step[] = [];
  private running: Promise<boolean> | undefined;

  constructor(
    private readonly log: ShutdownLog,
    private readonly host: ProcessPort = process as unknown as ProcessPort,
  ) {}

  add(phase: ShutdownPhase, name: string, fn: Step['fn'], timeoutMs = 5_000): this {
    this.steps.push({ phase, name, fn, timeoutMs });
    return this;
  }

  /** Runs all phases once; later calls get the same promise. True when every step finished in time without error. */
  run(reason: string): Promise<boolean> {
    this.running ??= this.runPhases(reason);
    return this.running;
  }

  /** SIGTERM and SIGINT shut down with exit code 0 when clean, 1 when not; a second signal exits at once with 1. */
  install(): this {
    let signals = 0;
    for (const signal of ['SIGTERM', 'SIGINT']) {
      this.host.on(signal, () => {
        signals += 1;
        if (signals > 1) {
          this.log.warn({ signal }, 'second signal: leaving at once');
          this.host.exit(1);
          return;
        }
        void this.run(signal).then((clean) => this.host.exit(clean ? 0 : 1));
      });
    }
    for (const event of ['unhandledRejection', 'uncaughtException']) {
      this.host.on(event, (problem) => {
        this.log.fatal({ err: problem, event }, 'a bug: nothing handled this, leaving');
        this.host.exit(1);
      });
    }
    return this;
  }

  private async runPhases(reason: string): Promise<boolean> {
    this.log.info({ reason }, 'shutting down');
    let clean = true;
    for (const phase of shutdownPhases) {
      const results = await Promise.all(this.steps.filter((step) => step.phase === phase).map((step) => this.runStep(step)));
      clean = results.every(Boolean) && clean;
    }
    this.log.info({ reason, clean }, 'shut down');
    return clean;
  }

  private async runStep({ phase, name, fn, timeoutMs }: Step): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const overrun = new Promise<'overrun'>((resolve) => {
      timer = setTimeout(() => resolve('overrun'), timeoutMs);
    });
    try {
      const outcome = await Promise.race([Promise.resolve().then(fn), overrun]);
      if (outcome !== 'overrun') return true;
      this.log.warn({ phase, step: name, timeoutMs }, 'shutdown step overran its time');
    } catch (problem) {
      this.log.error({ phase, step: name, err: problem }, 'shutdown step failed');
    } finally {
      clearTimeout(timer);
    }
    return false;
  }
}
