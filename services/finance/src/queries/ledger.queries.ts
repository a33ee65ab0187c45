import { Injectable } from '@nestjs/common';
import { sumFen } from '@weilend/kernel';
import type { Fen, LocalDate } from '@weilend/kernel';
import { Ledger } from '../persistence/ledger.repository.js';
import type { AccountBalance } from '../persistence/period-closing.repository.js';

export interface Balances {
  readonly asOf: LocalDate;
  readonly accounts: readonly AccountBalance[];
  readonly totalDebitFen: Fen;
  readonly totalCreditFen: Fen;
}

/** The trial balance (试算平衡表): debits and credits of every account, and that they are equal. */
@Injectable()
export class LedgerQueries {
  constructor(private readonly ledger: Ledger) {}

  async trialBalance(asOf: LocalDate): Promise<Balances> {
    const accounts = await this.ledger.trialBalance(asOf);
    return {
      asOf,
      accounts,
      totalDebitFen: sumFen(accounts.map((account) => account.debitFen)),
      totalCreditFen: sumFen(accounts.map((account) => account.creditFen)),
    };
  }
}
