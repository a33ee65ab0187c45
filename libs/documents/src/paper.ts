/** What a department hands out: a title, blocks one below the other, and what stands at the foot of every page. Texts are plain: nothing in them is markup. */
export interface Paper {
  readonly title: string;
  readonly blocks: readonly Block[];
  /** At the foot of every page, e.g. the hash of the content. */
  readonly footer: readonly string[];
  /** Written large across every page, e.g. 作废. */
  readonly mark?: string | null;
  /** When the content was made: the only time that the PDF holds, so that the same paper has the same bytes whenever it is printed. */
  readonly madeAt: Date;
}

export type Block = Heading | Paragraph | Facts | Table;

export interface Heading {
  readonly kind: 'heading';
  readonly text: string;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
}

/** Names with their values, one pair a line. */
export interface Facts {
  readonly kind: 'facts';
  readonly rows: readonly (readonly [name: string, value: string])[];
}

export interface Column {
  readonly title: string;
  /** Share of the width. */
  readonly share: number;
  /** `end` for amounts. */
  readonly align?: 'start' | 'end';
}

export interface Table {
  readonly kind: 'table';
  readonly columns: readonly Column[];
  /** As many cells as there are columns. */
  readonly rows: readonly (readonly string[])[];
  /** Said in the place of rows when there are none. */
  readonly empty: string;
}

export const heading = (text: string): Heading => ({ kind: 'heading', text });
export const paragraph = (text: string): Paragraph => ({ kind: 'paragraph', text });
export const facts = (...rows: Facts['rows']): Facts => ({ kind: 'facts', rows });
export const table = (columns: readonly Column[], rows: Table['rows'], empty = '无'): Table => ({ kind: 'table', columns, rows, empty });
