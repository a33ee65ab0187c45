import { Injectable } from '@nestjs/common';
import { actorRef, BusinessClock, DomainError } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { chooseLoan } from '../../domain/bank/bank-line.js';
import type { BankLine } from '../../domain/bank/bank-line.js';
import { BankLines } from '../../persistence/bank-line.repository.js';
import { Loans } from '../../persistence/loan.repository.js';
import { Repayments } from '../../persistence/repayment.repository.js';
import { PostBankLine } from '../post-bank-line/post-bank-line.use-case.js';

export interface AssignBankLineRequest {
  readonly requestKey: string;
  readonly lineId: string;
  readonly loanId: string;
}

/** A person says whose repayment a line is; it is recorded at once. Money that was posted to the wrong loan is assigned anew after that was taken back [4.19]. */
@Injectable()
export class AssignBankLine {
  constructor(
    private readonly work: UnitOfWork,
    private readonly lines: BankLines,
    private readonly loans: Loans,
    private readonly repayments: Repayments,
    private readonly post: PostBankLine,
    private readonly clock: BusinessClock,
  ) {}

  async execute(actor: Actor, input: AssignBankLineRequest): Promise<string> {
    const lineId = await this.work.once({ operation: 'assign-bank-line', actor, input }, async (tx) => {
      const line = await this.lines.get(input.lineId, tx);
      const loan = await this.loans.get(input.loanId, tx);
      const attempt = await this.nextAttempt(line, loan.id, tx);
      const by = { decidedBy: actorRef(actor), decidedAt: this.clock.now(), matchedBy: 'PERSON' as const };
      return (await this.lines.save({ ...chooseLoan(line, loan, by), attempt, failures: 0 }, tx)).id;
    });
    const { refusal } = await this.post.execute(actor, lineId);
    if (refusal) throw refusal;
    return lineId;
  }

  /** A choice of its own, so that an earlier answer is not taken for its; while a repayment of this money stands, the money is spent. */
  private async nextAttempt(line: BankLine, loanId: string, tx: Tx): Promise<number> {
    const posted = await this.repayments.byTransaction(line.channel, line.transactionId, tx);
    // A line that could not be finished is finished now: the repayment of this very loan is there already.
    if (!posted || (line.state !== 'POSTED' && posted.loanId === loanId)) return line.attempt + 1;
    throw new DomainError('BANK_LINE_POSTED', { repaymentId: posted.id }, 'lineId');
  }
}
