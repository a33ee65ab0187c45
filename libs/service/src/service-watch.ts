import type { HealthCheck, MeasureOptions, Metrics } from '@weilend/boot';

/** Token of the process's measures: a department adds those of its own. Labels are codes, never persons. */
export abstract class ServiceMetrics {
  abstract counter(options: MeasureOptions): ReturnType<Metrics['counter']>;
  abstract gauge(options: MeasureOptions): ReturnType<Metrics['gauge']>;
  abstract histogram(options: MeasureOptions): ReturnType<Metrics['histogram']>;
  /** Runs before every reading, for gauges that cost a question to somebody else. */
  abstract beforeRead(refresh: () => Promise<void>): void;
}

/** Token of the process's readiness: a department adds checks of its own, not required ones for what belongs to other companies. */
export abstract class ServiceHealth {
  abstract addCheck(name: string, fn: HealthCheck, options?: { readonly required?: boolean }): unknown;
}
