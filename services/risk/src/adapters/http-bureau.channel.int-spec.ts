import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from '@jest/globals';
import type { LocalDate } from '@weilend/kernel';
import { BureauFailure } from '../use-cases/bureau/bureau.port.js';
import { fingerprintOf, signatureOf } from './bureau-wire.js';
import { HttpBureau } from './http-bureau.channel.js';
import { simulatedReport } from './simulated-report.js';

const SECRET = 'a secret of at least thirty-two bytes';
const question = { requestId: 'brq_1', identityNumber: '11010519491231905X', consentId: 'cns_1', purpose: 'loan' };
const report = simulatedReport(question.identityNumber, '2026-11-23' as LocalDate);
const personFingerprint = fingerprintOf(SECRET, question.identityNumber);
const good = { requestId: 'brq_1', personFingerprint, report };

let server: Server;
let bureau: HttpBureau;
let received: { headers: IncomingMessage['headers']; url?: string; body: string }[];
let reply: (response: ServerResponse) => void;
const plain =
  (status: number, body: unknown, headers: Record<string, string> = {}) =>
  (response: ServerResponse) =>
    void response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
/** Signed as the protocol wants it, over the request id that the body names. */
const signed =
  (answer: { requestId: string }, secret = SECRET, change: Record<string, string> = {}) =>
  (response: ServerResponse) => {
    const [body, timestamp] = [JSON.stringify(answer), '1764000000'];
    const signature = signatureOf(secret, { timestamp, requestId: answer.requestId, body });
    plain(200, body, { 'x-timestamp': timestamp, 'x-signature': signature, ...change })(response);
  };

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

const failure = () =>
  bureau.inquire(question).then(
    () => null,
    (caught: unknown) => caught as BureauFailure,
  );

describe('[4.10] a bureau behind HTTP', () => {
  test('is asked with a signature over time, request id and body, and with the fingerprint of the person', async () => {
    reply = signed(good);
    expect(await bureau.inquire(question)).toEqual(report);
    const [sent] = received;
    const timestamp = String(sent?.headers['x-timestamp']);
    expect(Math.abs(Number(timestamp) - Date.now() / 1_000)).toBeLessThan(60);
    expect(sent).toMatchObject({ url: '/inquiries', headers: { 'x-request-id': 'brq_1', 'content-type': 'application/json' } });
    expect(JSON.parse(sent?.body ?? '')).toEqual({ ...question, personFingerprint });
    expect(sent?.headers['x-signature']).toBe(signatureOf(SECRET, { timestamp, requestId: 'brq_1', body: sent?.body ?? '' }));
    expect(JSON.stringify(sent?.headers)).not.toContain(question.identityNumber);
  });

  test('the same question has the same body at every attempt', async () => {
    reply = signed(good);
    await bureau.inquire(question);
    await bureau.inquire(question);
    expect(received[0]?.body).toBe(received[1]?.body);
  });

  it.each<[string, (response: ServerResponse) => void, string]>([
    ['400', plain(400, {}), 'REFUSED'],
    ['404', plain(404, {}), 'REFUSED'],
    ['422', plain(422, {}), 'REFUSED'],
    ['401', plain(401, { code: 'CLOCK_SKEW' }), 'NOT_AUTHORISED'],
    ['403', plain(403, {}), 'NOT_AUTHORISED'],
    ['500', plain(500, {}), 'BUREAU_ERROR'],
    ['503', plain(503, {}), 'BUREAU_ERROR'],
    ['408', plain(408, {}), 'BUREAU_ERROR'],
    ['409, the same request is still worked on', plain(409, {}), 'BUSY'],
    ['429', plain(429, {}), 'BUSY'],
    ['no content', plain(204, ''), 'GARBAGE'],
    ['a redirection, which is not followed', plain(302, '', { location: 'http://127.0.0.1:9/' }), 'GARBAGE'],
    ['no JSON', plain(200, '<html>'), 'GARBAGE'],
    ['a report without its envelope', plain(200, report), 'GARBAGE'],
    ['a score of 900', signed({ ...good, report: { ...report, score: 900 } } as never), 'GARBAGE'],
    ['a missing figure', signed({ ...good, report: { ...report, openCredits: undefined } } as never), 'GARBAGE'],
    ['no details', signed({ ...good, report: { ...report, details: null } } as never), 'GARBAGE'],
    ['figures that the details contradict', signed({ ...good, report: { ...report, openCredits: 7 } } as never), 'GARBAGE'],
    [
      'amounts in yuan',
      signed({ ...good, report: { ...report, details: { ...report.details, credits: [{ balance: '1.00' }] } } } as never),
      'GARBAGE',
    ],
    ['an endless answer', plain(200, 'x'.repeat(270_000)), 'GARBAGE'],
    ['no signature', plain(200, good), 'BAD_SIGNATURE'],
    ['the signature of somebody else', signed(good, 'some other secret of thirty-two bytes'), 'BAD_SIGNATURE'],
    ['a signature over another moment', signed(good, SECRET, { 'x-timestamp': '1764000001' }), 'BAD_SIGNATURE'],
    ['the answer to another request', signed({ ...good, requestId: 'brq_2' }), 'OTHER_REQUEST'],
    [
      'the answer about another person',
      signed({ ...good, personFingerprint: fingerprintOf(SECRET, '110101200001010007') } as never),
      'OTHER_PERSON',
    ],
    [
      'a person under another key',
      signed({ ...good, personFingerprint: fingerprintOf('other', question.identityNumber) } as never),
      'OTHER_PERSON',
    ],
    ['the number instead of its fingerprint', signed({ ...good, personFingerprint: question.identityNumber } as never), 'OTHER_PERSON'],
    ['silence', () => undefined, 'TIMED_OUT'],
    ['a body that never ends', (response) => void response.writeHead(200).write('{'), 'TIMED_OUT'],
    ['a connection that breaks off', (response) => void response.destroy(), 'UNREACHABLE'],
  ])('%s', async (_name, behaviour, code) => {
    reply = behaviour;
    const error = await failure();
    expect(error).toBeInstanceOf(BureauFailure);
    expect(error?.code).toBe(code);
    expect(`${String(error)} ${JSON.stringify(error)} ${String(error?.cause)}`).not.toContain(question.identityNumber);
  });

  it.each<[string, Record<string, string>, number]>([
    ['seconds', { 'retry-after': '7' }, 7_000],
    ['a day at most', { 'retry-after': '999999999' }, 86_400_000],
    ['nothing said', {}, 0],
    ['a date', { 'retry-after': 'Mon, 23 Nov 2026 08:00:00 GMT' }, 0],
    ['nonsense', { 'retry-after': '-5' }, 0],
  ])('Retry-After: %s', async (_name, headers, atLeastMs) => {
    reply = plain(429, {}, headers);
    expect(await failure()).toMatchObject({ code: 'BUSY', atLeastMs });
  });

  test('nobody at the address', async () => {
    const nowhere = new HttpBureau({ url: 'http://127.0.0.1:9', secret: SECRET, timeoutMs: 300 });
    await expect(nowhere.inquire(question)).rejects.toMatchObject({ code: 'UNREACHABLE' });
  });
});
