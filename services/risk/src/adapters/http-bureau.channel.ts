import { request } from 'undici';
import type { Dispatcher } from 'undici';
import type { BureauReport } from '../domain/bureau/bureau-report.js';
import type { BureauTrouble } from '../domain/bureau/bureau-trouble.js';
import { BureauFailure, BureauPort } from '../use-cases/bureau/bureau.port.js';
import type { BureauQuestion } from '../use-cases/bureau/bureau.port.js';
import { answerIn, fingerprintOf, isSame, signatureOf } from './bureau-wire.js';

export interface HttpBureauOptions {
  /** Without a slash at the end. */
  readonly url: string;
  readonly secret: string;
  readonly timeoutMs: number;
}

const MAX_ANSWER_BYTES = 262_144;
/** A bureau may ask to be left alone for a day at most. */
const MOST_SECONDS = 86_400;

/** What a status other than 200 means. Every other 4xx is a refusal for good, every other 5xx an error of the bureau. */
const STATUSES: Readonly<Record<number, BureauTrouble>> = {
  401: 'NOT_AUTHORISED',
  403: 'NOT_AUTHORISED',
  408: 'BUREAU_ERROR',
  409: 'BUSY',
  425: 'BUSY',
  429: 'BUSY',
  503: 'BUREAU_ERROR',
};

/**
 * A bureau behind HTTP: `POST <url>/inquiries`; the protocol is told in the README. One call is one attempt: who asks again, and when, is
 * the inquiry's own affair, because its pauses must outlive this process. Never follows a redirection: the number would travel on.
 */
export class HttpBureau extends BureauPort {
  constructor(private readonly options: HttpBureauOptions) {
    super();
  }

  async inquire(question: BureauQuestion): Promise<BureauReport> {
    const { secret } = this.options;
    const personFingerprint = fingerprintOf(secret, question.identityNumber);
    const body = JSON.stringify({ ...question, personFingerprint });
    const { response, text } = await this.send(question.requestId, body);
    const { statusCode, headers } = response;
    if (statusCode !== 200) throw new BureauFailure(troubleOfStatus(statusCode), retryAfterMs(headers['retry-after']));
    const answer = answerIn(text);
    if (!answer) throw new BureauFailure('GARBAGE');
    const signed = { timestamp: String(headers['x-timestamp'] ?? ''), requestId: answer.requestId, body: text };
    if (!isSame(String(headers['x-signature'] ?? ''), signatureOf(secret, signed))) throw new BureauFailure('BAD_SIGNATURE');
    if (answer.requestId !== question.requestId) throw new BureauFailure('OTHER_REQUEST');
    if (!isSame(answer.personFingerprint, personFingerprint)) throw new BureauFailure('OTHER_PERSON');
    return answer.report;
  }

  private async send(requestId: string, body: string): Promise<{ response: Dispatcher.ResponseData; text: string }> {
    const { url, secret, timeoutMs } = this.options;
    const timestamp = String(Math.floor(Date.now() / 1_000));
    const signature = signatureOf(secret, { timestamp, requestId, body });
    const patience = AbortSignal.timeout(timeoutMs);
    try {
      const response = await request(`${url}/inquiries`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-request-id': requestId, 'x-timestamp': timestamp, 'x-signature': signature },
        body,
        headersTimeout: timeoutMs,
        bodyTimeout: timeoutMs,
        signal: patience,
      });
      return { response, text: await limited(response.body) };
    } catch (error) {
      if (error instanceof BureauFailure) throw error;
      throw new BureauFailure(patience.aborted || isTimeout(error) ? 'TIMED_OUT' : 'UNREACHABLE');
    }
  }
}

function troubleOfStatus(status: number): BureauTrouble {
  return STATUSES[status] ?? (status >= 400 && status < 500 ? 'REFUSED' : status >= 500 ? 'BUREAU_ERROR' : 'GARBAGE');
}

/** Seconds; a date or nonsense counts as nothing said. */
function retryAfterMs(header: string | string[] | undefined): number {
  const seconds = typeof header === 'string' && /^\d{1,9}$/.test(header) ? Number(header) : 0;
  return Math.min(seconds, MOST_SECONDS) * 1_000;
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && /Timeout/.test(error.name);
}

async function limited(body: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > MAX_ANSWER_BYTES) throw new BureauFailure('GARBAGE');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
