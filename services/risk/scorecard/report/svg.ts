// Plots as SVG text: axes, lines, bars and dots, enough for a report that is read in a browser or a repository, without a library that draws.

export interface Axis {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
  readonly text?: (tick: number) => string;
}

export type Mark =
  | {
      readonly kind: 'line';
      readonly points: readonly (readonly [x: number, y: number])[];
      readonly color: string;
      readonly dashed?: boolean;
    }
  | {
      readonly kind: 'bar';
      readonly from: number;
      readonly to: number;
      readonly low: number;
      readonly high: number;
      readonly color: string;
    }
  | { readonly kind: 'dot'; readonly x: number; readonly y: number; readonly color: string };

export interface Plot {
  readonly title: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly marks: readonly Mark[];
  /** Names of colours, written above the plot. */
  readonly legend: readonly (readonly [name: string, color: string])[];
}

const SIZE = { width: 520, height: 380, left: 64, right: 28, top: 62, bottom: 52 };
export const COLORS = { good: '#2b6cb0', bad: '#c05621', plain: '#4a5568', pale: '#a0aec0' };

/** The same plot is always the same text: numbers are rounded to tenths of a pixel. */
export function svgOf({ title, x, y, marks, legend }: Plot): string {
  const across = (value: number): string => pixel(SIZE.left, SIZE.width - SIZE.right, (value - x.from) / (x.to - x.from));
  const up = (value: number): string => pixel(SIZE.height - SIZE.bottom, SIZE.top, (value - y.from) / (y.to - y.from));
  const { width, height, left, right, top, bottom } = SIZE;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="12">`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<text x="${left}" y="22" font-size="15" fill="#1a202c">${escaped(title)}</text>`,
    ...legend.map(([name, color], at) => legendOf(name, color, left + at * 150)),
    ...x.ticks.flatMap((tick) => [
      `<line x1="${across(tick)}" y1="${top}" x2="${across(tick)}" y2="${height - bottom}" stroke="#e2e8f0"/>`,
      `<text x="${across(tick)}" y="${height - bottom + 16}" text-anchor="middle" fill="#4a5568">${escaped((x.text ?? String)(tick))}</text>`,
    ]),
    ...y.ticks.flatMap((tick) => [
      `<line x1="${left}" y1="${up(tick)}" x2="${width - right}" y2="${up(tick)}" stroke="#e2e8f0"/>`,
      `<text x="${left - 6}" y="${up(tick)}" dy="4" text-anchor="end" fill="#4a5568">${escaped((y.text ?? String)(tick))}</text>`,
    ]),
    ...marks.map((mark) => markOf(mark, across, up)),
    `<text x="${(left + width - right) / 2}" y="${height - 12}" text-anchor="middle" fill="#1a202c">${escaped(x.label)}</text>`,
    `<text transform="translate(16 ${(top + height - bottom) / 2}) rotate(-90)" text-anchor="middle" fill="#1a202c">${escaped(y.label)}</text>`,
    '</svg>',
    '',
  ].join('\n');
}

function legendOf(name: string, color: string, x: number): string {
  return `<rect x="${x}" y="36" width="12" height="12" fill="${color}"/><text x="${x + 17}" y="46" fill="#1a202c">${escaped(name)}</text>`;
}

function markOf(mark: Mark, across: (value: number) => string, up: (value: number) => string): string {
  if (mark.kind === 'dot') return `<circle cx="${across(mark.x)}" cy="${up(mark.y)}" r="4" fill="${mark.color}"/>`;
  if (mark.kind === 'line') {
    const dashes = mark.dashed ? ' stroke-dasharray="5 4"' : '';
    const points = mark.points.map(([x, y]) => `${across(x)},${up(y)}`).join(' ');
    return `<polyline points="${points}" fill="none" stroke="${mark.color}" stroke-width="2"${dashes}/>`;
  }
  const [left, right, top, bottom] = [across(mark.from), across(mark.to), up(mark.high), up(mark.low)].map(Number);
  const [width, height] = [(right ?? 0) - (left ?? 0), (bottom ?? 0) - (top ?? 0)].map((one) => one.toFixed(1));
  return `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="${mark.color}" fill-opacity="0.75" stroke="#ffffff"/>`;
}

const pixel = (from: number, to: number, share: number): string => (from + (to - from) * share).toFixed(1);
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Ticks on round numbers that cover a range. */
export function ticksOf(from: number, to: number, step: number): number[] {
  const first = Math.floor(from / step);
  return Array.from({ length: Math.ceil(to / step) - first + 1 }, (_, at) => (first + at) * step);
}
