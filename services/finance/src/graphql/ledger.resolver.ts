import { Args, Field, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { LocalDate, Money, Permit } from '@weilend/graphql';
import { BusinessClock } from '@weilend/kernel';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import { LedgerQueries } from '../queries/ledger.queries.js';

@ObjectType('LedgerAccountBalance', { description: 'Debits and credits of one account (科目余额)' })
export class LedgerAccountBalanceType {
  @Field(() => String)
  readonly account!: string;

  @Field(() => Money)
  readonly debit!: number;

  @Field(() => Money)
  readonly credit!: number;
}

@ObjectType('TrialBalance', { description: 'Trial balance of the ledger (试算平衡表)' })
export class TrialBalanceType {
  @Field(() => LocalDate)
  readonly asOf!: string;

  @Field(() => [LedgerAccountBalanceType])
  readonly accounts!: LedgerAccountBalanceType[];

  @Field(() => Money)
  readonly totalDebit!: number;

  @Field(() => Money)
  readonly totalCredit!: number;

  @Field(() => Boolean)
  readonly balanced!: boolean;
}

@Resolver(() => TrialBalanceType)
export class LedgerResolver {
  constructor(
    private readonly ledger: LedgerQueries,
    private readonly clock: BusinessClock,
  ) {}

  @Query(() => TrialBalanceType, { description: 'Debits and credits of every account up to a day, today when left out' })
  @Permit('finance.read-trial-balance')
  async trialBalance(@Args('asOf', { type: () => LocalDate, nullable: true }) asOf: LocalDateText | null): Promise<TrialBalanceType> {
    const { accounts, totalDebitFen, totalCreditFen, ...rest } = await this.ledger.trialBalance(asOf ?? this.clock.today());
    return {
      ...rest,
      accounts: accounts.map(({ account, debitFen, creditFen }) => ({ account, debit: debitFen, credit: creditFen })),
      totalDebit: totalDebitFen,
      totalCredit: totalCreditFen,
      balanced: totalDebitFen === totalCreditFen,
    };
  }
}
