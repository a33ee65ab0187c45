import { createHash, randomBytes } from 'node:crypto';
import { expect } from '@jest/globals';
import { newId } from '@weilend/kernel';
import type { AnyConsumer } from '@weilend/messaging';
import { inboxOf, MessageSource, person, testSubgraph } from '@weilend/testing';
import type { SubgraphUnderTest } from '@weilend/testing';
import { salesConsumers } from '../../src/consumers/all.js';
import { salesService } from '../../src/sales.module.js';

/** A product of finance, and the terms that are asked and approved. */
export const PRODUCT = newId('prd');
export const TERMS = { productId: PRODUCT, amountFen: 1_200_000, termMonths: 12, annualRate: '0.12', method: 'EQUAL_INSTALMENT' as const };
export const HASH = 'a'.repeat(64);
export const seller = person('sales', 'salesperson');
export const other = person('sales', 'salesperson');
export const manager = person('sales', 'sales-manager');

export type Payload = Record<string, Record<string, never> | { code: string; rule: string; field?: string[] }[]> & {
  userErrors: { code: string; rule: string; field?: string[]; message: string }[];
};

/** Sales with its graph, as the gateway sees it, and the messages of the other departments. */
export class SalesGraph {
  readonly source = new MessageSource();
  readonly inbox: ReturnType<typeof inboxOf>;

  private constructor(readonly sales: SubgraphUnderTest) {
    this.inbox = inboxOf(
      sales.platform,
      salesConsumers.map((consumer) => sales.app.get<AnyConsumer>(consumer)),
    );
  }

  static async start(): Promise<SalesGraph> {
    const graph = new SalesGraph(await testSubgraph(salesService));
    await graph.inbox.receive(graph.source.event('finance.product-published.v1', PRODUCT, product()));
    return graph;
  }

  /** Runs a mutation by its name; `fields` is what is asked of its noun. */
  async act(name: string, input: object, noun: string, { as = seller, fields = 'id' } = {}): Promise<Payload> {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${noun} { ${fields} } userErrors { code rule field message } } }`;
    const answer = await this.sales.graph(query, { input }, as);
    if (!answer.data) throw new Error(JSON.stringify(answer.errors));
    return answer.data[name] as unknown as Payload;
  }

  async done(name: string, input: object, noun: string, fields = 'id'): Promise<Record<string, unknown>> {
    const payload = await this.act(name, input, noun, { fields });
    if (payload.userErrors.length > 0) throw new Error(`${name}: ${JSON.stringify(payload.userErrors)}`);
    return payload[noun] as Record<string, unknown>;
  }

  async ask<T>(query: string, variables: object, as = seller): Promise<T> {
    const answer = await this.sales.graph(query, variables as Record<string, unknown>, as);
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.data as unknown as T;
  }

  /** Finance's price for a proposal. */
  async quote(proposalId: string): Promise<void> {
    const terms = { quoteId: newId('quo'), method: 'EQUAL_INSTALMENT' as const, termsHash: HASH, firstInstalmentFen: 106_619 };
    const price = { totalInterestFen: 79_422, totalFeesFen: 0, annualCostCompound: '0.126825', withinCap: true };
    await this.inbox.receive(this.source.event('finance.quote-issued.v1', proposalId, { proposalId, quotes: [{ ...terms, ...price }] }));
  }

  async upload(aboutId: string, purpose: string, contentType: string, bytes: Buffer = randomBytes(200)): Promise<string> {
    const file = { fileName: '资料', contentType, sizeBytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
    const ticket = await this.done('requestUpload', { aboutId, purpose, ...file }, 'upload', 'fileId url');
    const path = new URL(String(ticket['url']));
    const answer = await fetch(`${this.sales.url}${path.pathname}${path.search}`, {
      method: 'PUT',
      body: new Uint8Array(bytes),
      headers: { 'content-type': contentType },
    });
    expect(answer.status).toBe(201);
    return String(ticket['fileId']);
  }

  stop(): Promise<void> {
    return this.sales.stop();
  }
}

function product() {
  return {
    ...{
      productId: PRODUCT,
      version: 1,
      code: 'P1',
      name: '经营贷',
      customerTypes: ['INDIVIDUAL' as const, 'SELF_EMPLOYED' as const],
      purposes: ['EQUIPMENT' as const],
    },
    ...{ methods: ['EQUAL_INSTALMENT' as const], minAmountFen: 10_000, maxAmountFen: 5_000_000, minTermMonths: 1, maxTermMonths: 36 },
    ...{ annualRate: '0.12', dayCount: 'PERIODIC' as const, fees: [], effectiveFrom: '2020-01-01' },
  };
}
