import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { testGateway } from './gateway.builder.js';
import type { TestGateway } from './gateway.builder.js';
import { tinyCoordination, tinyFinance } from './tiny-departments.builder.js';
import type { TinyDepartment } from './tiny-departments.builder.js';

const mebibyte = 1024 * 1024;
let finance: TinyDepartment;
let coordination: TinyDepartment;
let gateway: TestGateway;

beforeAll(async () => {
  [finance, coordination] = await Promise.all([tinyFinance(), tinyCoordination()]);
  gateway = await testGateway([finance, coordination], { MAX_UPLOAD_MB: '8', CORS_ORIGINS: 'https://desk.example' });
});
afterAll(async () => {
  expect(await gateway.stop()).toBe(true);
  await Promise.all([finance.stop(), coordination.stop()]);
});

async function upload(
  path: string,
  body: Readable,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: Record<string, unknown> }> {
  const sent = request(`${gateway.url}${path}`, { method: 'PUT', headers });
  body.on('error', () => undefined).pipe(sent);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const chunks = await response.toArray();
  // After an early refusal Node's client keeps the rest of the body and the connection.
  sent.destroy();
  return { status: response.statusCode ?? 0, body: JSON.parse(Buffer.concat(chunks as Buffer[]).toString()) as Record<string, unknown> };
}

function chunksOf(content: Buffer): Readable {
  const parts = Array.from({ length: Math.ceil(content.length / 65_536) }, (_, index) =>
    content.subarray(index * 65_536, (index + 1) * 65_536),
  );
  return Readable.from(parts);
}

describe('files', () => {
  test.each([
    ['with a length', true],
    ['in chunks of unknown length', false],
  ])('an upload %s arrives whole at its department, path and query unchanged', async (_name, known) => {
    const content = randomBytes(5 * mebibyte);
    const headers = { 'content-type': 'application/pdf', ...(known ? { 'content-length': String(content.length) } : {}) };
    const { status, body } = await upload('/files/finance/uploads/f_1?signature=a%2Fb&expires=9', chunksOf(content), headers);
    expect(status).toBe(200);
    expect(body).toEqual({
      url: '/files/finance/uploads/f_1?signature=a%2Fb&expires=9',
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
      forwardedFor: '127.0.0.1',
    });
  });

  test('[4.18] a piece of an upload goes through with its offset, and the offset that the department answers comes back', async () => {
    const content = randomBytes(300_000);
    const headers = { 'content-type': 'application/offset+octet-stream', 'upload-offset': '700', 'tus-resumable': '1.0.0' };
    const answer = await fetch(`${gateway.url}/files/finance/piece?sig=1`, { method: 'PATCH', headers, body: new Uint8Array(content) });
    expect([answer.status, answer.headers.get('upload-offset'), answer.headers.get('tus-resumable')]).toEqual([204, '300700', '1.0.0']);
  });

  test('JSON in a file is not parsed', async () => {
    const { body } = await upload('/files/finance/x', Readable.from([Buffer.from('{ not json')]), { 'content-type': 'application/json' });
    expect(body['bytes']).toBe(10);
  });

  test('a range comes back as a range, a HEAD without a body', async () => {
    const range = await fetch(`${gateway.url}/files/finance/f_1`, { headers: { range: 'bytes=10-14' } });
    expect([range.status, range.headers.get('content-range'), await range.text()]).toEqual([206, 'bytes 10-14/1000', 'abcde']);
    const head = await fetch(`${gateway.url}/files/finance/f_1`, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), head.headers.get('etag'), await head.text()]).toEqual([
      200,
      '1000',
      '"v1"',
      '',
    ]);
    expect(head.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('an upload that is too large is refused before and while it is read', async () => {
    const content = Buffer.alloc(9 * mebibyte);
    for (const headers of [{ 'content-length': String(content.length) }, {}]) {
      const { status, body } = await upload('/files/finance/big', chunksOf(content), headers as Record<string, string>);
      expect(status).toBe(413);
      expect(body).toMatchObject({ errors: [{ message: 'The file is larger than 8 MiB.', extensions: { code: 'FILE_TOO_LARGE' } }] });
    }
  });

  test('a refusal of the department comes back although it did not read the body', async () => {
    expect(await upload('/files/finance/refused', chunksOf(Buffer.alloc(4 * mebibyte)))).toEqual({ status: 403, body: { refused: true } });
  });

  test.each([
    ['an unknown department', '/files/nobody/x'],
    ['the way up', '/files/finance/../../graphql'],
    ['the way up, encoded', '/files/finance/%2e%2e/%2e%2e/metrics'],
    ['the way up, encoded twice', '/files/finance/%252e%252e%252fmetrics'],
    ['no file', '/files/finance'],
  ])('%s is not found', async (_name, path) => {
    const sent = request(gateway.url, { path }).end();
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    const text = Buffer.concat((await response.toArray()) as Buffer[]).toString();
    expect([response.statusCode, JSON.parse(text)]).toEqual([
      404,
      { errors: [expect.objectContaining({ extensions: expect.objectContaining({ code: 'NOT_FOUND' }) })] },
    ]);
  });

  test('a department that is down', async () => {
    await finance.stop();
    const response = await fetch(`${gateway.url}/files/finance/f_1`);
    await finance.start();
    expect([response.status, await response.json()]).toMatchObject([
      503,
      { errors: [{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', retryable: true } }] },
    ]);
  });

  test.each(['DELETE', 'PROPFIND'])('%s is not passed on', async (method) => {
    expect((await fetch(`${gateway.url}/files/finance/f_1`, { method })).status).toBe(404);
  });
});

describe('events and calendars', () => {
  test('events flow while the stream is open, with the place to resume from', async () => {
    const controller = new AbortController();
    const response = await fetch(`${gateway.url}/events`, { headers: { 'last-event-id': '17' }, signal: controller.signal });
    expect([response.headers.get('content-type'), response.headers.get('x-last-event-id')]).toEqual(['text/event-stream', '17']);
    const reader = response.body?.getReader();
    const { value } = (await reader?.read()) ?? {};
    expect(Buffer.from(value ?? []).toString()).toBe('id: 1\ndata: first\n\n');
    controller.abort();
  });

  test('a calendar is coordination’s', async () => {
    const response = await fetch(`${gateway.url}/calendars/person.ics`);
    expect([response.headers.get('content-type'), await response.text()]).toEqual(['text/calendar', 'BEGIN:VCALENDAR']);
  });

  test('without coordination in the graph there are none', async () => {
    const alone = await testGateway([finance]);
    const response = await fetch(`${alone.url}/events`);
    await alone.stop();
    expect(response.status).toBe(404);
  });
});

describe('shutdown', () => {
  test('open event streams end, a request in flight is answered, and all closes cleanly', async () => {
    const running = await testGateway([finance, coordination]);
    const events = await fetch(`${running.url}/events`);
    const release = Promise.withResolvers<void>();
    const asked = Promise.withResolvers<void>();
    finance.answer = async () => {
      asked.resolve();
      await release.promise;
      return { status: 200, body: '{"data":{"loans":{"totalCount":7}}}' };
    };
    const inFlight = running.ask('{ loans { totalCount } }');
    await asked.promise;
    const stopped = running.stop();
    await expect(events.text()).rejects.toThrow();
    release.resolve();
    finance.answer = undefined;
    expect((await inFlight).data).toEqual({ loans: { totalCount: 7 } });
    expect(await stopped).toBe(true);
    await expect(fetch(`${running.url}/health/live`)).rejects.toThrow();
  });
});

describe('calls from a browser', () => {
  const preflight = (origin: string) =>
    fetch(`${gateway.url}/graphql`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization,content-type' },
    });

  test('a listed origin may call', async () => {
    const { status, headers } = await preflight('https://desk.example');
    expect([status, headers.get('access-control-allow-origin'), headers.get('access-control-allow-headers')]).toEqual([
      204,
      'https://desk.example',
      'authorization,content-type',
    ]);
    const answer = await gateway.ask('{ meetings { id } }', { headers: { origin: 'https://desk.example' } });
    expect([answer.headers.get('access-control-allow-origin'), answer.headers.get('vary')]).toEqual(['https://desk.example', 'Origin']);
  });

  test.each(['https://evil.example', 'https://desk.example.evil.example', 'http://desk.example', 'null'])('%s may not', async (origin) => {
    expect((await preflight(origin)).headers.get('access-control-allow-origin')).toBeNull();
  });
});
