import { lineHeight } from './page-writer.js';
import type { PageWriter, Span, Style } from './page-writer.js';
import type { Table } from './paper.js';

const TEXT: Style = { size: 9 };
const HEAD: Style = { size: 9, color: '#444444' };
const PAD = 4;

/** Lines of each cell of one row. */
type Cells = readonly (readonly string[])[];

/** A table over as many pages as it needs: its header is repeated on each, and a row is cut only when it is taller than a page. */
export class PdfTable {
  private readonly spans: readonly Span[];
  private readonly head: Cells;

  constructor(
    private readonly writer: PageWriter,
    private readonly table: Table,
  ) {
    const shares = table.columns.reduce((sum, column) => sum + column.share, 0);
    let x = writer.start;
    this.spans = table.columns.map(({ share, align }) => {
      const wide = (writer.width * share) / shares;
      const span: Span = { x: x + PAD, width: wide - 2 * PAD, align };
      x += wide;
      return span;
    });
    this.head = this.cellsOf(
      table.columns.map((column) => column.title),
      HEAD,
    );
  }

  draw(): void {
    const { rows, empty } = this.table;
    const first = rows[0] ? this.cellsOf(rows[0], TEXT) : [];
    // A header with nothing under it says nothing.
    if (this.writer.rest < this.heightOf(this.head) + Math.min(this.heightOf(first), this.mostHeight())) this.writer.newPage();
    this.drawHead();
    for (const row of rows) this.drawRow(this.cellsOf(row, TEXT));
    if (rows.length === 0) this.drawNothing(empty);
    this.writer.gap(PAD);
  }

  private drawHead(): void {
    this.drawLines(this.head, HEAD);
    this.writer.rule(1);
  }

  private drawRow(cells: Cells): void {
    const fits = (): boolean => this.heightOf(cells) <= this.writer.rest;
    if (!fits() && this.heightOf(cells) <= this.mostHeight()) this.nextPage();
    let left = cells;
    while (left.some((lines) => lines.length > 0)) {
      if (this.linesThatFit() < 1) this.nextPage();
      const now = this.linesThatFit();
      this.drawLines(
        left.map((lines) => lines.slice(0, now)),
        TEXT,
      );
      left = left.map((lines) => lines.slice(now));
    }
    this.writer.rule(0.4);
  }

  private drawNothing(text: string): void {
    this.writer.gap(PAD);
    this.writer.flow(text, TEXT, { x: this.writer.start + PAD, width: this.writer.width - 2 * PAD });
    this.writer.rule(0.4);
  }

  private drawLines(cells: Cells, style: Style): void {
    const lines = mostLines(cells);
    this.writer.gap(PAD);
    for (let no = 0; no < lines; no++) {
      cells.forEach((cell, place) => this.writer.put(cell[no] ?? '', style, this.spans[place] ?? { x: 0, width: 0 }));
      this.writer.gap(lineHeight(style));
    }
    this.writer.gap(PAD);
  }

  private nextPage(): void {
    this.writer.newPage();
    this.drawHead();
  }

  private linesThatFit(): number {
    return Math.floor((this.writer.rest - 2 * PAD) / lineHeight(TEXT));
  }

  /** Tallest row that a page can hold under the header. */
  private mostHeight(): number {
    return this.writer.fullHeight - this.heightOf(this.head);
  }

  private heightOf(cells: Cells): number {
    return mostLines(cells) * lineHeight(TEXT) + 2 * PAD;
  }

  private cellsOf(texts: readonly string[], style: Style): Cells {
    return texts.map((text, place) => this.writer.linesOf(text, this.spans[place]?.width ?? 0, style));
  }
}

const mostLines = (cells: Cells): number => Math.max(0, ...cells.map((lines) => lines.length));
