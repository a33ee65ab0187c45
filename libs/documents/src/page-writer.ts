import PDFDocument from 'pdfkit';
import { breakLines } from './break-lines.js';
import { typeface } from './typeface.js';

/** In points; A4 upright. */
const PAGE = { width: 595.28, height: 841.89 };
const MARGIN = 48;
const FOOT_HEIGHT = 54;
const FOOT = { size: 7.5, color: '#555555' };
const MARK = { size: 90, color: '#cc0000', opacity: 0.18, angle: -35 };
const LINE_HEIGHT = 1.5;
const FACE = 'face';

export interface Style {
  readonly size: number;
  readonly color?: string;
}

/** Where a line of text goes: from `x` to `x + width`. */
export interface Span {
  readonly x: number;
  readonly width: number;
  readonly align?: 'start' | 'end' | 'center';
}

export interface PageFrame {
  readonly title: string;
  readonly footer: readonly string[];
  readonly mark: string | null;
  readonly madeAt: Date;
}

export const lineHeight = ({ size }: Style): number => size * LINE_HEIGHT;

/** Writes pages from top to bottom; every page ends with the footer and its number. */
export class PageWriter {
  readonly start = MARGIN;
  readonly width = PAGE.width - 2 * MARGIN;
  /** Height of an empty page. */
  readonly fullHeight = PAGE.height - 2 * MARGIN - FOOT_HEIGHT;
  private readonly face = typeface();
  private readonly doc: PDFKit.PDFDocument;
  private y = MARGIN;

  constructor(private readonly frame: PageFrame) {
    const { title, madeAt } = frame;
    // Not compressed: what zlib makes differs between its versions and between processors, and the same paper has the same bytes everywhere.
    this.doc = new PDFDocument({
      ...{ size: 'A4', margin: 0, compress: false, bufferPages: true, lang: 'zh-CN', displayTitle: true, font: '' },
      info: { Title: this.face.shown(title), Producer: 'Weilend', Creator: 'Weilend', CreationDate: madeAt, ModDate: madeAt },
    });
    this.doc.registerFont(FACE, this.face.font as never).font(FACE);
  }

  /** Height that is left on this page. */
  get rest(): number {
    return MARGIN + this.fullHeight - this.y;
  }

  newPage(): void {
    this.doc.addPage();
    this.y = MARGIN;
  }

  gap(height: number): void {
    this.y += height;
  }

  /** The text as it will be written, in lines of at most this width. */
  linesOf(text: string, width: number, { size }: Style): string[] {
    return breakLines(this.face.shown(text), width, (character) => this.face.widthOf(character) * size);
  }

  widthOf(text: string, { size }: Style): number {
    return [...this.face.shown(text)].reduce((sum, character) => sum + this.face.widthOf(character) * size, 0);
  }

  /** Writes one line at this height and stays there. */
  put(line: string, style: Style, span: Span): void {
    this.write(line, style, { ...span, y: this.y });
  }

  rule(weight: number): void {
    const end = this.start + this.width;
    this.doc.moveTo(this.start, this.y).lineTo(end, this.y).lineWidth(weight).strokeColor('#888888').stroke();
  }

  /** A text of any length, over as many pages as it needs. */
  flow(text: string, style: Style, span: Span = { x: this.start, width: this.width }): void {
    for (const line of this.linesOf(text, span.width, style)) {
      if (this.rest < lineHeight(style)) this.newPage();
      this.put(line, style, span);
      this.gap(lineHeight(style));
    }
  }

  async finish(): Promise<Buffer> {
    const chunks: Buffer[] = [];
    const ended = new Promise<void>((resolve, reject) => {
      this.doc.on('data', (chunk: Buffer) => chunks.push(chunk));
      this.doc.on('end', resolve);
      this.doc.on('error', reject);
    });
    const { count } = this.doc.bufferedPageRange();
    for (let page = 0; page < count; page++) {
      this.doc.switchToPage(page);
      this.putMark();
      this.putFooter(page + 1, count);
    }
    this.doc.end();
    await ended;
    return Buffer.concat(chunks);
  }

  private putFooter(page: number, pages: number): void {
    const number = { x: this.start, width: this.width, align: 'center' as const };
    const lines = this.frame.footer.flatMap((line) => this.linesOf(line, this.width, FOOT));
    let y = PAGE.height - MARGIN - FOOT_HEIGHT + lineHeight(FOOT);
    for (const line of lines) {
      this.write(line, FOOT, { ...number, align: 'start', y });
      y += lineHeight(FOOT);
    }
    this.write(`第 ${page} 页，共 ${pages} 页`, FOOT, { ...number, y: PAGE.height - MARGIN });
  }

  private putMark(): void {
    if (!this.frame.mark) return;
    const centre = [PAGE.width / 2, PAGE.height / 2];
    this.doc.save().rotate(MARK.angle, { origin: centre }).fillOpacity(MARK.opacity);
    this.write(this.face.shown(this.frame.mark), MARK, { x: 0, width: PAGE.width, align: 'center', y: PAGE.height / 2 - MARK.size });
    this.doc.restore().fillOpacity(1);
  }

  private write(line: string, { size, color = '#111111' }: Style, { x, width, align = 'start', y }: Span & { y: number }): void {
    if (line === '') return;
    const spare = width - this.doc.fontSize(size).widthOfString(line);
    const shift = align === 'end' ? spare : align === 'center' ? spare / 2 : 0;
    this.doc.fillColor(color).text(line, x + shift, y, { lineBreak: false });
  }
}
