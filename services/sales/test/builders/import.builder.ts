import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { EmployeeActor } from '@weilend/kernel';
import type { ImportRun } from '../../src/domain/import/import-run.js';
import { ImportRuns } from '../../src/persistence/import/import.repository.js';
import { RequestUpload } from '../../src/use-cases/files/request-upload.use-case.js';
import { RunImports } from '../../src/use-cases/import/run-imports.js';
import { StartImport } from '../../src/use-cases/import/start-import.use-case.js';
import type { StartImportRequest } from '../../src/use-cases/import/start-import.use-case.js';
import type { SalesDesk } from './desk.builder.js';

export interface StoredProblem {
  readonly line: number;
  readonly column: string | null;
  readonly code: string;
  readonly atWrite: boolean;
}

/** Imports as a front end and the worker do them, on the department's own database. */
export class ImportBench {
  readonly troubles: unknown[] = [];

  constructor(readonly desk: SalesDesk) {}

  /** Uploads through the usual way. */
  async upload(content: string | Buffer, by: EmployeeActor = this.desk.seller): Promise<string> {
    const bytes = Buffer.from(content);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const fileId = await this.desk.get(RequestUpload).execute(by, {
      ...{ purpose: 'IMPORT', fileName: '名单.csv', contentType: 'text/csv', sizeBytes: bytes.length, sha256 },
    });
    await this.desk.files.receive(fileId, Readable.from([bytes]), bytes.length);
    return fileId;
  }

  async start(content: string | Buffer, input: Partial<StartImportRequest> = {}, by: EmployeeActor = this.desk.seller): Promise<string> {
    const fileId = await this.upload(content, by);
    return this.desk.get(StartImport).execute(by, { fileId, kind: 'LEADS', mode: 'GOOD_ROWS', ...input });
  }

  /** One pass of the worker. */
  pass(isStopping: () => boolean = () => false): Promise<boolean> {
    return this.desk.get(RunImports).execute({ isStopping, onTrouble: (_runId, error) => void this.troubles.push(error) });
  }

  /** Works until nothing is left to do. */
  async work(): Promise<void> {
    for (let passes = 0; passes < 50; passes++) {
      await this.pass();
      if ((await this.desk.get(ImportRuns).openIds()).length === 0) return;
    }
    throw new Error('runs do not come to an end');
  }

  /** Starts, works, and answers the run as it ended. */
  async through(
    content: string | Buffer,
    input: Partial<StartImportRequest> = {},
    by: EmployeeActor = this.desk.seller,
  ): Promise<ImportRun> {
    const runId = await this.start(content, input, by);
    await this.work();
    return this.run(runId);
  }

  async run(id: string): Promise<ImportRun> {
    const run = await this.desk.get(ImportRuns).peek(id);
    if (!run) throw new Error(`no run ${id}`);
    return run;
  }

  /** Problems in the order of the file. */
  async problems(runId: string): Promise<StoredProblem[]> {
    const rows = await this.rows('import_problems', { runId });
    return rows as unknown as StoredProblem[];
  }

  async rows(collection: string, filter: Record<string, unknown> = {}): Promise<Record<string, unknown>[]> {
    return this.desk.platform.database
      .collection(collection)
      .find(filter as never)
      .sort({ _id: 1 })
      .toArray();
  }
}

export const LEAD_HEADER = '渠道,线上来源,联系人,手机号,备注';

/** Rows of online leads, each with a number of its own from `from` on. */
export function leadLines(count: number, from = 0): string[] {
  return Array.from({ length: count }, (_none, n) => `线上,官网,客户${from + n},139${String(from + n).padStart(8, '0')},第 ${n} 位`);
}

export const leadFile = (lines: readonly string[]): string => [LEAD_HEADER, ...lines].join('\n');
