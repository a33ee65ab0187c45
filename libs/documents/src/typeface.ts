import { readFileSync } from 'node:fs';
import { create } from 'fontkit';
import type { Font } from 'fontkit';

/** Noto Sans SC (OFL): Latin and more than 30 000 ideographs, rare ones of names among them. Kept with the code, because its bytes are part of every PDF. */
const FILE = new URL('../fonts/noto-sans-sc-regular.ttf', import.meta.url);

/** The one typeface of PDFs: which characters it has, and how wide they are. */
export class Typeface {
  readonly font: Font;
  private readonly widths = new Map<string, number>();

  constructor() {
    const made = create(readFileSync(FILE));
    if (!('glyphForCodePoint' in made)) throw new TypeError(`${FILE.pathname} is not a single font`);
    this.font = made;
  }

  /** What is written for a text: a character that the typeface lacks stands there by its number, so that no name loses one silently. */
  shown(text: string): string {
    return [...text].map((character) => this.shownAs(character)).join('');
  }

  /** Width of a character at size 1. */
  widthOf(character: string): number {
    const known = this.widths.get(character);
    if (known !== undefined) return known;
    const width = this.font.glyphForCodePoint(character.codePointAt(0) ?? 0).advanceWidth / this.font.unitsPerEm;
    this.widths.set(character, width);
    return width;
  }

  private shownAs(character: string): string {
    const point = character.codePointAt(0) ?? 0;
    if (character === '\n' || character === '\r') return character;
    if (character === '\t' || character === '\u00a0') return ' ';
    if (point < 0x20 || this.isInvisible(point)) return '';
    return this.font.hasGlyphForCodePoint(point) ? character : `[U+${point.toString(16).toUpperCase()}]`;
  }

  /** Joiners, variation selectors and direction marks print nothing. */
  private isInvisible(point: number): boolean {
    return (
      point === 0x7f ||
      (point >= 0x200b && point <= 0x200f) ||
      (point >= 0x202a && point <= 0x202e) ||
      point === 0xfeff ||
      (point >= 0xfe00 && point <= 0xfe0f)
    );
  }
}

let loaded: Typeface | null = null;

/** Read once per process, when the first PDF is asked for. */
export function typeface(): Typeface {
  loaded ??= new Typeface();
  return loaded;
}
