import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTime, LocalDate } from '@weilend/graphql';
import { formatYuan } from '@weilend/kernel';
import { CHECK_SUBJECTS } from '../domain/ledger/check-books.js';
import { CHECK_SCOPES } from '../domain/ledger/check-scope.js';
import type { LedgerCheck, LedgerFinding } from '../queries/ledger-check.queries.js';
import { textEnum } from './shared.type.js';

export const LedgerCheckScopeEnum = textEnum(
  'LedgerCheckScope',
  CHECK_SCOPES,
  'What has moved since the last check, or everything: once a week and when asked for (核对范围)',
);
export const LedgerCheckStateEnum = textEnum('LedgerCheckState', ['RUNNING', 'DONE'], 'State of a check of the books (核对状态)');
export const LedgerSubjectEnum = textEnum('LedgerSubject', CHECK_SUBJECTS, 'Whose figures differ (差异对象)');

@ObjectType('LedgerFinding', { description: 'A figure that the entries of the ledger do not bear out (核对差异)' })
export class LedgerFindingType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => LedgerSubjectEnum)
  readonly subject!: string;

  @Field(() => ID, { description: 'Loan, borrower or month; `ledger` for the whole' })
  readonly subjectId!: string;

  @Field(() => String, { description: 'Account, or what else is counted' })
  readonly account!: string;

  @Field(() => String, { description: 'What the company works with: yuan, or a number' })
  readonly expected!: string;

  @Field(() => String, { description: 'What the entries say: yuan, or a number' })
  readonly found!: string;

  @Field(() => DateTime)
  readonly at!: Date;
}

@ObjectType('LedgerCheck', { description: 'The books added up once more from the entries (账务核对)' })
export class LedgerCheckType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => LocalDate, { description: 'The newest business day that was closed when it began' })
  readonly businessDate!: string;

  @Field(() => LedgerCheckScopeEnum)
  readonly scope!: string;

  @Field(() => LedgerCheckStateEnum)
  readonly state!: string;

  @Field(() => Int, { description: 'Loans looked at; one that moved often may count twice' })
  readonly loans!: number;

  @Field(() => Int, { description: 'Balances of borrowers looked at' })
  readonly borrowers!: number;

  @Field(() => Int)
  readonly differences!: number;

  @Field(() => [LedgerFindingType], { description: 'The first 50; ledgerFindings pages through all' })
  readonly findings!: LedgerFindingType[];

  @Field(() => DateTime)
  readonly startedAt!: Date;

  @Field(() => DateTime, { nullable: true })
  readonly finishedAt!: Date | null;
}

export const LedgerCheckConnection = connectionOf(LedgerCheckType, 'LedgerCheck');
export const LedgerFindingConnection = connectionOf(LedgerFindingType, 'LedgerFinding');

@ArgsType()
export class LedgerCheckArgs {
  @Field(() => Int, { nullable: true })
  readonly first?: number | null;

  @Field(() => String, { nullable: true })
  readonly after?: string | null;
}

@ArgsType()
export class LedgerFindingArgs extends LedgerCheckArgs {
  @Field(() => ID)
  readonly checkId!: string;
}

@InputType()
export class CheckLedgerInput {
  @Field(() => String, { nullable: true, description: 'Makes a repeated request safe: same key and input give the first answer' })
  readonly requestKey?: string | null;
}

export function checkView({ on: businessDate, findings, ...check }: LedgerCheck): LedgerCheckType {
  const { id, scope, state, loans, borrowers, differences, startedAt, finishedAt } = check;
  return { id, businessDate, scope, state, loans, borrowers, differences, startedAt, finishedAt, findings: findings.map(findingView) };
}

export function findingView({ id, subject, subjectId, account, unit, expected, found, at }: LedgerFinding): LedgerFindingType {
  const text = unit === 'FEN' ? formatYuan : String;
  return { id, subject, subjectId, account, expected: text(expected), found: text(found), at };
}
