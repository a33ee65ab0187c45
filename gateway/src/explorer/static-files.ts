import { readFile, readdir } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

export interface StaticFile {
  readonly type: string;
  readonly plain: Buffer;
  /** Undefined for what is compressed already. */
  readonly zipped: Buffer | undefined;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ico': 'image/x-icon',
  '.png': 'image/png',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};
const compressed = new Set(['.png', '.ico', '.woff', '.woff2']);
const zip = promisify(gzip);

/** The files of a folder by their path with forward slashes. Only what was there at the start can be asked for, so no path leads outside. */
export class StaticFiles {
  private readonly loaded = new Map<string, Promise<StaticFile>>();

  private constructor(private readonly files: ReadonlyMap<string, string>) {}

  static async of(folder: string): Promise<StaticFiles> {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    return new StaticFiles(new Map(paths.map((path) => [relative(folder, path).split(sep).join('/'), path])));
  }

  /** Read and compressed once, on first use. */
  get(path: string): Promise<StaticFile> | undefined {
    const file = this.files.get(path);
    if (file === undefined) return undefined;
    const known = this.loaded.get(path) ?? load(file);
    this.loaded.set(path, known);
    return known;
  }
}

async function load(file: string): Promise<StaticFile> {
  const extension = extname(file);
  const plain = await readFile(file);
  return { type: types[extension] ?? 'application/octet-stream', plain, zipped: compressed.has(extension) ? undefined : await zip(plain) };
}
