// Writes rows of a sales book as the repositories would.
import type { Repository, Tx } from '@weilend/mongo';
import { Long } from 'mongodb';
import { SALES } from './sales-books.ts';
import type { SalesBooks } from './sales-books.ts';

/** Rows that are made and written in one go. */
const BATCH = 500;
/** Batches at the same time: while the server writes one, the next is being made. */
const AT_ONCE = 2;

interface Row {
  readonly id: string;
  readonly version: number;
}
type Collection<T extends Row> = new (...parts: never[]) => Repository<T>;
/** What a repository knows of how its rows are stored; it shows that to nobody but itself. */
interface Inside<T> {
  readonly definition: { readonly name: string };
  toDocument(row: T): Record<string, unknown>;
}

/** Writes rows: the first batch of each kind through its repository, which checks every member against the schema, the rest past that check, for its cost. */
export class Pen {
  readonly books: SalesBooks;
  readonly #checked = new Set<unknown>();

  constructor(books: SalesBooks) {
    this.books = books;
  }

  async write<T extends Row>(type: Collection<T>, rows: readonly T[]): Promise<void> {
    if (rows.length === 0) return;
    const repository = this.books.get(type);
    if (!this.#checked.has(type)) {
      this.#checked.add(type);
      const write = (tx: Tx): Promise<void> => repository.insertMany(rows, tx);
      return this.books.platform.work.run({ actor: SALES, operation: 'fill-book' }, write);
    }
    const inside = repository as unknown as Inside<T>;
    const documents = rows.map((row) => stored(inside.toDocument({ ...row, version: 1 })) as { _id: string });
    await this.books.platform.database.collection<{ _id: string }>(inside.definition.name).insertMany(documents, { ordered: false });
  }

  /** Begins the batches in order, a few at a time. */
  async batches(total: number, write: (range: readonly number[]) => Promise<void>): Promise<void> {
    let next = 0;
    const worker = async (): Promise<void> => {
      while (next < total) {
        const from = next;
        next += BATCH;
        await write(Array.from({ length: Math.min(BATCH, total - from) }, (_none, i) => from + i));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  }

  rows<T extends Row>(type: Collection<T>, total: number, make: (n: number) => T): Promise<void> {
    return this.batches(total, (range) => this.write(type, range.map(make)));
  }
}

/** As the schema casts it: amounts are kept as long integers. */
export function stored(value: unknown, name = ''): unknown {
  if (typeof value === 'number') return name.endsWith('Fen') ? Long.fromNumber(value) : value;
  if (value === null || typeof value !== 'object' || value instanceof Date || value instanceof Long) return value;
  if (Array.isArray(value)) return value.map((one) => stored(one));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, stored(one, key)]));
}
