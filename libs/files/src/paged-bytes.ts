/** Bytes that can be read anywhere, e.g. of a stored object. */
export interface ByteSource {
  readonly sizeBytes: number;
  /** From `start` up to, not including, `end`; both lie within the size. */
  read(start: number, end: number): Promise<Uint8Array>;
}

const PAGE_BYTES = 65_536;
const KEPT_PAGES = 8;

/** A reader of headers asks for four bytes here and eight there; it gets them from a few pages that are kept. Gives up on a file that makes it read for ever. */
export class PagedBytes implements ByteSource {
  private readonly pages = new Map<number, Promise<Uint8Array>>();
  private readonly mostLoads: number;
  private loads = 0;

  constructor(private readonly source: ByteSource) {
    this.mostLoads = 100 + 4 * Math.ceil(source.sizeBytes / PAGE_BYTES);
  }

  get sizeBytes(): number {
    return this.source.sizeBytes;
  }

  async read(start: number, end: number): Promise<Uint8Array> {
    const [from, to] = [Math.max(0, start), Math.min(end, this.sizeBytes)];
    const found = new Uint8Array(Math.max(0, to - from));
    for (let at = from; at < to;) {
      const no = Math.floor(at / PAGE_BYTES);
      const page = await this.page(no);
      const part = page.subarray(at - no * PAGE_BYTES, Math.min(page.length, to - no * PAGE_BYTES));
      if (part.length === 0) throw new RangeError('the store has fewer bytes than it said');
      found.set(part, at - from);
      at += part.length;
    }
    return found;
  }

  /** The same for a library that reads a `Blob`: size, kind, and slices that become bytes. */
  asBlob(type: string): Blob {
    const slice = (start = 0, end = this.sizeBytes) => ({
      arrayBuffer: async () => {
        const bytes = await this.read(start, end);
        return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
      },
    });
    return { size: this.sizeBytes, type, slice } as unknown as Blob;
  }

  private page(no: number): Promise<Uint8Array> {
    const known = this.pages.get(no);
    if (known) return known;
    this.loads += 1;
    if (this.loads > this.mostLoads) throw new RangeError('the file leads its reader in circles');
    const page = this.source.read(no * PAGE_BYTES, Math.min((no + 1) * PAGE_BYTES, this.sizeBytes));
    if (this.pages.size >= KEPT_PAGES) this.pages.delete(this.pages.keys().next().value ?? no);
    this.pages.set(no, page);
    return page;
  }
}
