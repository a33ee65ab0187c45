import { CsvError, parse } from 'csv-parse/sync';
import type { CutRow } from '../../domain/import/row-problem.js';

/** A quoted cell may hold so many line breaks; a quotation mark that is never closed would swallow the rest of the file. */
const MOST_LINES = 50;
/** Characters of one row. */
const LONGEST_ROW = 20_000;

interface Line {
  readonly no: number;
  readonly text: string;
}

/**
 * Cuts lines of a table into rows (RFC 4180), one line after the other. A row whose quotation marks do not fit costs its first line only:
 * what follows is read as if it began there, so that one wrong mark hides no good row.
 */
export class CsvRecords {
  private waiting: Line[] = [];
  private count = 0;

  constructor(private readonly delimiter: string) {}

  /** Rows that are complete with this line. */
  add(text: string): CutRow[] {
    this.waiting.push({ no: ++this.count, text });
    return this.cut(false);
  }

  /** Rows that are left when there are no more lines. */
  end(): CutRow[] {
    return this.cut(true);
  }

  private cut(isEnd: boolean): CutRow[] {
    const rows: CutRow[] = [];
    for (let first = this.waiting[0]; first; first = this.waiting[0]) {
      const length = this.balancedLength();
      if (length === null && !isEnd && this.mayGoOn()) break;
      const cells = length === null ? null : this.parse(this.waiting.slice(0, length));
      const used = cells === null ? 1 : (length ?? 1);
      rows.push({ line: first.no, toLine: first.no + used - 1, cells });
      this.waiting.splice(0, used);
    }
    return rows;
  }

  /** The fewest lines from the first whose quotation marks come in pairs. */
  private balancedLength(): number | null {
    let marks = 0;
    for (const [place, { text }] of this.waiting.entries()) {
      marks += text.split('"').length - 1;
      if (marks % 2 === 0) return place + 1;
    }
    return null;
  }

  private mayGoOn(): boolean {
    return this.waiting.length < MOST_LINES && this.waiting.reduce((sum, { text }) => sum + text.length, 0) < LONGEST_ROW;
  }

  private parse(lines: readonly Line[]): readonly string[] | null {
    const text = lines.map((line) => line.text).join('\n');
    if (text.length > LONGEST_ROW) return null;
    if (!text.includes('"')) return text.split(this.delimiter);
    try {
      const [cells] = parse(text, { delimiter: this.delimiter, relax_column_count: true }) as unknown as string[][];
      return cells ?? [''];
    } catch (error) {
      if (error instanceof CsvError) return null;
      throw error;
    }
  }
}

/** Lines of decoded text, whatever ends them, without the end. */
export class LineCutter {
  private rest = '';

  add(text: string): string[] {
    const lines = (this.rest + text).split(/\r\n|\n|\r(?!$)/);
    this.rest = lines.pop() ?? '';
    return lines;
  }

  end(): string[] {
    const rest = this.rest.endsWith('\r') ? this.rest.slice(0, -1) : this.rest;
    this.rest = '';
    return rest === '' ? [] : [rest];
  }
}

const DELIMITERS = [',', ';', '\t'] as const;

/** What separates the cells of a header: the sign that is there most often outside of quotation marks. */
export function delimiterOf(header: string): string {
  const bare = header.replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((sign) => bare.split(sign).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}
