import { Injectable } from '@nestjs/common';
import { FieldCipher } from '@weilend/auth';
import { actorRef, BusinessClock, DomainError, newId, refuseAll } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { UnitOfWork } from '@weilend/mongo';
import type { Tx } from '@weilend/mongo';
import { saysTheSame } from '../../domain/bank/read-statement.js';
import type { LineProblem, ReadStatement, StatementLine } from '../../domain/bank/read-statement.js';
import { BankLines } from '../../persistence/bank-line.repository.js';
import { BankStatements } from '../../persistence/bank-statement.repository.js';
import { makeLines } from './make-lines.js';
import { StatementFile } from './statement-file.js';

export interface ImportBankStatementRequest {
  readonly requestKey?: string | null;
  readonly fileId: string;
  /** The company's account that the file is of; repayments name it as their channel. */
  readonly bankAccount: string;
  /** Go on with the good lines when some are bad. */
  readonly skipBadLines: boolean;
}

const ACCOUNT_NAME = /^[\p{L}\p{N}.-]{2,40}$/u;
/** Mistakes that are told at once. */
const MOST_TOLD = 100;

/**
 * Takes in a file of a bank: judged as a whole, nothing of it counts while a line is bad, unless the caller says so. The same file is imported once, and the
 * same money once, whatever file it is in; the job then finds whose repayments the lines are [4.19, 5.3].
 */
@Injectable()
export class ImportBankStatement {
  constructor(
    private readonly work: UnitOfWork,
    private readonly file: StatementFile,
    private readonly statements: BankStatements,
    private readonly lines: BankLines,
    private readonly cipher: FieldCipher,
    private readonly clock: BusinessClock,
  ) {}

  async execute(actor: Actor, input: ImportBankStatementRequest): Promise<string> {
    const channel = input.bankAccount.trim();
    if (!ACCOUNT_NAME.test(channel)) throw new DomainError('BANK_ACCOUNT_NAME_INVALID', {}, 'bankAccount');
    const { file, statement } = await this.file.read(input.fileId);
    return this.work.once({ operation: 'import-bank-statement', actor, input }, async (tx) => {
      const before = await this.statements.ofContent(channel, file.sha256, tx);
      if (before) return before.id;
      const fresh = await this.freshLines(channel, statement, tx);
      if (!input.skipBadLines) refuseAll(fresh.problems.slice(0, MOST_TOLD).map(badLine));
      const id = newId('bst');
      await this.file.attach(file.id, id, tx);
      const figures = { total: statement.total, imported: fresh.lines.length, known: fresh.known, problems: fresh.problems };
      const about = { channel, fileId: file.id, sha256: file.sha256, fileName: file.fileName, importedBy: actorRef(actor) };
      const times = { importedAt: this.clock.now(), finishedAt: null };
      await this.statements.insert({ id, version: 0, state: 'RUNNING', ...about, ...figures, ...times }, tx);
      await this.lines.insertAll(id, makeLines({ statementId: id, channel }, fresh.lines, this.cipher), tx);
      return id;
    });
  }

  /** Without what earlier files of the account have told. */
  private async freshLines(channel: string, statement: ReadStatement, tx: Tx): Promise<FreshLines> {
    const ids = statement.lines.map((line) => line.transactionId);
    const known = new Map((await this.lines.ofTransactions(channel, ids, tx)).map((line) => [line.transactionId, line]));
    const others = statement.lines.filter((line) => {
      const before = known.get(line.transactionId);
      return before !== undefined && !saysTheSame(before, line);
    });
    const problem = 'was imported before with another day or amount';
    const changed = others.map(({ lineNo, transactionId }) => ({ lineNo, problem: `transaction ${transactionId} ${problem}` }));
    return {
      lines: statement.lines.filter((line) => !known.has(line.transactionId)),
      known: statement.repeated + known.size - others.length,
      problems: [...statement.problems, ...changed].sort((a, b) => a.lineNo - b.lineNo),
    };
  }
}

interface FreshLines {
  readonly lines: readonly StatementLine[];
  readonly known: number;
  readonly problems: readonly LineProblem[];
}

const badLine = ({ lineNo, problem }: LineProblem): DomainError =>
  new DomainError('BANK_LINE_INVALID', { line: lineNo, problem }, `file.${lineNo}`);
