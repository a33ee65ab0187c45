/** Width of one character, in the unit of the line. */
export type WidthOf = (character: string) => number;

/** Never first in a line, and never last: punctuation that closes and that opens (行首、行尾避头尾). */
const CLOSING = new Set('，。、；：？！）》〉」』】〕”’％%,.;:?!)]}…·');
const OPENING = new Set('（《〈「『【〔“‘￥¥$([{');
/** Written without blanks between words: a line may end after each character. */
const IDEOGRAPHIC = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}]/u;

/** The text in lines that are not wider than `width`; a word that is wider than a line is cut, nothing is lost but blanks at the end of a line. */
export function breakLines(text: string, width: number, widthOf: WidthOf): string[] {
  return text.split(/\r\n|[\n\r]/).flatMap((part) => breakParagraph(part, width, widthOf));
}

function breakParagraph(text: string, width: number, widthOf: WidthOf): string[] {
  const measure = (piece: string): number => [...piece].reduce((sum, character) => sum + widthOf(character), 0);
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text)) {
    if (measure(line + piece.trimEnd()) <= width) {
      line += piece;
      continue;
    }
    if (line.trim() !== '') lines.push(line.trimEnd());
    const cut = cutWord(piece, width, widthOf);
    lines.push(...cut.slice(0, -1).map((part) => part.trimEnd()));
    line = cut.at(-1) ?? '';
  }
  return [...lines, line.trimEnd()];
}

/** Pieces between which a line may end: words with the blanks after them, ideographs with the punctuation that clings to them. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let clings = false;
  for (const character of text) {
    const last = pieces.at(-1);
    if (last !== undefined && (clings || !mayBreakBetween(last, character))) pieces[pieces.length - 1] = last + character;
    else pieces.push(character);
    clings = OPENING.has(character);
  }
  return pieces;
}

function mayBreakBetween(before: string, character: string): boolean {
  if (character === ' ' || CLOSING.has(character)) return false;
  return before.endsWith(' ') || IDEOGRAPHIC.test(character) || IDEOGRAPHIC.test([...before].at(-1) ?? '') || endsIdeograph(before);
}

/** `元。abc`: the line may end after the stop as it may after the ideograph before it. */
function endsIdeograph(piece: string): boolean {
  const letters = [...piece];
  while (letters.length > 1 && CLOSING.has(letters.at(-1) ?? '')) letters.pop();
  return IDEOGRAPHIC.test(letters.at(-1) ?? '');
}

function cutWord(word: string, width: number, widthOf: WidthOf): string[] {
  const parts: string[] = [];
  let part = '';
  let used = 0;
  for (const character of word) {
    const wide = widthOf(character);
    if (part !== '' && character !== ' ' && used + wide > width) {
      parts.push(part);
      [part, used] = ['', 0];
    }
    part += character;
    used += wide;
  }
  return [...parts, part];
}
