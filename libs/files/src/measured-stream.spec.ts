import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import { FileTooLarge, MeasuredStream } from './measured-stream.js';

const chunks = (...texts: string[]) => Readable.from(texts.map((text) => Buffer.from(text)));

test.each([
  ['', 10],
  ['abc', 3],
  ['abcdef', 6],
])('"%s" passes through a limit of %d with its size and hash', async (text, limit) => {
  const measured = new MeasuredStream(limit);
  const out = await buffer(chunks(...text).pipe(measured));
  expect(out.toString()).toBe(text);
  expect(measured.measure()).toEqual({ sizeBytes: text.length, sha256: createHash('sha256').update(text).digest('hex') });
});

test.each([
  [['abcd'], 3],
  [['ab', 'cd'], 3],
  [['a'], 0],
])('%j is too large for %d bytes, at once', async (parts, limit) => {
  await expect(buffer(chunks(...parts).pipe(new MeasuredStream(limit)))).rejects.toThrow(FileTooLarge);
});
