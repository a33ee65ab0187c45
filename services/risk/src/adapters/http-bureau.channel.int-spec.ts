import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from '@jest/globals';
import { BureauRefused } from '../use-cases/bureau/bureau.port.js';
import { HttpBureau } from './http-bureau.channel.js';

const SECRET = 'a secret of at least thirty-two bytes';
const question = { requestId: 'brq_1', identityNumber: '11010519491231002X', consentId: 'cns_1', purpose: 'loan' };
const report = {
  score: 700,
  currentSeriousDelinquency: false,
  delinquenciesIn24Months: 0,
  openCredits: 1,
  inquiriesIn6Months: 0,
  reportedOn: '2026-11-23',
};

let server: Server;
let bureau: HttpBureau;
let received: { headers: IncomingMessage['headers']; url?: string; body: string }[];
let reply: (response: ServerResponse) => void;
const answers = (status: number, body: unknown) => (response: ServerResponse) =>
  void response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));

beforeAll(async () => {
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      received.push({ headers: request.headers, url: request.url, body: Buffer.concat(parts).toString() });
      reply(response);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  bureau = new HttpBureau({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, secret: SECRET, timeoutMs: 300 });
});
beforeEach(() => {
  received = [];
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('[4.10] a bureau behind HTTP', () => {
  test('is asked with a signature over time, request id and body', async () => {
    reply = answers(200, { requestId: 'brq_1', ...report });
    expect(await bureau.inquire(question)).toEqual(report);
    const [sent] = received;
    const timestamp = String(sent?.headers['x-timestamp']);
    expect(sent).toMatchObject({ url: '/inquiries', headers: { 'x-request-id': 'brq_1' } });
    expect(JSON.parse(sent?.body ?? '')).toEqual(question);
    expect(sent?.headers['x-signature']).toBe(createHmac('sha256', SECRET).update(`${timestamp}.brq_1.${sent?.body}`).digest('hex'));
  });

  it.each([400, 401, 403, 404, 422])('%d is a refusal for good', async (status) => {
    reply = answers(status, {});
    await expect(bureau.inquire(question)).rejects.toBeInstanceOf(BureauRefused);
  });

  it.each<[string, (response: ServerResponse) => void]>([
    ['an error of the bureau', answers(500, {})],
    ['too many requests', answers(429, {})],
    ['a conflict with a running request', answers(409, {})],
    ['no content', answers(204, '')],
    ['no JSON', answers(200, '<html>')],
    ['a score of 900', answers(200, { requestId: 'brq_1', ...report, score: 900 })],
    ['a missing figure', answers(200, { requestId: 'brq_1', ...report, openCredits: undefined })],
    ['the answer to another request', answers(200, { requestId: 'brq_2', ...report })],
    ['an endless answer', answers(200, 'x'.repeat(70_000))],
    ['silence', () => undefined],
    ['a connection that breaks off', (response) => void response.destroy()],
  ])('%s is tried again, and the error tells nothing of the person', async (_name, behaviour) => {
    reply = behaviour;
    const error: unknown = await bureau.inquire(question).then(
      () => null,
      (caught: unknown) => caught,
    );
    expect(error).not.toBeNull();
    expect(error).not.toBeInstanceOf(BureauRefused);
    expect(String(error)).not.toContain(question.identityNumber);
  });
});
