import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { person, seedParameters } from '@weilend/testing';
import { salesDesk } from '../../../test/builders/desk.builder.js';
import type { SalesDesk } from '../../../test/builders/desk.builder.js';
import { ImportBench, leadFile, leadLines, LEAD_HEADER } from '../../../test/builders/import.builder.js';
import { codesOf } from '../../../test/builders/refusal.builder.js';
import { RequestUpload } from '../files/request-upload.use-case.js';
import { CancelImport } from './cancel-import.use-case.js';
import { StartImport } from './start-import.use-case.js';

let desk: SalesDesk;
let bench: ImportBench;

beforeAll(async () => {
  desk = await salesDesk();
  bench = new ImportBench(desk);
});

afterAll(() => desk.stop());

describe('[2.8] a file is judged before it is taken', () => {
  const gb18030 = Buffer.concat([
    Buffer.from([0xc7, 0xfe, 0xb5, 0xc0, 0x2c, 0xc1, 0xaa, 0xcf, 0xb5, 0xc8, 0xcb, 0x0a]),
    Buffer.from([0xcd, 0xc6, 0xbc, 0xf6, 0x2c, 0xcd, 0xf5, 0x0a]),
  ]);

  test.each<[string, string | Buffer, object]>([
    ['UTF-8', leadFile(leadLines(1)), { encoding: 'utf-8', delimiter: ',', lines: 2, headerLine: 1 }],
    [
      'UTF-8 with a byte order mark',
      `\uFEFF${leadFile(leadLines(1))}`,
      { encoding: 'utf-8', columns: expect.arrayContaining(['channel']) },
    ],
    ['the encoding of Chinese spreadsheets', gb18030, { encoding: 'gb18030', columns: ['channel', 'contactName'] }],
    ['semicolons, after an empty line', '\n渠道;联系人;手机\n线上;王;1', { delimiter: ';', headerLine: 2 }],
    ['tabs', '联系人\t渠道\n王\t线上', { delimiter: '\t', columns: ['contactName', 'channel'] }],
  ])('in %s', async (_how, content, expected) => {
    expect(await bench.run(await bench.start(content, { mode: 'PREVIEW' }))).toMatchObject({ state: 'queued', ...expected });
  });

  test.each<[string, string | Buffer, string[]]>([
    ['nothing in it', '\n \n', ['IMPORT_FILE_EMPTY']],
    ['no text', Buffer.from([0xff, 0xfe, 0x20, 0x4e, 0xff, 0xff, 0x80]), ['IMPORT_ENCODING_UNKNOWN']],
    ['no header', leadLines(2).join('\n'), ['IMPORT_HEADER_MISSING']],
    ['an unknown column', `${LEAD_HEADER},爱好\n`, ['IMPORT_COLUMN_UNKNOWN']],
    ['a column missing', '渠道,手机\n', ['IMPORT_COLUMN_MISSING']],
    ['a header that breaks off', '渠道,"联系人\n', ['ROW_QUOTING_BROKEN']],
  ])('with %s it is refused, and nothing changed', async (_what, content, codes) => {
    const fileId = await bench.upload(content);
    const before = await desk.snapshot();
    expect(await codesOf(desk.get(StartImport).execute(desk.seller, { fileId, kind: 'LEADS', mode: 'GOOD_ROWS' }))).toEqual(codes);
    expect(await desk.snapshot()).toBe(before);
  });

  test('that is too big, or no list, is refused before it is uploaded', async () => {
    const declared = {
      purpose: 'IMPORT' as const,
      fileName: 'a.csv',
      contentType: 'text/csv',
      sizeBytes: 10_485_761,
      sha256: 'a'.repeat(64),
    };
    expect(await codesOf(desk.get(RequestUpload).execute(desk.seller, declared))).toEqual(['INPUT_INVALID']);
    const picture = { ...declared, sizeBytes: 10, contentType: 'image/png' };
    expect(await codesOf(desk.get(RequestUpload).execute(desk.seller, picture))).toEqual(['INPUT_INVALID']);
    expect(await codesOf(desk.get(RequestUpload).execute(desk.seller, { ...declared, purpose: 'DOCUMENT', sizeBytes: 10 }))).toEqual([
      'INPUT_INVALID',
    ]);
  });
});

describe('[2.2, 3.7] whose file it is', () => {
  test('nobody else starts, or stops, what somebody uploaded; the manager stops it', async () => {
    const fileId = await bench.upload(leadFile(leadLines(1, 100)));
    const other = person('sales', 'salesperson');
    const started = { fileId, kind: 'LEADS', mode: 'GOOD_ROWS' } as const;
    expect(await codesOf(desk.get(StartImport).execute(other, started))).toEqual(['NOT_FOUND']);
    expect(await codesOf(desk.get(StartImport).execute(desk.manager, started))).toEqual(['NOT_FOUND']);
    const runId = await desk.get(StartImport).execute(desk.seller, started);
    expect(await codesOf(desk.get(CancelImport).execute(other, { runId }))).toEqual(['NOT_FOUND']);
    await desk.get(CancelImport).execute(desk.manager, { runId });
    expect((await bench.run(runId)).state).toBe('cancelled');
    expect(await codesOf(desk.get(CancelImport).execute(desk.seller, { runId }))).toEqual(['ILLEGAL_TRANSITION']);
  });

  test('a salesperson imports for himself, the manager for anybody who sells', async () => {
    const content = (n: number) => leadFile(leadLines(1, 200 + n));
    const someone = person('sales', 'salesperson').employeeId;
    expect(await codesOf(bench.start(content(1), { salespersonId: someone }))).toEqual(['IMPORT_FOR_OTHERS']);
    expect(await codesOf(bench.start(content(2), { salespersonId: someone }, desk.manager))).toEqual(['NOT_A_SALESPERSON']);
    expect(await bench.run(await bench.start(content(3), {}, desk.manager))).toMatchObject({ assigns: true });
  });

  test('a paper of an application is no list, and the same list comes in once unless it is said', async () => {
    const paper = await desk.upload({ kind: 'application', id: desk.seller.employeeId });
    expect(await codesOf(desk.get(StartImport).execute(desk.seller, { fileId: paper, kind: 'LEADS', mode: 'PREVIEW' }))).toEqual([
      'NOT_FOUND',
    ]);
    const content = leadFile(leadLines(2, 300));
    await bench.start(content);
    expect(await codesOf(bench.start(content))).toEqual(['IMPORT_FILE_REPEATED']);
    expect(await codesOf(bench.start(content, { again: true }))).toEqual([]);
  });

  test('the same request has the same answer', async () => {
    const fileId = await bench.upload(leadFile(leadLines(1, 400)));
    const request = { requestKey: 'k1', fileId, kind: 'LEADS', mode: 'GOOD_ROWS' } as const;
    const [first, second] = [
      await desk.get(StartImport).execute(desk.seller, request),
      await desk.get(StartImport).execute(desk.seller, request),
    ];
    expect(second).toBe(first);
  });

  test('a list of more rows than a run may have is given up before anything came in', async () => {
    await seedParameters(desk.platform, { 'import.max-rows': '3' });
    const run = await bench.through(leadFile(leadLines(4, 500)));
    expect(run).toMatchObject({ state: 'failed', failure: { code: 'IMPORT_TOO_MANY_ROWS', data: { most: 3 } }, counts: { imported: 0 } });
    expect((await bench.through(leadFile(leadLines(3, 510)))).state).toBe('imported');
  });
});
