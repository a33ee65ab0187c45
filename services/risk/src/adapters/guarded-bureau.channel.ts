import { BrokenCircuitError, circuitBreaker, CircuitState, ConsecutiveBreaker, handleWhen } from 'cockatiel';
import type { CircuitBreakerPolicy } from 'cockatiel';
import type { BureauReport } from '../domain/bureau/bureau-report.js';
import { troubleRules } from '../domain/bureau/bureau-trouble.js';
import type { Circuit } from '../domain/bureau/circuit.js';
import { BureauFailure, BureauPort } from '../use-cases/bureau/bureau.port.js';
import type { BureauQuestion } from '../use-cases/bureau/bureau.port.js';

export interface GuardOptions {
  /** Failures in a row after which the bureau is left alone. */
  readonly failures: number;
  /** For how long; then one question is sent to try. */
  readonly pauseMs: number;
}

/**
 * A bureau behind a circuit breaker: an ailing one is not asked by everybody at once, and nobody waits for a time-out that is sure to come.
 * The breaker is of this process; every process that asks has its own.
 */
export class GuardedBureau extends BureauPort {
  private readonly breaker: CircuitBreakerPolicy;
  private openedAt = 0;

  constructor(
    private readonly bureau: BureauPort,
    private readonly options: GuardOptions,
  ) {
    super();
    const ailing = handleWhen((error) => error instanceof BureauFailure && troubleRules[error.code].ailing);
    this.breaker = circuitBreaker(ailing, { halfOpenAfter: options.pauseMs, breaker: new ConsecutiveBreaker(options.failures) });
    this.breaker.onBreak(() => (this.openedAt = Date.now()));
  }

  async inquire(question: BureauQuestion): Promise<BureauReport> {
    try {
      return await this.breaker.execute(() => this.bureau.inquire(question));
    } catch (error) {
      if (!(error instanceof BrokenCircuitError)) throw error;
      throw new BureauFailure('BREAKER_OPEN', Math.max(0, this.openedAt + this.options.pauseMs - Date.now()));
    }
  }

  override circuit(): Circuit {
    const isOpen = this.breaker.state !== CircuitState.Closed;
    return { isOpen, probeFrom: isOpen ? new Date(this.openedAt + this.options.pauseMs) : null };
  }
}
