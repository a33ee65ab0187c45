import { Injectable } from '@nestjs/common';
import type { MadeFile } from '@weilend/files';
import { RefusalTexts } from '@weilend/graphql';
import { DomainError } from '@weilend/kernel';
import type { Actor } from '@weilend/kernel';
import { titleOf } from '../../domain/import/import-columns.js';
import { ImportQueries } from './import.queries.js';
import type { ImportProblem } from './import.queries.js';

/** Spreadsheets read the file as UTF-8 only with it. */
const BYTE_ORDER_MARK = '\uFEFF';
const HEADER = ['行 line', '列 column', '原值 value', '代码 code', '说明', 'message'];
/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** What is wrong with a file, as a table to work through beside it: values are only hinted at. */
@Injectable()
export class ImportErrorFile {
  constructor(
    private readonly imports: ImportQueries,
    private readonly texts: RefusalTexts,
  ) {}

  /** Null when there is no such run. */
  async make(runId: string, actor: Actor): Promise<MadeFile | null> {
    const [run] = await this.imports.byIds([runId], actor);
    if (!run) return null;
    const lines = [rowOf(HEADER)];
    for await (const problem of this.imports.everyProblem(run)) lines.push(this.line(problem));
    const bytes = Buffer.from(`${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`);
    return { fileName: `${run.fileName.replace(/\.[^.]*$/, '')}-errors.csv`, contentType: 'text/csv', bytes };
  }

  private line({ line, column, shown, code, data, kind }: ImportProblem): string {
    const refusal = new DomainError(code, data);
    const said = (['zh', 'en'] as const).map((locale) => this.texts.toUserErrors(refusal, locale)[0]?.message ?? '');
    return rowOf([String(line), column === null ? '' : titleOf(kind, column), shown ?? '', code, ...said]);
  }
}

const rowOf = (cells: readonly string[]): string => cells.map(cell).join(',');

/** An apostrophe keeps a spreadsheet from reading a formula. */
function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
