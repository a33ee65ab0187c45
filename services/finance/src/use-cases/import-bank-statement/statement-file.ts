import { Injectable } from '@nestjs/common';
import { Files } from '@weilend/files';
import type { StoredFile } from '@weilend/files';
import { BusinessClock, DomainError } from '@weilend/kernel';
import type { Tx } from '@weilend/mongo';
import { CsvError, parse } from 'csv-parse/sync';
import { readStatement } from '../../domain/bank/read-statement.js';
import type { FileRow, ReadStatement } from '../../domain/bank/read-statement.js';
import { STATEMENT_SUBJECT } from '../request-statement-upload/request-statement-upload.use-case.js';

/** Characters of one line; a quote that is never closed would swallow the rest of the file. */
const LONGEST_LINE = 10_000;

/** An uploaded file of a bank: its table, read and judged as a whole. */
@Injectable()
export class StatementFile {
  constructor(
    private readonly files: Files,
    private readonly clock: BusinessClock,
  ) {}

  /** Throws DomainError NOT_FOUND, FILE_NOT_VERIFIED or BANK_FILE_INVALID. */
  async read(fileId: string): Promise<{ file: StoredFile; statement: ReadStatement }> {
    const file = await this.files.find(fileId);
    if (file?.subject.kind !== STATEMENT_SUBJECT.kind) throw new DomainError('NOT_FOUND', { noun: 'file', id: fileId }, 'fileId');
    const chunks: Buffer[] = [];
    for await (const chunk of this.files.open(file)) chunks.push(chunk as Buffer);
    return { file, statement: readStatement(rowsOf(textOf(Buffer.concat(chunks))), this.clock.today()) };
  }

  async attach(fileId: string, statementId: string, tx: Tx): Promise<void> {
    await this.files.attach(fileId, { subject: STATEMENT_SUBJECT, to: { kind: 'bank-statement', id: statementId } }, tx);
  }
}

/** UTF-8, or the national encoding, which many banks still write. */
function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function rowsOf(text: string): FileRow[] {
  const options = { bom: true, relax_column_count: true, skip_empty_lines: true, max_record_size: LONGEST_LINE, info: true } as const;
  try {
    const rows = parse(text, options) as unknown as { record: string[]; info: { lines: number } }[];
    return rows.map(({ record, info }) => ({ lineNo: info.lines, cells: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // Its message may quote the file: only the place is told.
    throw new DomainError(
      'BANK_FILE_INVALID',
      { problem: `the table breaks off in line ${String(error['lines'] ?? '?')} (${error.code})` },
      'fileId',
    );
  }
}
