import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { exampleQueries } from '../../infra/local/demo/example-queries.ts';
import type { Company } from './lib/company.ts';
import { openStoryCompany } from './lib/story-company.ts';

// The first thing that a newcomer pastes has to work: the tabs of the explorer and the queries of the guides.

const GUIDES = ['docs/guides/front-end.md', 'README.md'];
const ROOT = join(import.meta.dirname, '../..');

let company: Company;

beforeAll(async () => {
  company = await openStoryCompany();
});

describe('what is offered to be pasted', () => {
  test.each(exampleQueries.map(({ name, query }) => [name, query]))(
    'the explorer’s tab "%s" is answered without an error',
    async (_name, query) => {
      const { errors } = await company.one('auditor').ask(query);
      expect(errors).toEqual([]);
    },
  );

  test.each(GUIDES)('every query of %s is one that the graph accepts', async (guide) => {
    const blocks = [...(await readFile(join(ROOT, guide), 'utf8')).matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, query]) => query ?? '');
    expect(blocks.length).toBeGreaterThan(0);
    // A mutation with its input written out would be done.
    for (const query of blocks.filter((block) => !/^mutation \{/.test(block)))
      expect([query, await refusalOf(query)]).toEqual([query, null]);
  });
});

/** Why the graph does not take it; an answer, even one without permission, is fine. */
async function refusalOf(query: string): Promise<string | null> {
  const response = await fetch(`${company.client.gatewayUrl}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await company.one('auditor').token()}` },
    body: JSON.stringify({ query }),
  });
  const { errors = [] } = (await response.json()) as { errors?: { message: string; extensions?: { code?: string } }[] };
  const wrong = errors.find(
    ({ extensions, message }) =>
      /^GRAPHQL_/.test(extensions?.code ?? '') || (extensions?.code === 'BAD_USER_INPUT' && !/^Variable/.test(message)),
  );
  return wrong?.message ?? null;
}
