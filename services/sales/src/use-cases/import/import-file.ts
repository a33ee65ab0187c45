import { Injectable } from '@nestjs/common';
import { Files } from '@weilend/files';
import type { StoredFile } from '@weilend/files';
import { DomainError } from '@weilend/kernel';
import { IMPORT_SUBJECT } from '../../domain/import/import-run.js';
import { isBlank } from '../../domain/import/row-problem.js';
import type { CutRow } from '../../domain/import/row-problem.js';
import { CsvRecords, delimiterOf, LineCutter } from './csv-records.js';

/** What a person's list is uploaded for. */
export const importSubject = (employeeId: string) => ({ kind: IMPORT_SUBJECT, id: employeeId });
/** What takes the file when rows are to come in. */
export const takenBy = (runId: string) => ({ kind: 'import-run', id: runId });

export const ENCODINGS = ['utf-8', 'gb18030'] as const;

export interface FileLayout {
  readonly encoding: string;
  readonly delimiter: string;
}

export interface FileLook extends FileLayout {
  readonly file: StoredFile;
  readonly header: readonly string[];
  readonly headerLine: number;
  readonly lines: number;
}

const LINE_FEED = 0x0a;

/** An uploaded table, read as a stream: never more than a few rows of it are in memory. */
@Injectable()
export class ImportFile {
  constructor(private readonly files: Files) {}

  /** How the file of a person is to be read. Throws NOT_FOUND, FILE_NOT_VERIFIED, IMPORT_FILE_EMPTY, IMPORT_ENCODING_UNKNOWN. */
  async inspect(fileId: string, ownerId: string): Promise<FileLook> {
    const file = await this.files.find(fileId);
    if (file?.subject.kind !== IMPORT_SUBJECT || file.subject.id !== ownerId)
      throw new DomainError('NOT_FOUND', { noun: 'file', id: fileId }, 'fileId');
    const { encoding, lines } = await this.encodingOf(file);
    for await (const line of this.linesOf(file, encoding)) {
      if (line.trim() === '') continue;
      const delimiter = delimiterOf(line);
      for await (const row of this.rows(file, { encoding, delimiter })) {
        if (isBlank(row)) continue;
        if (row.cells === null) throw new DomainError('ROW_QUOTING_BROKEN', {}, 'fileId');
        return { file, encoding, delimiter, lines, header: row.cells, headerLine: row.line };
      }
    }
    throw new DomainError('IMPORT_FILE_EMPTY', {}, 'fileId');
  }

  find(fileId: string): Promise<StoredFile | null> {
    return this.files.find(fileId);
  }

  /** The rows in order, the header among them. */
  async *rows(file: StoredFile, { encoding, delimiter }: FileLayout): AsyncGenerator<CutRow> {
    const records = new CsvRecords(delimiter);
    for await (const line of this.linesOf(file, encoding)) yield* records.add(line);
    yield* records.end();
  }

  /** The whole file decides: a few bytes fit several encodings. */
  private async encodingOf(file: StoredFile): Promise<{ encoding: string; lines: number }> {
    let possible = ENCODINGS.map((encoding) => ({ encoding, decoder: new TextDecoder(encoding, { fatal: true }) }));
    let lines = 1;
    for await (const chunk of this.files.open(file) as AsyncIterable<Buffer>) {
      possible = possible.filter(({ decoder }) => decodes(decoder, chunk));
      for (const byte of chunk) if (byte === LINE_FEED) lines += 1;
    }
    const fitting = possible.find(({ decoder }) => decodes(decoder, null));
    if (!fitting) throw new DomainError('IMPORT_ENCODING_UNKNOWN', {}, 'fileId');
    return { encoding: fitting.encoding, lines };
  }

  private async *linesOf(file: StoredFile, encoding: string): AsyncGenerator<string> {
    const decoder = new TextDecoder(encoding);
    const lines = new LineCutter();
    for await (const chunk of this.files.open(file) as AsyncIterable<Buffer>) yield* lines.add(decoder.decode(chunk, { stream: true }));
    yield* lines.add(decoder.decode());
    yield* lines.end();
  }
}

function decodes(decoder: InstanceType<typeof TextDecoder>, chunk: Buffer | null): boolean {
  try {
    if (chunk) decoder.decode(chunk, { stream: true });
    else decoder.decode();
    return true;
  } catch {
    return false;
  }
}
