import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate, Money } from '@weilend/graphql';
import type { LocalDate as LocalDateText } from '@weilend/kernel';
import type { AccountBalance } from '../domain/ledger/period.js';
import type { StatementLine } from '../queries/account-statement.queries.js';

@ObjectType('LedgerAccountBalance', { description: 'Debits and credits of one account (科目余额)' })
export class LedgerAccountBalanceType {
  @Field(() => String)
  readonly account!: string;

  @Field(() => Money)
  readonly debit!: number;

  @Field(() => Money)
  readonly credit!: number;

  @Field(() => Money, { description: 'Debits less credits' })
  readonly balance!: number;
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

@ObjectType('AccountLine', { description: 'What one entry moved on an account (明细)' })
export class AccountLineType {
  @Field(() => ID)
  readonly entryId!: string;

  @Field(() => LocalDate)
  readonly businessDate!: string;

  @Field(() => String, { description: 'What the entry is for, e.g. REPAYMENT' })
  readonly kind!: string;

  @Field(() => ID)
  readonly loanId!: string;

  @Field(() => Money)
  readonly debit!: number;

  @Field(() => Money)
  readonly credit!: number;

  @Field(() => Money, { description: 'Balance of the account after this line, debits less credits' })
  readonly balance!: number;

  @Field(() => DateTime)
  readonly postedAt!: Date;
}

export const AccountLineConnection = connectionOf(AccountLineType, 'AccountLine');

@ObjectType('AccountStatement', { description: 'What moved an account over some days (科目明细账)' })
export class AccountStatementType {
  @Field(() => String)
  readonly account!: string;

  @Field(() => LocalDate)
  readonly from!: string;

  @Field(() => LocalDate)
  readonly to!: string;

  @Field(() => Money, { description: 'Balance before the first day, debits less credits' })
  readonly opening!: number;

  @Field(() => Money, { description: 'Balance after the last day' })
  readonly closing!: number;

  @Field(() => AccountLineConnection, { description: 'By business date, then in the order of the entries' })
  readonly lines!: unknown;
}

@ArgsType()
export class AccountStatementArgs {
  @Field(() => String, { description: 'As the trial balance names it, e.g. "1303.loan-principal"' })
  readonly account!: string;

  @Field(() => LocalDate)
  readonly from!: LocalDateText;

  @Field(() => LocalDate, { description: 'At most 93 days with the first one' })
  readonly to!: LocalDateText;

  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

export const balanceView = ({ account, debitFen, creditFen }: AccountBalance): LedgerAccountBalanceType => ({
  ...{ account, debit: debitFen, credit: creditFen },
  balance: debitFen - creditFen,
});

export const lineView = ({ stream: loanId, debitFen, creditFen, balanceFen, ...line }: StatementLine): AccountLineType => ({
  ...{ ...line, loanId },
  ...{ debit: debitFen, credit: creditFen, balance: balanceFen },
});
