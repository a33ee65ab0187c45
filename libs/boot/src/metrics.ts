import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** One measure: what it counts (a sentence), its labels, and for histograms the upper bounds of the buckets in its unit. */
export interface MeasureOptions {
  readonly name: string;
  readonly help: string;
  readonly labels?: readonly string[];
  readonly buckets?: readonly number[];
}

export interface Metrics {
  readonly registry: Registry;
  counter(options: MeasureOptions): Counter;
  gauge(options: MeasureOptions): Gauge;
  histogram(options: MeasureOptions): Histogram;
  /** Runs before every reading of the registry, for gauges that cost a question to somebody else. */
  beforeRead(refresh: () => Promise<void>): void;
  /** The registry as Prometheus text; a figure that could not be refreshed keeps its last value. */
  text(): Promise<string>;
}

/** Seconds, from a cached answer to a request that is about to be cut off. */
const defaultBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15];

/**
 * A registry of this process with the runtime's own figures; every line carries `service`.
 * Asking for a measure again gives the one that exists, so that two parts may share it.
 */
export function createMetrics(service: string): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  collectDefaultMetrics({ register: registry });
  const base = ({ name, help, labels = [] }: MeasureOptions) => ({ name, help, labelNames: [...labels], registers: [registry] });
  const existing = <T>(name: string) => registry.getSingleMetric(name) as T | undefined;
  const refreshes: (() => Promise<void>)[] = [];
  return {
    registry,
    beforeRead: (refresh) => void refreshes.push(refresh),
    text: async () => {
      await Promise.allSettled(refreshes.map((refresh) => refresh()));
      return registry.metrics();
    },
    counter: (options) => existing<Counter>(options.name) ?? new Counter(base(options)),
    gauge: (options) => existing<Gauge>(options.name) ?? new Gauge(base(options)),
    histogram: (options) =>
      existing<Histogram>(options.name) ?? new Histogram({ ...base(options), buckets: [...(options.buckets ?? defaultBuckets)] }),
  };
}
