import { Args, Query, Resolver } from '@nestjs/graphql';
import { LocalDate, Permit } from '@weilend/graphql';
import { BusinessClock } from '@weilend/kernel';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import { AccountStatements } from '../queries/account-statement.queries.js';
import { LedgerQueries } from '../queries/ledger.queries.js';
import { AccountStatementArgs, AccountStatementType, balanceView, lineView, TrialBalanceType } from './ledger.type.js';
import { mapPage } from './map-page.js';

@Resolver(() => TrialBalanceType)
export class LedgerResolver {
  constructor(
    private readonly ledger: LedgerQueries,
    private readonly statements: AccountStatements,
    private readonly clock: BusinessClock,
  ) {}

  @Query(() => TrialBalanceType, { description: 'Debits, credits and balance of every account up to a day, today when left out' })
  @Permit('finance.read-trial-balance')
  async trialBalance(@Args('asOf', { type: () => LocalDate, nullable: true }) asOf: LocalDateText | null): Promise<TrialBalanceType> {
    const { accounts, totalDebitFen, totalCreditFen, ...rest } = await this.ledger.trialBalance(asOf ?? this.clock.today());
    return {
      ...rest,
      accounts: accounts.map(balanceView),
      totalDebit: totalDebitFen,
      totalCredit: totalCreditFen,
      balanced: totalDebitFen === totalCreditFen,
    };
  }

  @Query(() => AccountStatementType, { description: 'What moved an account over some days, with its balance after every line' })
  @Permit('finance.read-trial-balance')
  async accountStatement(@Args() args: AccountStatementArgs): Promise<AccountStatementType> {
    const { openingFen: opening, closingFen: closing, lines, ...rest } = await this.statements.of(args);
    return { ...rest, opening, closing, lines: mapPage(lines, lineView) };
  }
}
