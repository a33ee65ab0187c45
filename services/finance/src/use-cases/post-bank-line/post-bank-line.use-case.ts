import { Injectable } from '@nestjs/common';
import { DomainError } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import { missLine, postLine } from '../../domain/bank/bank-line.js';
import type { BankLine } from '../../domain/bank/bank-line.js';
import { BankLines } from '../../persistence/bank-line.repository.js';
import { Repayments } from '../../persistence/repayment.repository.js';
import { RecordRepayment } from '../record-repayment/record-repayment.use-case.js';

/** What became of a line, and why the loan did not take it. */
export interface Posting {
  readonly line: BankLine;
  readonly refusal: DomainError | null;
}

/** Said when somebody else was faster: the next try will see. */
const TRY_AGAIN: ReadonlySet<string> = new Set(['CHANGED_MEANWHILE', 'REQUEST_IN_PROGRESS']);

/**
 * Records the repayment of a line whose loan is chosen. The repayment is posted once under the bank's number of the transaction; the line then says what the
 * repayments say, so a process that dies in between has lost nothing and the next one posts nothing twice [4.19, 7.3].
 */
@Injectable()
export class PostBankLine {
  constructor(
    private readonly work: UnitOfWork,
    private readonly lines: BankLines,
    private readonly repayments: Repayments,
    private readonly recordRepayment: RecordRepayment,
  ) {}

  async execute(actor: Actor, lineId: string): Promise<Posting> {
    const context = { operation: 'post-bank-line', actor };
    const line = await this.work.run(context, (tx) => this.lines.get(lineId, tx));
    if (line.state !== 'POSTING' || line.loanId === null) return { line, refusal: null };
    const refusal = await this.record(actor, line, line.loanId);
    const after = await this.work.run(context, async (tx) => {
      const now = await this.lines.get(lineId, tx);
      if (now.state !== 'POSTING') return now;
      const repayment = await this.repayments.byTransaction(now.channel, now.transactionId, tx);
      if (repayment) return this.lines.save(postLine(now, repayment), tx);
      // Recorded and taken back in the same moment, when nothing refused it.
      return this.lines.save(missLine(now, refusal?.code ?? 'REPAYMENT_TAKEN_BACK'), tx);
    });
    return { line: after, refusal: after.state === 'POSTED' ? null : refusal };
  }

  private async record(actor: Actor, line: BankLine, loanId: string): Promise<DomainError | null> {
    const { id, attempt, amountFen, paidOn, channel, transactionId } = line;
    const received = { amountFen, paidOn, channel, channelTransactionId: transactionId };
    try {
      await this.recordRepayment.execute(actor, { requestKey: `bank-line:${id}:${attempt}`, loanId, ...received });
      return null;
    } catch (error) {
      if (!(error instanceof DomainError) || TRY_AGAIN.has(error.code)) throw error;
      return error;
    }
  }
}
