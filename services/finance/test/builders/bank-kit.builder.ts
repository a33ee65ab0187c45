import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Files, FileUrls, GridFsStore } from '@weilend/files';
import { newId } from '@weilend/kernel';
import { Leases } from '@weilend/mongo';
import type { BankLine } from '../../src/domain/bank/bank-line.js';
import { BankLines, openBankLine } from '../../src/persistence/bank-line.repository.js';
import { BankStatements } from '../../src/persistence/bank-statement.repository.js';
import type { BankStatement } from '../../src/persistence/bank-statement.repository.js';
import { AssignBankLine } from '../../src/use-cases/assign-bank-line/assign-bank-line.use-case.js';
import { ImportBankStatement } from '../../src/use-cases/import-bank-statement/import-bank-statement.use-case.js';
import type { ImportBankStatementRequest } from '../../src/use-cases/import-bank-statement/import-bank-statement.use-case.js';
import { StatementFile } from '../../src/use-cases/import-bank-statement/statement-file.js';
import { MatchBankLine } from '../../src/use-cases/match-bank-line/match-bank-line.use-case.js';
import { BankLineBook } from '../../src/use-cases/post-bank-line/bank-line-book.js';
import { CarryBankLines } from '../../src/use-cases/post-bank-line/carry-bank-lines.js';
import { PostBankLine } from '../../src/use-cases/post-bank-line/post-bank-line.use-case.js';
import type { RecordRepayment } from '../../src/use-cases/record-repayment/record-repayment.use-case.js';
import { RequestStatementUpload } from '../../src/use-cases/request-statement-upload/request-statement-upload.use-case.js';
import { SetBankLineAside } from '../../src/use-cases/set-bank-line-aside/set-bank-line-aside.use-case.js';
import { people } from './finance-kit.builder.js';
import type { FinanceKit } from './finance-kit.builder.js';

export const HEADER = 'transactionId,paidOn,amount,payerName,payerAccount,remark';

/** What a finance officer does with a file of the bank, built by hand beside the kit. */
export function bankKitOf(kit: FinanceKit) {
  const { database, work, cipher, clock } = kit.p;
  const { loans, accounts, repayments } = kit.repos;
  const urls = new FileUrls('a-secret-of-at-least-thirty-two-bytes');
  const files = new Files(database, new GridFsStore(database), urls, { department: 'finance', uploadTtlMs: 60_000, downloadTtlMs: 60_000 });
  const lines = new BankLines(database, cipher);
  const statements = new BankStatements(database);
  const requestUpload = new RequestStatementUpload(work, files);
  const importStatement = new ImportBankStatement(work, new StatementFile(files, clock), statements, lines, cipher, clock);
  const match = new MatchBankLine(work, lines, loans, accounts, repayments, clock);
  const postWith = (record: Pick<RecordRepayment, 'execute'>) => new PostBankLine(work, lines, repayments, record as RecordRepayment);
  const post = postWith(kit.recordRepayment);
  const book = new BankLineBook(work, lines, statements, clock);
  const trouble: string[] = [];

  async function upload(text: string | Buffer): Promise<string> {
    const bytes = Buffer.from(text);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const declared = { fileName: 'statement.csv', contentType: 'text/csv', sizeBytes: bytes.length, sha256 };
    const fileId = await requestUpload.execute(people.maker, declared);
    await files.receive(fileId, Readable.from([bytes]), bytes.length);
    return fileId;
  }
  const rows = <T>(name: string, filter: object) =>
    database.collection(name).find(filter).sort({ _id: 1 }).toArray() as unknown as Promise<(T & { _id: string })[]>;

  return {
    ...{ files, match, post, postWith, book, trouble, upload },
    assign: new AssignBankLine(work, lines, loans, repayments, post, clock),
    setAside: new SetBankLineAside(work, lines, clock),
    importFile: async (text: string | Buffer, change: Partial<ImportBankStatementRequest> = {}) =>
      importStatement.execute(people.maker, { fileId: await upload(text), bankAccount: '工行基本户', skipBadLines: false, ...change }),
    importStatement,
    /** A pass of the job; each pass may be another process. */
    carry: (poster: PostBankLine = post) =>
      new CarryBankLines(new Leases(database, 'worker'), book, match, poster).execute({
        isStopping: () => false,
        onTrouble: (lineId) => void trouble.push(lineId),
      }),
    statement: async (id: string): Promise<BankStatement> => {
      const [found] = await rows<BankStatement>('bank_statements', { _id: id });
      if (!found) throw new Error(`there is no statement ${id}`);
      return found;
    },
    stored: (filter: object) => rows<Record<string, unknown>>('bank_lines', filter),
    lines: async (statementId: string): Promise<BankLine[]> =>
      (await rows<BankLine>('bank_lines', { statementId })).map((row) => openBankLine(row as never, cipher)),
    repayments: (loanId: string) => rows<{ channel: string; channelTransactionId: string; amountFen: number }>('repayments', { loanId }),
  };
}
export type BankKit = ReturnType<typeof bankKitOf>;

/** A line of a file; without a number of its own it gets a new one. */
export function csvLine(of: {
  transactionId?: string;
  paidOn: string;
  amount: string;
  payerName?: string;
  payerAccount?: string;
  remark?: string;
}): string {
  const { transactionId = newId('txn'), paidOn, amount, payerName = '', payerAccount = '', remark = '' } = of;
  return [transactionId, paidOn, amount, payerName, payerAccount, remark].join(',');
}
