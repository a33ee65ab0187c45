import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { businessDateOf } from '@weilend/kernel';
import { fingerprintOf, isSame, signatureOf } from '../../src/adapters/bureau-wire.js';
import { simulatedReport } from '../../src/adapters/simulated-report.js';

export const BUREAU_SECRET = 'a secret of at least thirty-two bytes';
/** How far the clocks of the two companies may be apart, in seconds, as the README says. */
const MOST_SKEW_S = 300;

/** What the bureau does with one request. */
export type Behaviour =
  | 'answer'
  | 'drop the connection'
  | 'say nothing'
  | 'wait to be released'
  | 'answer twice'
  | 'answer for another person'
  | 'answer another request'
  | 'garbage'
  | 'error'
  | 'too many requests'
  | 'sign wrongly';

interface Question {
  readonly requestId: string;
  readonly identityNumber: string;
  readonly consentId: string;
  readonly purpose: string;
  readonly personFingerprint: string;
}

/**
 * A credit bureau on 127.0.0.1 that keeps to the protocol of the README: it checks signature, clock and fingerprint, and books one inquiry
 * per request id, however often it is asked. Tests tell it what to do wrong with the next requests.
 */
export class TestBureau {
  /** For the next requests, in their order; afterwards it answers. */
  next: Behaviour[] = [];
  /** Its clock runs ahead by so much. */
  aheadSeconds = 0;
  /** Every request that arrived, also those that were turned away. */
  arrived = 0;
  /** The inquiries it has booked: body by request id. */
  readonly booked = new Map<string, string>();
  private readonly held: (() => void)[] = [];

  private constructor(
    private readonly server: Server,
    readonly secret: string,
  ) {}

  static async start(secret = BUREAU_SECRET): Promise<TestBureau> {
    const server = createServer();
    const bureau = new TestBureau(server, secret);
    server.on('request', (request: IncomingMessage, response: ServerResponse) => void bureau.receive(request, response));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return bureau;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Persons that it has booked inquiries about, one entry an inquiry. */
  get persons(): string[] {
    return [...this.booked.values()].map((body) => (JSON.parse(body) as Question).identityNumber);
  }

  /** Lets the answers go that waited. */
  release(): void {
    for (const go of this.held.splice(0)) go();
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }

  private async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts).toString();
    this.arrived++;
    const refused = this.refusal(request.headers, body);
    if (refused) return void response.writeHead(refused.status).end(JSON.stringify({ code: refused.code }));
    const question = JSON.parse(body) as Question;
    const behaviour = this.next.shift() ?? 'answer';
    // Whoever is turned away at the door has asked nothing; all others are booked, whether they hear the answer or not.
    if (!['drop the connection', 'too many requests', 'error'].includes(behaviour)) this.booked.set(question.requestId, body);
    this.behave(behaviour, question, response);
  }

  private refusal(headers: IncomingMessage['headers'], body: string): { status: number; code: string } | null {
    const [timestamp, requestId] = [String(headers['x-timestamp']), String(headers['x-request-id'])];
    const now = Date.now() / 1_000 + this.aheadSeconds;
    if (!isSame(String(headers['x-signature']), signatureOf(this.secret, { timestamp, requestId, body })))
      return { status: 401, code: 'SIGNATURE_INVALID' };
    if (Math.abs(Number(timestamp) - now) > MOST_SKEW_S) return { status: 401, code: 'CLOCK_SKEW' };
    const { identityNumber, personFingerprint } = JSON.parse(body) as Question;
    if (personFingerprint !== fingerprintOf(this.secret, identityNumber)) return { status: 422, code: 'FINGERPRINT_INVALID' };
    if (body !== (this.booked.get(requestId) ?? body)) return { status: 422, code: 'REQUEST_ID_REUSED' };
    return null;
  }

  private behave(behaviour: Behaviour, question: Question, response: ServerResponse): void {
    const { requestId, identityNumber } = question;
    const stranger = '110101200001010007';
    switch (behaviour) {
      case 'drop the connection':
        return void response.destroy();
      case 'say nothing':
        return;
      case 'wait to be released':
        return void this.held.push(() => this.answer(response, { requestId, about: identityNumber }));
      case 'answer twice':
        return this.answer(response, { requestId, about: identityNumber, times: 2 });
      case 'answer for another person':
        return this.answer(response, { requestId, about: stranger });
      case 'answer another request':
        return this.answer(response, { requestId: 'brq_of_somebody_else', about: identityNumber });
      case 'garbage':
        return void response.writeHead(200).end(`<html>${identityNumber}</html>`);
      case 'error':
        return void response.writeHead(500).end(JSON.stringify({ code: 'INTERNAL', about: identityNumber }));
      case 'too many requests':
        return void response.writeHead(429, { 'retry-after': '120' }).end('{}');
      case 'sign wrongly':
        return this.answer(response, { requestId, about: identityNumber, secret: 'some other secret of thirty-two bytes' });
      case 'answer':
        return this.answer(response, { requestId, about: identityNumber });
    }
  }

  private answer(response: ServerResponse, what: { requestId: string; about: string; times?: number; secret?: string }): void {
    const { requestId, about, times = 1, secret = this.secret } = what;
    const report = simulatedReport(about, businessDateOf(new Date()));
    const one = JSON.stringify({ requestId, personFingerprint: fingerprintOf(this.secret, about), report });
    const body = one.repeat(times);
    const timestamp = String(Math.floor(Date.now() / 1_000));
    const headers = { 'x-timestamp': timestamp, 'x-signature': signatureOf(secret, { timestamp, requestId, body }) };
    response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(body);
  }
}
