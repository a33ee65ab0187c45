import { newId } from '@weilend/kernel';
import { sentMessages } from '@weilend/testing';
import type { JournalEntry } from '../../src/domain/ledger/journal.js';
import type { Loan } from '../../src/domain/loan/loan.js';
import type { RecordRepaymentRequest } from '../../src/use-cases/record-repayment/record-repayment.use-case.js';
import { people } from './finance-kit.builder.js';
import type { FinanceKit } from './finance-kit.builder.js';
import { Case } from './signed-case.builder.js';

/** A loan of 50,000 yuan at 12 % over 12 months that was paid out today, and what is done with it. */
export class RunningLoan {
  private constructor(
    readonly kit: FinanceKit,
    readonly id: string,
    readonly customerId: string,
  ) {}

  static async begin(kit: FinanceKit, options: Parameters<typeof Case.begin>[1] = {}): Promise<RunningLoan> {
    const one = await (await Case.begin(kit, options)).opened();
    await one.released();
    return new RunningLoan(kit, String((await one.settle()).loanId), one.customerId);
  }

  async now(): Promise<Loan> {
    const [loan] = await this.rows<Loan>('loans', { _id: this.id });
    if (!loan) throw new Error('there is no loan');
    return loan;
  }

  repay(amountFen: number, change: Partial<RecordRepaymentRequest> = {}): Promise<string> {
    return this.kit.recordRepayment.execute(people.maker, {
      ...{ requestKey: newId('key'), loanId: this.id, amountFen, paidOn: this.kit.p.clock.today() },
      ...{ channel: 'BANK', channelTransactionId: newId('txn'), ...change },
    });
  }

  reverse(repaymentId: string, reason = '银行退回'): Promise<string> {
    return this.kit.reverseRepayment.execute(people.checker, { requestKey: newId('key'), loanId: this.id, repaymentId, reason });
  }

  async repaymentIds(): Promise<string[]> {
    return (await this.rows<{ _id: string }>('repayments', { loanId: this.id })).map(({ _id }) => _id);
  }

  entries(): Promise<JournalEntry[]> {
    return this.kit.repos.ledger.entriesOf(this.id);
  }

  /** Messages about the loan, oldest first. */
  async told(): Promise<{ type: string; data: object }[]> {
    return (await sentMessages(this.kit.p)).filter((one) => one.subject === this.id).map(({ type, data }) => ({ type, data }));
  }

  /** Documents of a collection, oldest first. */
  rows<T>(collection: string, filter: object): Promise<T[]> {
    return this.kit.p.database.collection(collection).find(filter).sort({ _id: 1 }).toArray() as unknown as Promise<T[]>;
  }
}
