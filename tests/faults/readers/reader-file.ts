// What a department system keeps of the events it has read: one line each, appended. Its cursor is that of its last whole line, so an event and the
// place after it are kept together, whenever the reader is killed.
import { appendFileSync, existsSync, readFileSync, truncateSync } from 'node:fs';

export interface ReadEvent {
  readonly cursor: string;
  readonly id: string;
  readonly source: string;
  readonly subject: string;
  readonly sequence: string;
}

/** The whole lines of a reader's file. */
export function eventsIn(text: string): ReadEvent[] {
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  return whole
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ReadEvent);
}

export class ReaderFile {
  readonly #path: string;
  cursor: string | null;

  /** Opens the file as the last run of the reader left it; half a line at its end is cut off. */
  constructor(path: string) {
    this.#path = path;
    const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    if (whole !== text) truncateSync(path, Buffer.byteLength(whole));
    this.cursor = eventsIn(whole).at(-1)?.cursor ?? null;
  }

  keep(events: readonly ReadEvent[]): void {
    if (events.length === 0) return;
    appendFileSync(this.#path, events.map((event) => `${JSON.stringify(event)}\n`).join(''));
    this.cursor = events.at(-1)?.cursor ?? this.cursor;
  }
}
