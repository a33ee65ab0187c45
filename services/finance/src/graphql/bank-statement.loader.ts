import { Injectable } from '@nestjs/common';
import { ListLoader } from '@weilend/graphql';
import { BankStatementQueries } from '../queries/bank-statement.queries.js';
import { bankLineView, progressView, statementView } from './bank-statement.type.js';
import type { BankLineType, BankStatementType, StatementProgressType } from './bank-statement.type.js';

@Injectable()
export class BankStatementsById extends ListLoader<BankStatementType> {
  constructor(private readonly queries: BankStatementQueries) {
    super();
  }

  protected async load(ids: readonly string[]): Promise<readonly (readonly [string, BankStatementType])[]> {
    return (await this.queries.statementsByIds(ids)).map((statement) => [statement.id, statementView(statement)] as const);
  }
}

@Injectable()
export class ProgressOfStatement extends ListLoader<StatementProgressType> {
  constructor(private readonly queries: BankStatementQueries) {
    super();
  }

  protected async load(ids: readonly string[]): Promise<readonly (readonly [string, StatementProgressType])[]> {
    return (await this.queries.countsOf(ids)).map(([id, counts]) => [id, progressView(counts)] as const);
  }
}

@Injectable()
export class BankLinesById extends ListLoader<BankLineType> {
  constructor(private readonly queries: BankStatementQueries) {
    super();
  }

  protected async load(ids: readonly string[]): Promise<readonly (readonly [string, BankLineType])[]> {
    return (await this.queries.linesByIds(ids)).map((line) => [line.id, bankLineView(line)] as const);
  }
}

export const bankLoaders = [BankStatementsById, ProgressOfStatement, BankLinesById];
