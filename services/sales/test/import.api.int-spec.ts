import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { person, testSubgraph } from '@weilend/testing';
import type { SubgraphUnderTest } from '@weilend/testing';
import { salesService } from '../src/sales.module.js';
import { RunImports } from '../src/use-cases/import/run-imports.js';
import { leadFile, leadLines } from './builders/import.builder.js';

const seller = person('sales', 'salesperson');
const other = person('sales', 'salesperson');
const manager = person('sales', 'sales-manager');
const FILE = leadFile([...leadLines(2), '线上,官网,=HYPERLINK(1),13900001,', '电视,官网,王小明,13900000009,']);

let sales: SubgraphUnderTest;

beforeAll(async () => {
  sales = await testSubgraph(salesService);
});

afterAll(() => sales.stop());

async function ask<T>(query: string, variables: object, as = seller): Promise<T> {
  const answer = await sales.graph(query, variables as Record<string, unknown>, as);
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data as unknown as T;
}

const local = (url: string): string => {
  const { pathname, search } = new URL(url);
  return `${sales.url}${pathname}${search}`;
};

interface Run {
  readonly id: string;
  readonly state: string;
  readonly percent: number;
  readonly counts: Record<string, number>;
  readonly samples: { cells: { column: string; value: string }[] }[];
  readonly problems: { nodes: Record<string, unknown>[]; pageInfo: { hasNextPage: boolean; endCursor: string }; totalCount: number };
  readonly imported: { nodes: { line: number; lead: { contactName: string; phone: string } | null }[] };
  readonly errorFile: { url: string };
}

const PARTS = `id state percent counts { rows good bad imported } samples { line cells { column value } } errorFile { url }
  problems(first: $first, after: $after) { nodes { line column columnTitle code message shown } pageInfo { hasNextPage endCursor } totalCount }
  imported { nodes { line lead { contactName phone } customer { id } } } importedBy { id } failure { code }`;

const run = (id: string, page: object = {}, as = seller) =>
  ask<{ importRun: Run | null }>(
    `query ($id: ID!, $first: Int, $after: String) { importRun(id: $id) { ${PARTS} } }`,
    { id, ...page },
    as,
  ).then(({ importRun }) => importRun);

/** Upload, start, and the worker's work. */
async function through(mode: string): Promise<string> {
  const bytes = Buffer.from(FILE);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { requestUpload } = await ask<{ requestUpload: { upload: { fileId: string; url: string } } }>(
    'mutation ($input: RequestUploadInput!) { requestUpload(input: $input) { upload { fileId url } userErrors { code } } }',
    { input: { purpose: 'IMPORT', fileName: '线索.csv', contentType: 'text/csv', sizeBytes: bytes.length, sha256 } },
  );
  const put = await fetch(local(requestUpload.upload.url), { method: 'PUT', body: bytes, headers: { 'content-type': 'text/csv' } });
  expect(put.status).toBe(201);
  const { startImport } = await ask<{ startImport: { importRun: { id: string; state: string } } }>(
    'mutation ($input: StartImportInput!) { startImport(input: $input) { importRun { id state } userErrors { code message } } }',
    { input: { fileId: requestUpload.upload.fileId, kind: 'LEADS', mode } },
  );
  expect(startImport.importRun.state).toBe('QUEUED');
  const worker = sales.app.get(RunImports);
  while (await worker.execute({ isStopping: () => false, onTrouble: (_id, error) => expect(error).toBeUndefined() }));
  return startImport.importRun.id;
}

test('[2.8] a file is previewed and taken in through the graph: mistakes by page and in words, rows with what they became, in the scope of who asks', async () => {
  const previewed = await run(await through('PREVIEW'), { first: 1 });
  expect(previewed).toMatchObject({ state: 'PREVIEWED', percent: 100, counts: { rows: 4, good: 2, bad: 2, imported: 0 } });
  expect(previewed?.samples[0]?.cells).toContainEqual({ column: 'phone', value: '139****0000' });
  const first = { line: 4, column: 'phone', columnTitle: '手机号', code: 'MOBILE_INVALID', shown: '13******' };
  expect(previewed?.problems).toMatchObject({ nodes: [first], pageInfo: { hasNextPage: true }, totalCount: 2 });
  expect(previewed?.problems.nodes[0]?.['message']).toMatch(/11/);
  const rest = await run(previewed?.id ?? '', { first: 1, after: previewed?.problems.pageInfo.endCursor });
  expect(rest?.problems).toMatchObject({ nodes: [{ line: 5, code: 'ROW_VALUE_UNKNOWN' }], pageInfo: { hasNextPage: false } });

  const imported = await run(await through('GOOD_ROWS'));
  expect(imported).toMatchObject({ state: 'IMPORTED', counts: { imported: 2 } });
  expect(imported?.imported.nodes).toMatchObject([{ line: 2, lead: { contactName: '客**', phone: '139****0000' } }, { line: 3 }]);

  expect(await run(imported?.id ?? '', {}, other)).toBeNull();
  expect((await run(imported?.id ?? '', {}, manager))?.id).toBe(imported?.id);
  const mine = (as: typeof seller) => ask<{ importRuns: { nodes: unknown[] } }>('{ importRuns { nodes { id } } }', {}, as);
  expect((await mine(seller)).importRuns.nodes).toHaveLength(2);
  expect((await mine(other)).importRuns.nodes).toEqual([]);
  expect((await mine(manager)).importRuns.nodes).toHaveLength(2);
});

test('[2.8, 3.7] everything that is wrong is a file to work through, which holds no value in clear and no formula', async () => {
  const previewed = await run(await through('PREVIEW'));
  const answer = await fetch(local(previewed?.errorFile.url ?? ''));
  const text = await answer.text();
  expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('线索-errors.csv'));
  expect(text.split('\r\n')).toEqual([
    '"行 line","列 column","原值 value","代码 code","说明","message"',
    ...[2, 3].map(
      (line) => `"${line}","手机号","13*********","ROW_LEAD_EXISTS","已有该手机号的线索","there is a lead with this mobile number"`,
    ),
    expect.stringMatching(/^"4","手机号","13\*{6}","MOBILE_INVALID",".+",".+"$/),
    expect.stringMatching(/^"5","渠道","电\*","ROW_VALUE_UNKNOWN",".*线上.*",".+"$/),
    '',
  ]);
  expect(text).not.toMatch(/王小明|13900001/);
});

test('[2.8] the template says what a file may have', async () => {
  const { importColumns } = await ask<{ importColumns: { key: string; titleZh: string; required: boolean }[] }>(
    '{ importColumns(kind: LEADS) { key titleZh required example alsoCalled } }',
    {},
  );
  expect(importColumns.filter(({ required }) => required).map(({ key }) => key)).toEqual(['channel', 'contactName']);
});
