import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { freePort, isPortFree, portAnswers } from './ports.ts';
import { busyComplaint, busyPorts, checkDisk, diskComplaint, makeHome, NEEDED_FREE_BYTES } from './preflight.ts';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder.ts';

afterAll(removeTemporaryFolders);

async function listening<T>(port: number, work: () => Promise<T>): Promise<T> {
  const server = await new Promise<Server>((resolve) => {
    const fresh = createServer().listen(port, '127.0.0.1', () => resolve(fresh));
  });
  try {
    return await work();
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}

describe('ports', () => {
  test('a port that somebody listens on is busy, and free afterwards', async () => {
    const port = await freePort();
    await listening(port, async () => {
      expect(await isPortFree(port)).toBe(false);
      expect(await portAnswers(port)).toBe(true);
    });
    expect(await isPortFree(port)).toBe(true);
    expect(await portAnswers(port)).toBe(false);
  });

  test('only the busy ones are named, with who needs them', async () => {
    const [taken, free] = [await freePort(), await freePort()];
    const busy = await listening(taken, () =>
      busyPorts([
        { port: free, user: 'Redis', variable: 'REDIS_PORT' },
        { port: taken, user: 'the gateway', variable: 'GATEWAY_PORT' },
      ]),
    );
    expect(busy.map(({ port }) => port)).toEqual([taken]);
  });

  test.each([
    [[{ port: 4000, user: 'the gateway', variable: 'GATEWAY_PORT' }], 'Port 4000 (the gateway) is taken', 'GATEWAY_PORT=4100 npm start'],
    [
      [{ port: 4006, user: 'the service hr', variable: 'SERVICE_PORT_BASE' }],
      'Port 4006 (the service hr) is taken',
      'SERVICE_PORT_BASE=4100 npm start',
    ],
    [[{ port: 64_990, user: 'Redis', variable: 'REDIS_PORT' }], 'Port 64990 (Redis)', 'REDIS_PORT=64890'],
  ])('one sentence with the mend: %j', (busy, what, mend) => {
    expect(busyComplaint(busy)).toContain(what);
    expect(busyComplaint(busy)).toContain(mend);
  });

  test('several at once', () => {
    const text = busyComplaint([
      { port: 4001, user: 'the service sales', variable: 'SERVICE_PORT_BASE' },
      { port: 4002, user: 'the service risk', variable: 'SERVICE_PORT_BASE' },
      { port: 27117, user: 'MongoDB', variable: 'MONGODB_PORT' },
    ]);
    expect(text).toMatch(/^Ports 4001 .*, 4002 .*, 27117 \(MongoDB\) are taken/);
    expect(text).toContain('move them with SERVICE_PORT_BASE and MONGODB_PORT');
  });
});

describe('disk and data folder', () => {
  test.each([
    [0, true],
    [NEEDED_FREE_BYTES - 1, true],
    [NEEDED_FREE_BYTES, false],
    [NEEDED_FREE_BYTES * 100, false],
  ])('%d bytes free', (free, complains) => {
    expect(diskComplaint('/data', free) !== undefined).toBe(complains);
  });

  test('the sentence names the place and the way out', () => {
    expect(diskComplaint('/data', 1.5 * 1024 ** 3)).toBe(
      'Only 1.5 GB are free on the disk of /data, and 2 GB are needed: free some space, or keep the data elsewhere with WEILEND_HOME.',
    );
  });

  test('a folder that is not there cannot be asked for its disk', async () => {
    await expect(checkDisk(join(await temporaryFolder(), 'nowhere'))).rejects.toThrow('ENOENT');
  });

  test('the data folder is made with everything above it, and may be there already', async () => {
    const home = join(await temporaryFolder(), 'a', 'b');
    await makeHome(home);
    await expect(makeHome(home)).resolves.toBeUndefined();
  });

  test('a file in its place is refused with the mend', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'home'), '');
    await expect(makeHome(join(folder, 'home', 'deeper'))).rejects.toThrow('choose another with WEILEND_HOME');
  });

  test('a folder that cannot be written to is refused (root may write everywhere)', async () => {
    const folder = join(await temporaryFolder(), 'closed');
    await mkdir(folder);
    await chmod(folder, 0o500);
    const made = makeHome(folder);
    if (process.getuid?.() === 0) await expect(made).resolves.toBeUndefined();
    else await expect(made).rejects.toThrow('cannot be written to');
  });
});
