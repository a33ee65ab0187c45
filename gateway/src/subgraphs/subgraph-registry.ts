import type { Metrics } from '@weilend/boot';
import { readSubgraphs, serviceBase } from '../supergraph/read-subgraphs.js';
import type { Subgraph } from '../supergraph/read-subgraphs.js';
import { SubgraphClient } from './subgraph-client.js';
import { SubgraphSource } from './subgraph-source.js';

export interface SubgraphRegistryOptions {
  /** name -> url, in place of what the supergraph says. */
  readonly overrides: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly metrics: Metrics;
}

/** The department that issues tokens: its word on keys counts before the copies of the others. */
const issuer = 'hr';

/** Which departments there are now, where they live, and one set of connections for each address. */
export class SubgraphRegistry {
  private subgraphs: readonly Subgraph[] = [];
  private readonly clients = new Map<string, SubgraphClient>();

  constructor(private readonly options: SubgraphRegistryOptions) {}

  /** @throws Error with a sentence when the text is no supergraph or lacks an address. */
  read(supergraphSdl: string): readonly Subgraph[] {
    return readSubgraphs(supergraphSdl, this.options.overrides);
  }

  /** Takes over the departments of the supergraph that is served from now on. */
  follow(supergraphSdl: string): readonly Subgraph[] {
    this.subgraphs = this.read(supergraphSdl);
    return this.subgraphs;
  }

  /** Called by the gateway for each department whose written address is new. */
  sourceOf({ name, url = '' }: { readonly name: string; readonly url?: string }): SubgraphSource {
    const address = this.options.overrides[name] ?? url;
    return new SubgraphSource(name, this.clientOf(address), this.options.timeoutMs, this.options.metrics);
  }

  clientOf(url: string): SubgraphClient {
    const known = this.clients.get(url);
    if (known) return known;
    const client = new SubgraphClient(url, this.options.timeoutMs);
    this.clients.set(url, client);
    return client;
  }

  /** Where a department serves what is not GraphQL. */
  baseOf(name: string): string | undefined {
    const subgraph = this.subgraphs.find((candidate) => candidate.name === name);
    return subgraph && serviceBase(subgraph);
  }

  keyUrls(): string[] {
    const issuerFirst = [...this.subgraphs].sort((a, b) => Number(b.name === issuer) - Number(a.name === issuer));
    return issuerFirst.map((subgraph) => `${serviceBase(subgraph)}/jwks`);
  }

  async close(): Promise<void> {
    await Promise.all([...this.clients.values()].map((client) => client.close()));
  }
}
