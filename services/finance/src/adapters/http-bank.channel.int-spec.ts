import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HttpBankChannel } from './http-bank.channel.js';

const KEY = 'shared-secret-of-finance-and-bank';
const sign = (parts: readonly string[], key = KEY): string => createHmac('sha256', key).update(parts.join('.')).digest('hex');
const payment = {
  requestId: 'dis_1',
  amountFen: 50_000_05,
  holderName: '张三',
  accountNumber: '4111111111111111',
  bankCode: '102100099996',
  remark: '贷款发放',
};

interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

let server: Server;
let url: string;
let seen: Seen[] = [];
/** What the bank does with the next request. */
let behave: (response: ServerResponse, request: Seen) => void;

const answerWith = (body: object, options: { status?: number; key?: string; signedFor?: string } = {}) => {
  behave = (response) => {
    const { status = 200, key = KEY, signedFor = payment.requestId } = options;
    const [text, timestamp] = [JSON.stringify(body), '2026-11-23T00:00:00Z'];
    response
      .writeHead(status, { 'x-timestamp': timestamp, 'x-signature': sign([timestamp, String(status), signedFor, text], key) })
      .end(text);
  };
};

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const one = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body };
      seen.push(one);
      behave(response, one);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const bank = (timeoutMs = 2_000) => {
  seen = [];
  return new HttpBankChannel({ url, key: KEY, timeoutMs });
};

describe('[4.19] the bank over signed HTTP', () => {
  it('sends the payment with its request id and a signature over method, path and body', async () => {
    answerWith({ requestId: 'dis_1', status: 'PAID', reference: 'B-1' });
    expect(await bank().pay(payment)).toEqual({ kind: 'PAID', reference: 'B-1' });
    const [request] = seen;
    expect(request).toMatchObject({ method: 'POST', path: '/payments', headers: { 'idempotency-key': 'dis_1' } });
    expect(JSON.parse(request?.body ?? '')).toMatchObject({
      requestId: 'dis_1',
      amount: '50000.05',
      currency: 'CNY',
      accountNumber: payment.accountNumber,
    });
    const { 'x-timestamp': timestamp, 'x-signature': signature } = request?.headers ?? {};
    expect(signature).toBe(sign([String(timestamp), 'POST', '/payments', request?.body ?? '']));
  });

  it.each([
    ['refused', { requestId: 'dis_1', status: 'REFUSED', reason: 'closed' }, 422, { kind: 'REFUSED', reason: 'closed' }],
    ['not known', { requestId: 'dis_1', status: 'NOT_FOUND' }, 404, { kind: 'NOT_FOUND' }],
    ['under way', { requestId: 'dis_1', status: 'PENDING' }, 202, { kind: 'UNKNOWN' }],
  ])('asks what became of it: %s', async (_title, body, status, expected) => {
    answerWith(body, { status });
    expect(await bank().query('dis_1')).toMatchObject(expected);
    expect(seen[0]).toMatchObject({ method: 'GET', path: '/payments/dis_1', body: '' });
  });

  it.each<[string, () => void]>([
    [
      'is not signed',
      () => (behave = (response) => response.end(JSON.stringify({ requestId: 'dis_1', status: 'PAID', reference: 'B-1' }))),
    ],
    ['is signed by somebody else', () => answerWith({ requestId: 'dis_1', status: 'PAID', reference: 'B-1' }, { key: 'another' })],
    ['was signed for another request', () => answerWith({ requestId: 'dis_1', status: 'PAID', reference: 'B-1' }, { signedFor: 'dis_2' })],
    ['is about another payment', () => answerWith({ requestId: 'dis_2', status: 'PAID', reference: 'B-1' })],
    ['has no reference', () => answerWith({ requestId: 'dis_1', status: 'PAID', reference: '' })],
    ['says something else', () => answerWith({ requestId: 'dis_1', status: 'MAYBE' })],
    ['is a plain 404 of a proxy', () => (behave = (response) => response.writeHead(404).end('not found'))],
    ['is an error page', () => (behave = (response) => response.writeHead(502).end('<html>'))],
    ['leads elsewhere', () => (behave = (response) => response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end())],
    ['breaks off', () => (behave = (response) => response.socket?.destroy())],
  ])('an answer that %s leaves the outcome unknown', async (_title, arrange) => {
    arrange();
    expect((await bank().pay(payment)).kind).toBe('UNKNOWN');
    expect((await bank().query('dis_1')).kind).toBe('UNKNOWN');
  });

  it('silence leaves the outcome unknown', async () => {
    behave = () => undefined;
    expect((await bank(150).pay(payment)).kind).toBe('UNKNOWN');
  });

  it('a bank that is not there leaves the outcome unknown', async () => {
    const absent = new HttpBankChannel({ url: 'http://127.0.0.1:9', key: KEY, timeoutMs: 500 });
    expect((await absent.pay(payment)).kind).toBe('UNKNOWN');
  });
});
