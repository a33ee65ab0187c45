import type { Health, Logger, Metrics } from '@weilend/boot';
import type { Subgraph } from '../supergraph/read-subgraphs.js';
import type { SubgraphClient } from './subgraph-client.js';

export interface SubgraphWatchOptions {
  readonly health: Health;
  readonly metrics: Metrics;
  readonly log: Pick<Logger, 'info' | 'warn'>;
  readonly everyMs: number;
  readonly clientOf: (subgraph: Subgraph) => SubgraphClient;
}

type State = 'unasked' | 'up' | 'down';

/** Until every department has answered, they are asked this often. */
const firstEveryMs = 500;
const probe = { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: '{__typename}' }) };

/**
 * Asks every department for `{__typename}` and tells readiness: not ready before each has answered once; from then on a department
 * that is down is reported under its own check and does not take the gateway, and with it the others, out of service.
 */
export class SubgraphWatch {
  private subgraphs: readonly Subgraph[] = [];
  private readonly states = new Map<string, State>();
  private readonly answered = new Set<string>();
  private allAnswered = false;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private readonly up;

  constructor(private readonly options: SubgraphWatchOptions) {
    this.up = options.metrics.gauge({
      name: 'gateway_subgraph_up',
      help: '1 when the department answered the last time it was asked',
      labels: ['subgraph'],
    });
    options.health.addCheck('supergraph', () => this.requireSupergraph());
    options.health.addCheck('every-subgraph-answered-once', () => this.requireAnswers());
  }

  /** Takes the departments of a (changed) supergraph and asks them at once. */
  follow(subgraphs: readonly Subgraph[]): void {
    const { health } = this.options;
    const names = new Set(subgraphs.map(({ name }) => name));
    for (const name of [...this.states.keys()].filter((known) => !names.has(known))) {
      this.states.delete(name);
      this.up.remove({ subgraph: name });
      health.removeCheck(checkName(name));
    }
    for (const { name } of subgraphs.filter((subgraph) => !this.states.has(subgraph.name))) {
      this.states.set(name, 'unasked');
      health.addCheck(checkName(name), () => this.requireUp(name), { required: false });
    }
    this.subgraphs = subgraphs;
    void this.askAll();
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private async askAll(): Promise<void> {
    clearTimeout(this.timer);
    const asked = this.subgraphs;
    await Promise.all(asked.map((subgraph) => this.ask(subgraph)));
    // A later follow() has its own round.
    if (this.stopped || asked !== this.subgraphs) return;
    this.allAnswered ||= asked.length > 0 && asked.every(({ name }) => this.answered.has(name));
    this.timer = setTimeout(
      () => void this.askAll(),
      this.allAnswered ? this.options.everyMs : Math.min(firstEveryMs, this.options.everyMs),
    ).unref();
  }

  private async ask(subgraph: Subgraph): Promise<void> {
    const { clientOf, log } = this.options;
    const { name } = subgraph;
    const state: State = await clientOf(subgraph)
      .call(probe)
      .then(
        ({ status, text }) => (status < 500 && isGraphQLAnswer(text) ? 'up' : 'down'),
        () => 'down',
      );
    const before = this.states.get(name);
    if (this.stopped || before === undefined) return;
    this.states.set(name, state);
    if (state === 'up') this.answered.add(name);
    this.up.set({ subgraph: name }, state === 'up' ? 1 : 0);
    if (state === 'down' && before !== 'down') log.warn({ subgraph: name, url: subgraph.url }, 'department does not answer');
    if (state === 'up' && before !== 'up') log.info({ subgraph: name }, 'department answers');
  }

  private requireSupergraph(): void {
    if (this.subgraphs.length === 0) throw new Error('no supergraph is loaded yet');
  }

  private requireAnswers(): void {
    if (this.allAnswered) return;
    const missing = this.subgraphs.filter(({ name }) => !this.answered.has(name)).map(({ name }) => name);
    throw new Error(`waiting for the first answer of: ${missing.join(', ')}`);
  }

  private requireUp(name: string): void {
    if (this.states.get(name) !== 'up') throw new Error(this.states.get(name) === 'down' ? 'does not answer' : 'not asked yet');
  }
}

function checkName(subgraph: string): string {
  return `subgraph:${subgraph}`;
}

/** A department that refuses anonymous callers with a GraphQL error answers too. */
function isGraphQLAnswer(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && ('data' in value || 'errors' in value);
  } catch {
    return false;
  }
}
