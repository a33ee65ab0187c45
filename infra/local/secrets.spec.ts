import { chmod, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { departments } from './departments.ts';
import { completeSecrets, loadSecrets, type Secrets, writeMongoKeyFile } from './secrets.ts';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder.ts';

afterAll(removeTemporaryFolders);

const modeOf = async (path: string) => (await stat(path)).mode & 0o777;

/** Every secret of a folder, as one flat list. */
function all(secrets: Secrets): string[] {
  const { mongoPasswords, fieldKeys, fieldKeyId: _, ...single } = secrets;
  return [...Object.values(single), ...Object.values(mongoPasswords), ...Object.values(fieldKeys)];
}

describe('secrets of a data folder', () => {
  test('made once, for this user only, and the same ever after', async () => {
    const home = await temporaryFolder();
    const first = await loadSecrets(home);
    expect(await loadSecrets(home)).toEqual(first);
    expect(await modeOf(join(home, 'secrets.json'))).toBe(0o600);
  });

  test('no two of them are alike, and no two folders share one', async () => {
    const [one, other] = [completeSecrets({}), completeSecrets({})];
    const every = [...all(one), ...all(other)];
    expect(new Set(every).size).toBe(every.length);
  });

  test('keys are 32 bytes, and every department has a password that fits into an address', () => {
    const secrets = completeSecrets({});
    for (const key of [secrets.blindIndexKey, secrets.fileUrlKey, secrets.fieldKeys[secrets.fieldKeyId] ?? ''])
      expect(Buffer.from(key, 'base64')).toHaveLength(32);
    for (const department of departments) expect(secrets.mongoPasswords[department]).toMatch(/^[\w-]{24}$/);
  });

  test('what a newer release adds is made, what was there stays', async () => {
    const home = await temporaryFolder();
    const { fileUrlKey: _, ...older } = completeSecrets({});
    await writeFile(join(home, 'secrets.json'), JSON.stringify(older));
    const loaded = await loadSecrets(home);
    expect(loaded).toMatchObject(older);
    expect(await loadSecrets(home)).toEqual(loaded);
  });

  test('a key that was added by hand, with the old one kept, is left alone', async () => {
    const home = await temporaryFolder();
    const first = await loadSecrets(home);
    const rotated = { ...first, fieldKeys: { ...first.fieldKeys, k2: first.blindIndexKey }, fieldKeyId: 'k2' };
    await writeFile(join(home, 'secrets.json'), JSON.stringify(rotated));
    expect(await loadSecrets(home)).toEqual(rotated);
  });

  test('a file that others could read is closed again', async () => {
    const home = await temporaryFolder();
    await loadSecrets(home);
    await chmod(join(home, 'secrets.json'), 0o644);
    await loadSecrets(home);
    expect(await modeOf(join(home, 'secrets.json'))).toBe(0o600);
  });

  test.each([['{'], ['[]'], ['null'], ['"text"'], ['']])(
    'a broken file (%j) is neither used nor replaced, and not quoted',
    async (text) => {
      const home = await temporaryFolder();
      const path = join(home, 'secrets.json');
      await writeFile(path, text);
      await expect(loadSecrets(home)).rejects.toThrow('put back a good copy');
      expect(await readFile(path, 'utf8')).toBe(text);
    },
  );

  test('a damaged file does not show what stands in it', async () => {
    const home = await temporaryFolder();
    await writeFile(join(home, 'secrets.json'), '{"redisPassword": "hunter2"');
    await expect(loadSecrets(home)).rejects.not.toThrow('hunter2');
  });
});

test('the key file of the replica set is closed to others and may be written again', async () => {
  const home = await temporaryFolder();
  const secrets = await loadSecrets(home);
  const path = await writeMongoKeyFile(home, secrets);
  expect(await writeMongoKeyFile(home, secrets)).toBe(path);
  expect(await modeOf(path)).toBe(0o400);
  const text = (await readFile(path, 'utf8')).trim();
  expect(text.length).toBeGreaterThanOrEqual(6);
  expect(text.length).toBeLessThanOrEqual(1024);
});
