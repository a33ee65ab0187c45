// A bank over HTTP that misbehaves, and keeps its own record of the money that it moved. It pays every request id that it has not seen, whatever contract it is
// for: that a contract is paid once is the business of who asks.
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { parseYuan } from '@weilend/kernel';

export const BANK_WAYS = [
  'PAYS',
  /** Pays and never answers the request. */
  'TIMES_OUT',
  /** Says that it is being processed, pays later. */
  'PAYS_LATE',
  'REFUSES',
  /** Never answers the request, and refuses it. */
  'REFUSES_LATE',
  /** The first request is lost on the way. */
  'LOSES_FIRST',
  /** Pays, but somebody has changed its answer on the way. */
  'GARBLED',
] as const;
export type BankWay = (typeof BANK_WAYS)[number];

export interface BankRecord {
  readonly contractId: string;
  readonly amountFen: number;
  readonly way: BankWay;
  arrivals: number;
  questions: number;
  /** Null until it is decided; money moves when it becomes PAID. */
  outcome: 'PAID' | 'REFUSED' | null;
}

type Answer = { readonly status: 'PAID' | 'REFUSED' | 'PENDING' | 'NOT_FOUND'; readonly reference?: string; readonly reason?: string };

const QUESTIONS_UNTIL_PAID = 2;

/** `wayOf` decides by the contract how the bank behaves. */
export class UnreliableBank {
  readonly records = new Map<string, BankRecord>();
  private readonly lost = new Set<string>();
  private readonly key: string;
  private readonly wayOf: (contractId: string) => BankWay;
  private readonly server = createServer((request, response) => void this.serve(request, response));

  constructor(key: string, wayOf: (contractId: string) => BankWay) {
    this.key = key;
    this.wayOf = wayOf;
  }

  /** Its address. */
  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [requestId, answer] = request.method === 'POST' ? this.pay(await text(request)) : this.asked(request.url ?? '');
    // A client that was killed or has given up hears nothing.
    if (answer === 'SILENCE' || response.destroyed) return;
    const body = JSON.stringify({ requestId, ...(answer === 'GARBLED' ? { status: 'REFUSED', reason: 'changed on the way' } : answer) });
    const timestamp = new Date().toISOString();
    const signed = answer === 'GARBLED' ? 'another body' : body;
    const signature = createHmac('sha256', this.key).update([timestamp, '200', requestId, signed].join('.')).digest('hex');
    response.writeHead(200, { 'content-type': 'application/json', 'x-timestamp': timestamp, 'x-signature': signature }).end(body);
  }

  private pay(body: string): [string, Answer | 'SILENCE' | 'GARBLED'] {
    const { requestId, amount, remark } = JSON.parse(body) as { requestId: string; amount: string; remark: string };
    const contractId = remark.split(' ').at(-1) ?? '';
    const way = this.wayOf(contractId);
    if (way === 'LOSES_FIRST' && !this.lost.has(requestId)) {
      this.lost.add(requestId);
      return [requestId, 'SILENCE'];
    }
    const record =
      this.records.get(requestId) ??
      this.decided({ contractId, amountFen: parseYuan(amount), way, arrivals: 0, questions: 0, outcome: null });
    this.records.set(requestId, record);
    record.arrivals += 1;
    if (record.amountFen !== parseYuan(amount)) return [requestId, { status: 'REFUSED', reason: 'another amount under the same id' }];
    if (way === 'TIMES_OUT' || way === 'REFUSES_LATE') return [requestId, 'SILENCE'];
    return [requestId, way === 'GARBLED' ? 'GARBLED' : answerOf(requestId, record)];
  }

  private asked(url: string): [string, Answer] {
    const requestId = decodeURIComponent(url.split('/').at(-1) ?? '');
    const record = this.records.get(requestId);
    if (!record) return [requestId, { status: 'NOT_FOUND' }];
    record.questions += 1;
    if (record.outcome === null && record.questions > QUESTIONS_UNTIL_PAID) record.outcome = 'PAID';
    return [requestId, answerOf(requestId, record)];
  }

  private decided(record: BankRecord): BankRecord {
    if (record.way === 'PAYS_LATE') return record;
    return { ...record, outcome: record.way.startsWith('REFUSES') ? 'REFUSED' : 'PAID' };
  }
}

function answerOf(requestId: string, { outcome }: BankRecord): Answer {
  if (outcome === null) return { status: 'PENDING' };
  return outcome === 'PAID' ? { status: 'PAID', reference: `BANK-${requestId}` } : { status: 'REFUSED', reason: 'the account is closed' };
}
