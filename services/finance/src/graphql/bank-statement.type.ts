import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate, Money } from '@weilend/graphql';
import { BANK_LINE_STATES } from '../domain/bank/bank-line.machine.js';
import type { BankStatement, LineCounts, ShownLine } from '../queries/bank-statement.queries.js';
import { textEnum } from './shared.type.js';

export const BankLineStateEnum = textEnum('BankLineState', BANK_LINE_STATES, 'What became of a line of a bank statement (流水状态)');
export const StatementStateEnum = textEnum('BankStatementState', ['RUNNING', 'DONE'], 'How far a bank statement is (对账单状态)');

@ObjectType('BadBankLine', { description: 'A line of a file that was not imported' })
export class BadBankLineType {
  @Field(() => Int)
  readonly line!: number;

  @Field(() => String)
  readonly problem!: string;
}

@ObjectType('BankStatementProgress', { description: 'Imported lines by what became of them (匹配进度)' })
export class StatementProgressType {
  @Field(() => Int, { description: 'Not looked at yet, or being posted' })
  readonly waiting!: number;

  @Field(() => Int, { description: 'Recorded as repayments (已入账)' })
  readonly matched!: number;

  @Field(() => Int, { description: 'Wait for a person (未匹配)' })
  readonly unmatched!: number;

  @Field(() => Int, { description: 'Could not be carried on; a person must look at them' })
  readonly failed!: number;

  @Field(() => Int, { description: 'No repayments (挂起)' })
  readonly setAside!: number;
}

@ObjectType('BankStatement', { description: 'A file of a bank that was imported (银行对账单)' })
export class BankStatementType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String, { description: "The company's account; the channel of the repayments" })
  readonly bankAccount!: string;

  @Field(() => String)
  readonly fileName!: string;

  @Field(() => String, { description: 'SHA-256 of the file: the same file is imported once' })
  readonly sha256!: string;

  @Field(() => StatementStateEnum)
  readonly state!: string;

  @Field(() => Int, { description: 'Lines of the file without its header' })
  readonly linesTotal!: number;

  @Field(() => Int)
  readonly linesImported!: number;

  @Field(() => Int, { description: 'Lines that this or an earlier file had told already' })
  readonly linesKnown!: number;

  @Field(() => [BadBankLineType], { description: 'Left out, because the caller went on with the good ones' })
  readonly badLines!: readonly BadBankLineType[];

  @Field(() => DateTime)
  readonly importedAt!: Date;

  @Field(() => DateTime, { nullable: true })
  readonly finishedAt!: Date | null;
}

export const BankStatementConnection = connectionOf(BankStatementType, 'BankStatement');

@ObjectType('BankLineCandidate', { description: 'A loan that the money may be for' })
export class BankLineCandidateType {
  @Field(() => ID)
  readonly loanId!: string;

  @Field(() => String, { description: 'REFERENCE, ACCOUNT or NAME' })
  readonly why!: string;

  @Field(() => String, { nullable: true, description: 'What the amount is equal to: INSTALMENT, DUE or PAYOFF' })
  readonly fits!: string | null;
}

@ObjectType('BankLine', { description: 'Money on a bank statement (银行流水); the payer is masked' })
export class BankLineType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => ID)
  readonly statementId!: string;

  @Field(() => Int)
  readonly lineNo!: number;

  @Field(() => String)
  readonly bankAccount!: string;

  @Field(() => String, { description: "The bank's number of the transaction" })
  readonly transactionId!: string;

  @Field(() => LocalDate)
  readonly paidOn!: string;

  @Field(() => Money, { description: 'Less than zero for money that left the account' })
  readonly amount!: number;

  @Field(() => String, { description: 'Masked: 张*' })
  readonly payerName!: string;

  @Field(() => String, { description: 'Masked: the last four digits' })
  readonly payerAccount!: string;

  @Field(() => String, { description: 'Long numbers in it are masked' })
  readonly remark!: string;

  @Field(() => BankLineStateEnum)
  readonly state!: string;

  @Field(() => String, { nullable: true, description: 'Why it waits or was set aside: a code of the machine, or what a person wrote' })
  readonly reason!: string | null;

  @Field(() => [BankLineCandidateType])
  readonly candidates!: readonly BankLineCandidateType[];

  @Field(() => String, { nullable: true, description: 'REFERENCE, ACCOUNT, AMOUNT or PERSON' })
  readonly matchedBy!: string | null;

  @Field(() => ID, { nullable: true })
  readonly repaymentId!: string | null;

  @Field(() => DateTime, { nullable: true })
  readonly decidedAt!: Date | null;

  readonly loanId!: string | null;
}

export const BankLineConnection = connectionOf(BankLineType, 'BankLine');

export function statementView(statement: BankStatement): BankStatementType {
  const { id, channel, fileName, sha256, state, total, imported, known, problems, importedAt, finishedAt } = statement;
  return {
    ...{ id, bankAccount: channel, fileName, sha256, state, importedAt, finishedAt },
    ...{ linesTotal: total, linesImported: imported, linesKnown: known },
    badLines: problems.map(({ lineNo, problem }) => ({ line: lineNo, problem })),
  };
}

export function progressView({
  NEW = 0,
  POSTING = 0,
  POSTED = 0,
  UNMATCHED = 0,
  FAILED = 0,
  SET_ASIDE = 0,
}: LineCounts): StatementProgressType {
  return { waiting: NEW + POSTING, matched: POSTED, unmatched: UNMATCHED, failed: FAILED, setAside: SET_ASIDE };
}

export function bankLineView({ channel, amountFen, maskedPayer, maskedAccount, ...line }: ShownLine): BankLineType {
  return { ...line, bankAccount: channel, amount: amountFen, payerName: maskedPayer, payerAccount: maskedAccount };
}
