/** A question asked at readiness: returns when fine, throws a sentence when not. */
export type HealthCheck = () => Promise<void> | void;

export interface CheckResult {
  readonly ok: boolean;
  readonly required: boolean;
  /** Why it failed; only when not ok. */
  readonly message?: string;
}

export interface Readiness {
  readonly status: 'ready' | 'not-ready' | 'draining';
  readonly checks: Readonly<Record<string, CheckResult>>;
}

interface Registered {
  readonly name: string;
  readonly fn: HealthCheck;
  readonly required: boolean;
}

const defaultLimitMs = 2_000;

/**
 * Answers two different questions: is the process alive (restart it if not), and may it get work (ready).
 * A failed check that is not required is reported, and the process stays ready.
 */
export class Health {
  private registered: readonly Registered[] = [];
  private draining = false;
  private running: Promise<Readiness> | undefined;

  constructor(private readonly limitMs = defaultLimitMs) {}

  addCheck(name: string, fn: HealthCheck, options: { readonly required?: boolean } = {}): this {
    this.registered = [...this.registered, { name, fn, required: options.required ?? true }];
    return this;
  }

  /** For what comes and goes while the process runs, such as a department in the supergraph. */
  removeCheck(name: string): this {
    this.registered = this.registered.filter((check) => check.name !== name);
    return this;
  }

  live(): { readonly status: 'live'; readonly uptimeSeconds: number } {
    return { status: 'live', uptimeSeconds: Math.round(process.uptime()) };
  }

  /** Callers that ask at the same time share one run, so that a storm of probes costs the database one ping. */
  ready(): Promise<Readiness> {
    if (this.isDraining) return Promise.resolve({ status: 'draining', checks: {} });
    this.running ??= this.runChecks().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  /** From now on the process takes no new work: load balancers see it before its connections close. */
  startDraining(): void {
    this.draining = true;
  }

  get isDraining(): boolean {
    return this.draining;
  }

  private async runChecks(): Promise<Readiness> {
    const results = await Promise.all(this.registered.map(async (check) => [check.name, await this.runOne(check)] as const));
    const checks = Object.fromEntries(results);
    const fine = Object.values(checks).every((check) => check.ok || !check.required);
    if (this.isDraining) return { status: 'draining', checks };
    return { status: fine ? 'ready' : 'not-ready', checks };
  }

  private async runOne({ fn, required }: Registered): Promise<CheckResult> {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer within ${this.limitMs} ms`)), this.limitMs);
    });
    try {
      await Promise.race([Promise.resolve().then(fn), limit]);
      return { ok: true, required };
    } catch (problem) {
      return { ok: false, required, message: problem instanceof Error ? problem.message : String(problem) };
    } finally {
      clearTimeout(timer);
    }
  }
}
