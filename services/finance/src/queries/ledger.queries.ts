import { Injectable } from '@nestjs/common';
import { sumFen } from '@weilend/kernel';
import type { Fen, LocalDate } from '@weilend/kernel';
import type { AccountBalance } from '../domain/ledger/period.js';
import { Ledger } from '../persistence/ledger.repository.js';

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
