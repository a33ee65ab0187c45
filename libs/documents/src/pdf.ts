import { checkPaper } from './check-paper.js';
import { lineHeight, PageWriter } from './page-writer.js';
import type { Style } from './page-writer.js';
import type { Block, Facts, Paper } from './paper.js';
import { PdfTable } from './pdf-table.js';

const TITLE: Style = { size: 18 };
const HEADING: Style = { size: 12 };
const TEXT: Style = { size: 10 };
const NAME: Style = { size: 10, color: '#555555' };
const SMALL_GAP = 6;
const GAP = 12;
/** Share of the width that the longest name of facts may take. */
const MOST_NAME = 0.4;

/** The paper as a PDF of A4 pages with its typeface in it. The same paper gives the same bytes, on every machine. */
export async function pdfOf(paper: Paper): Promise<Buffer> {
  checkPaper(paper);
  const { title, footer, mark = null, madeAt } = paper;
  const writer = new PageWriter({ title, footer, mark, madeAt });
  writer.flow(title, TITLE, { x: writer.start, width: writer.width, align: 'center' });
  writer.gap(GAP);
  for (const block of paper.blocks) drawBlock(writer, block);
  return writer.finish();
}

function drawBlock(writer: PageWriter, block: Block): void {
  if (block.kind === 'heading') return drawHeading(writer, block.text);
  if (block.kind === 'table') new PdfTable(writer, block).draw();
  else if (block.kind === 'facts') drawFacts(writer, block);
  else writer.flow(block.text, TEXT);
  writer.gap(SMALL_GAP);
}

/** Not the last line of a page: what it announces begins below it. */
function drawHeading(writer: PageWriter, text: string): void {
  writer.gap(SMALL_GAP);
  const lines = writer.linesOf(text, writer.width, HEADING).length;
  if (writer.rest < lines * lineHeight(HEADING) + 3 * lineHeight(TEXT)) writer.newPage();
  writer.flow(text, HEADING);
}

function drawFacts(writer: PageWriter, { rows }: Facts): void {
  const most = writer.width * MOST_NAME;
  const names = rows.map(([name]) => writer.linesOf(name, most, NAME));
  const nameWidth = Math.min(most, Math.max(0, ...rows.map(([name]) => writer.widthOf(name, NAME))));
  const value = { x: writer.start + nameWidth + GAP, width: writer.width - nameWidth - GAP };
  rows.forEach(([, text], place) => {
    const left = names[place] ?? [];
    const right = writer.linesOf(text, value.width, TEXT);
    for (let no = 0; no < Math.max(left.length, right.length); no++) {
      if (writer.rest < lineHeight(TEXT)) writer.newPage();
      writer.put(left[no] ?? '', NAME, { x: writer.start, width: nameWidth });
      writer.put(right[no] ?? '', TEXT, value);
      writer.gap(lineHeight(TEXT));
    }
  });
}
