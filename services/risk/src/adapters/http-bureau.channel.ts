import { createHmac } from 'node:crypto';
import { request } from 'undici';
import { z } from 'zod';
import type { BureauReport } from '../domain/bureau/bureau-inquiry.js';
import { BureauPort, BureauRefused } from '../use-cases/bureau/bureau.port.js';
import type { BureauQuestion } from '../use-cases/bureau/bureau.port.js';

export interface HttpBureauOptions {
  /** Without a slash at the end. */
  readonly url: string;
  readonly secret: string;
  readonly timeoutMs: number;
}

const MAX_ANSWER_BYTES = 65_536;
/** Too many requests and time-outs are the bureau's trouble, not a refusal. */
const TRY_AGAIN = new Set([408, 409, 425, 429]);

const answerSchema = z.object({
  requestId: z.string(),
  score: z.int().min(300).max(850),
  currentSeriousDelinquency: z.boolean(),
  delinquenciesIn24Months: z.int().nonnegative(),
  openCredits: z.int().nonnegative(),
  inquiriesIn6Months: z.int().nonnegative(),
  reportedOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
});

/**
 * A bureau behind HTTP: `POST <url>/inquiries` with the question as JSON. Headers: `x-request-id` (the same on every attempt, so that the
 * bureau answers once), `x-timestamp` (seconds since 1970) and `x-signature` = hex HMAC-SHA-256 of `timestamp.requestId.body`.
 */
export class HttpBureau extends BureauPort {
  constructor(private readonly options: HttpBureauOptions) {
    super();
  }

  async inquire(question: BureauQuestion): Promise<BureauReport> {
    const { url, timeoutMs } = this.options;
    const body = JSON.stringify(question);
    const response = await request(`${url}/inquiries`, {
      method: 'POST',
      headers: this.headers(question.requestId, body),
      body,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await limited(response.body);
    const { statusCode } = response;
    if (statusCode >= 400 && statusCode < 500 && !TRY_AGAIN.has(statusCode))
      throw new BureauRefused(`the bureau refused with ${statusCode}`);
    if (statusCode !== 200) throw new Error(`the bureau answered ${statusCode}`);
    return reportOf(text, question.requestId);
  }

  private headers(requestId: string, body: string): Record<string, string> {
    const timestamp = String(Math.floor(Date.now() / 1_000));
    const signature = createHmac('sha256', this.options.secret).update(`${timestamp}.${requestId}.${body}`).digest('hex');
    return { 'content-type': 'application/json', 'x-request-id': requestId, 'x-timestamp': timestamp, 'x-signature': signature };
  }
}

/** The error says nothing of the content: it is written down where everybody may read it. */
function reportOf(text: string, requestId: string): BureauReport {
  const parsed = answerSchema.safeParse(jsonOrNull(text));
  if (!parsed.success) throw new Error('the bureau answered something that is no report');
  const { requestId: answeredId, ...report } = parsed.data;
  if (answeredId !== requestId) throw new Error('the bureau answered another request');
  return report;
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function limited(body: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > MAX_ANSWER_BYTES) throw new Error('the answer of the bureau is too long');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
