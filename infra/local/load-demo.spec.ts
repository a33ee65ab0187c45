import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { loadDemo, readSignIns } from './load-demo.ts';
import { completeSecrets } from './secrets.ts';
import { readSettings } from './settings.ts';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder.ts';

afterAll(removeTemporaryFolders);

const secrets = completeSecrets({});
const person = { name: '王芳', role: 'sales manager', employeeNo: 'E0001', password: 'demo-1' };
const working = `
  import { writeFileSync } from 'node:fs';
  console.log('staff of sales');
  writeFileSync(process.env.DEMO_FILE, JSON.stringify({ signIns: [${JSON.stringify(person)}], gateway: process.env.GATEWAY_URL }));
`;

/** A data folder and a loader in it. */
async function given(script?: string) {
  const folder = await temporaryFolder();
  const settings = readSettings({ WEILEND_HOME: folder }, folder);
  const path = join(folder, 'demo.mjs');
  if (script !== undefined) await writeFile(path, script);
  const said: string[] = [];
  const options = {
    settings,
    secrets,
    env: {},
    say: (line: string) => void said.push(line),
    abort: new AbortController().signal,
    script: path,
  };
  return { settings, path, said, load: () => loadDemo(options), options };
}

describe('the demo company', () => {
  test('is loaded once, its progress shown, its sign-ins kept', async () => {
    const { settings, said, load } = await given(working);
    await load();
    await load();
    expect(said).toEqual(['Loading the demo company', '  staff of sales', 'The demo company is there from an earlier start']);
    expect(await readSignIns(settings)).toEqual([person]);
  });

  test('is loaded again when the loader has changed', async () => {
    const { path, said, load } = await given(working);
    await load();
    await writeFile(path, `${working}// more staff`);
    await load();
    expect(said.filter((line) => line === 'Loading the demo company')).toHaveLength(2);
  });

  test('is loaded again when what it loads has changed', async () => {
    const { path, said, load } = await given(working);
    await mkdir(join(path, '..', 'demo'));
    await load();
    await writeFile(join(path, '..', 'demo', 'staff.json'), '[]');
    await load();
    await load();
    expect(said.filter((line) => line === 'Loading the demo company')).toHaveLength(2);
  });

  test.each([
    ['throws', "throw new Error('no such product');", 'code 1'],
    ['exits', 'process.exit(7);', 'code 7'],
    ['does not compile', 'const = ;', 'code 1'],
  ])('a loader that %s does not stop the system and is tried again', async (_, script, code) => {
    const { settings, said, load } = await given(script);
    await load();
    await load();
    expect(said.filter((line) => line.includes(code) && line.includes('the next start tries again'))).toHaveLength(2);
    expect(await readSignIns(settings)).toEqual([]);
  });

  test('no loader, nothing to do', async () => {
    const { said, load } = await given();
    await load();
    expect(said).toEqual([]);
  });

  test('a stop ends the loader, and it does not count as done', async () => {
    const { said, options } = await given("console.log('begun'); setInterval(() => {}, 1000);");
    const abort = new AbortController();
    const say = (line: string) => {
      said.push(line);
      if (line.includes('begun')) abort.abort(new Error('stopped'));
    };
    await expect(loadDemo({ ...options, say, abort: abort.signal })).rejects.toThrow('stopped');
    expect(said).toEqual(['Loading the demo company', '  begun']);
  });
});

test.each([[''], ['{'], ['{}'], ['{"signIns": "all"}'], ['null']])('sign-ins that cannot be read (%j) are none', async (text) => {
  const { settings } = await given();
  await writeFile(join(settings.home, 'demo.json'), text);
  expect(await readSignIns(settings)).toEqual([]);
});
