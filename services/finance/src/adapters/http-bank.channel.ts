import { createHmac, timingSafeEqual } from 'node:crypto';
import { formatYuan } from '@weilend/kernel';
import { z } from 'zod';
import type { BankAnswer } from '../domain/disbursement/bank-answer.js';
import { PaymentChannel } from '../use-cases/settle-payment/payment-channel.port.js';
import type { PaymentRequest } from '../use-cases/settle-payment/payment-channel.port.js';

export interface HttpBankOptions {
  /** `https://bank.example/api`, without a slash at the end. */
  readonly url: string;
  /** Shared secret of both signatures. */
  readonly key: string;
  readonly timeoutMs: number;
}

const answerSchema = z.discriminatedUnion('status', [
  z.object({ requestId: z.string(), status: z.literal('PAID'), reference: z.string().min(1) }),
  z.object({ requestId: z.string(), status: z.literal('REFUSED'), reason: z.string() }),
  z.object({ requestId: z.string(), status: z.literal('PENDING') }),
  z.object({ requestId: z.string(), status: z.literal('NOT_FOUND') }),
]);

/**
 * A bank over HTTP: `POST /payments` with the request id as `Idempotency-Key`, `GET /payments/<id>` to ask. Both directions are signed:
 * `X-Signature` = hex HMAC-SHA256 of `timestamp.method.path.body` (answers: `timestamp.status.requestId.body`). Whatever is not a
 * well-formed, rightly signed answer about this very request leaves the outcome UNKNOWN: it is asked for again, never guessed.
 */
export class HttpBankChannel extends PaymentChannel {
  constructor(private readonly options: HttpBankOptions) {
    super();
  }

  pay(request: PaymentRequest): Promise<BankAnswer> {
    const { amountFen, ...rest } = request;
    const body = JSON.stringify({ ...rest, amount: formatYuan(amountFen), currency: 'CNY' });
    return this.call(request.requestId, { method: 'POST', path: '/payments', body });
  }

  query(requestId: string): Promise<BankAnswer> {
    return this.call(requestId, { method: 'GET', path: `/payments/${encodeURIComponent(requestId)}`, body: '' });
  }

  private async call(requestId: string, what: { method: string; path: string; body: string }): Promise<BankAnswer> {
    try {
      const { url, timeoutMs } = this.options;
      const timestamp = new Date().toISOString();
      const headers = {
        'content-type': 'application/json',
        'idempotency-key': requestId,
        'x-timestamp': timestamp,
        'x-signature': this.sign([timestamp, what.method, what.path, what.body]),
      };
      const { method, body } = what;
      const response = await fetch(`${url}${what.path}`, {
        method,
        headers,
        body: body || undefined,
        signal: AbortSignal.timeout(timeoutMs),
        redirect: 'error',
      });
      return this.read(requestId, response, await response.text());
    } catch (error) {
      return unknown(error instanceof Error ? error.name : 'the call failed');
    }
  }

  private read(requestId: string, response: Response, body: string): BankAnswer {
    const timestamp = response.headers.get('x-timestamp') ?? '';
    const signature = this.sign([timestamp, String(response.status), requestId, body]);
    if (!equal(signature, response.headers.get('x-signature') ?? '')) return unknown('the answer is not signed by the bank');
    const answer = answerSchema.safeParse(JSON.parse(body));
    if (!answer.success || answer.data.requestId !== requestId) return unknown(`the answer (${response.status}) is not about this payment`);
    if (answer.data.status === 'PAID') return { kind: 'PAID', reference: answer.data.reference };
    if (answer.data.status === 'REFUSED') return { kind: 'REFUSED', reason: answer.data.reason };
    return answer.data.status === 'NOT_FOUND' ? { kind: 'NOT_FOUND' } : unknown('still being processed');
  }

  private sign(parts: readonly string[]): string {
    return createHmac('sha256', this.options.key).update(parts.join('.')).digest('hex');
  }
}

const unknown = (reason: string): BankAnswer => ({ kind: 'UNKNOWN', reason });

function equal(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
