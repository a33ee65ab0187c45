import { Database, platformCollection } from '@weilend/mongo';
import type { BankAnswer } from '../domain/disbursement/bank-answer.js';
import { PaymentChannel } from '../use-cases/settle-payment/payment-channel.port.js';
import type { PaymentRequest } from '../use-cases/settle-payment/payment-channel.port.js';

/** What the simulated bank remembers of a request: enough to give the same answer for ever, and nothing personal. */
interface BankRequestRow {
  readonly _id: string;
  readonly amountFen: number;
  readonly behaviour: Behaviour;
  /** How often the request reached the bank. */
  readonly arrivals: number;
  readonly queries: number;
  /** True once money moved; it moves at most once. */
  readonly paid: boolean;
}

type Behaviour = keyof typeof BEHAVIOURS;

/** How an account behaves, by its last six digits; any other account is paid at once. */
const BEHAVIOURS = {
  PAYS: '',
  /** No answer to the request; the second question finds it paid. */
  ANSWERS_LATE: '999001',
  /** The account is closed. */
  REFUSES: '999002',
  /** The first request is lost on the way: the bank does not know it. */
  LOSES_FIRST: '999003',
  /** No answer to the request; a question finds it refused. */
  REFUSES_LATE: '999004',
} as const;

const QUESTIONS_UNTIL_KNOWN = 2;
const REFUSAL = 'the account is closed';

/** The simulated bank's own records; they stand for the bank, not for finance. */
export const bankRequestCollection = platformCollection('bank_requests');

/** A bank for demos, stories and tests: deterministic by account, remembers every request, pays each request id once. */
export class SimulatedBankChannel extends PaymentChannel {
  constructor(private readonly database: Database) {
    super();
  }

  async pay(request: PaymentRequest): Promise<BankAnswer> {
    const behaviour = behaviourOf(request.accountNumber);
    const row = await this.rows().findOneAndUpdate(
      { _id: request.requestId },
      {
        $inc: { arrivals: 1 },
        $setOnInsert: { amountFen: request.amountFen, behaviour, queries: 0, paid: behaviour === 'PAYS' || behaviour === 'ANSWERS_LATE' },
      },
      { upsert: true, returnDocument: 'after' },
    );
    if (!row || row.amountFen !== request.amountFen) return { kind: 'REFUSED', reason: 'the request id was used for another amount' };
    if (row.behaviour === 'LOSES_FIRST' && row.arrivals > 1) return this.payLate(row);
    if (row.behaviour === 'PAYS') return paid(row);
    if (row.behaviour === 'REFUSES') return { kind: 'REFUSED', reason: REFUSAL };
    return { kind: 'UNKNOWN', reason: 'no answer in time' };
  }

  async query(requestId: string): Promise<BankAnswer> {
    const row = await this.rows().findOneAndUpdate({ _id: requestId }, { $inc: { queries: 1 } }, { returnDocument: 'after' });
    if (!row || (row.behaviour === 'LOSES_FIRST' && !row.paid)) return { kind: 'NOT_FOUND' };
    if (row.behaviour === 'REFUSES' || row.behaviour === 'REFUSES_LATE') return { kind: 'REFUSED', reason: REFUSAL };
    if (row.behaviour === 'ANSWERS_LATE' && row.queries < QUESTIONS_UNTIL_KNOWN)
      return { kind: 'UNKNOWN', reason: 'still being processed' };
    return paid(row);
  }

  private async payLate(row: BankRequestRow): Promise<BankAnswer> {
    await this.rows().updateOne({ _id: row._id }, { $set: { paid: true } });
    return paid(row);
  }

  private rows() {
    return this.database.collection<BankRequestRow>('bank_requests');
  }
}

function behaviourOf(accountNumber: string): Behaviour {
  const found = Object.entries(BEHAVIOURS).find(([, suffix]) => suffix !== '' && accountNumber.endsWith(suffix));
  return (found?.[0] as Behaviour | undefined) ?? 'PAYS';
}

const paid = (row: BankRequestRow): BankAnswer => ({ kind: 'PAID', reference: `SIM-${row._id}` });
