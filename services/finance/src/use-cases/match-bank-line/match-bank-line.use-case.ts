import { Injectable } from '@nestjs/common';
import { actorRef, BusinessClock } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { chooseLoan, missLine } from '../../domain/bank/bank-line.js';
import type { BankLine } from '../../domain/bank/bank-line.js';
import { matchLine } from '../../domain/bank/match-line.js';
import type { PossibleLoans } from '../../domain/bank/match-line.js';
import type { Loan } from '../../domain/loan/loan.js';
import { BankLines } from '../../persistence/bank-line.repository.js';
import { Loans } from '../../persistence/loan.repository.js';
import { PayeeAccounts } from '../../persistence/payee-account.repository.js';
import { Repayments } from '../../persistence/repayment.repository.js';

/** More people of one name, or behind one account, than this say nothing about who paid. */
const MOST_PAYERS = 50;

/** Finds the loan that a new line is for and writes the choice down, or what it might be for; money does not move here [4.19]. */
@Injectable()
export class MatchBankLine {
  constructor(
    private readonly work: UnitOfWork,
    private readonly lines: BankLines,
    private readonly loans: Loans,
    private readonly accounts: PayeeAccounts,
    private readonly repayments: Repayments,
    private readonly clock: BusinessClock,
  ) {}

  /** The line as it is then; one that is not new is left as it is. */
  execute(actor: Actor, lineId: string): Promise<BankLine> {
    return this.work.run({ operation: 'match-bank-line', actor }, async (tx) => {
      const line = await this.lines.get(lineId, tx);
      if (line.state !== 'NEW') return line;
      const decision = matchLine(line, await this.possibleLoans(line, tx));
      if (decision.kind === 'UNMATCHED') return this.lines.save(missLine(line, decision.reason, decision.candidates), tx);
      if (await this.isRecordedByHand(line, decision.loan, tx)) {
        return this.lines.save(missLine(line, 'RECORDED_UNDER_ANOTHER_CHANNEL', decision.candidates), tx);
      }
      const by = { decidedBy: actorRef(actor), decidedAt: this.clock.now(), matchedBy: decision.by };
      return this.lines.save({ ...chooseLoan(line, decision.loan, by), candidates: decision.candidates }, tx);
    });
  }

  private async possibleLoans(line: BankLine, tx: Tx): Promise<PossibleLoans> {
    if (line.references.length > 0) return { referred: await this.loans.ofReferences(line.references, tx), ofAccount: [], ofName: [] };
    const { accountIndex, nameIndex } = line;
    return {
      referred: [],
      ofAccount: accountIndex ? await this.loansOfPayers({ accountIndex }, tx) : [],
      ofName: nameIndex ? await this.loansOfPayers({ nameIndex }, tx) : [],
    };
  }

  private async loansOfPayers(index: { accountIndex: string } | { nameIndex: string }, tx: Tx): Promise<Loan[]> {
    const customerIds = await this.accounts.customersWith(index, MOST_PAYERS + 1, tx);
    return customerIds.length === 0 || customerIds.length > MOST_PAYERS ? [] : this.loans.ofCustomers(customerIds, tx);
  }

  /** Somebody has posted the same transaction under a channel of another name: twice would be wrong. */
  private async isRecordedByHand({ channel, transactionId }: BankLine, loan: Loan, tx: Tx): Promise<boolean> {
    const standing = await this.repayments.standingOf(loan.id, tx);
    return standing.some((one) => one.channelTransactionId === transactionId && one.channel !== channel);
  }
}
