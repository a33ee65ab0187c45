// `npm run bench -- NAME [--json FILE]`: figures of this machine, each as a ratio to a limit that is measured in the same run on the same servers.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildForScripts } from '../../infra/local/build-for-scripts.ts';

/** A benchmark: prints what it does, answers with its figures. */
type Bench = (say: (line: string) => void) => Promise<Record<string, unknown>>;

/** Loaded only when asked for, because a benchmark imports what has to be built first. */
const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  handoffs: async () => (await import('./handoffs/handoffs.ts')).benchHandoffs,
};

const USAGE = `npm run bench -- NAME [--json FILE]\n  NAME is one of: ${Object.keys(benches).join(', ')}`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'string' } } });
  const load = Object.hasOwn(benches, positionals[0] ?? '') ? benches[positionals[0] ?? ''] : undefined;
  if (!load || positionals.length !== 1) throw new Error(USAGE);
  await buildForScripts();
  const figures = await (await load())((line) => console.log(line));
  console.log(JSON.stringify(figures, null, 2));
  if (!values.json) return 0;
  const path = resolve(process.env.INIT_CWD ?? process.cwd(), values.json);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${JSON.stringify(figures, null, 2)}\n`);
  return 0;
}

process.exitCode = await main().catch((thrown: unknown) => {
  console.error(thrown instanceof Error && thrown.message.startsWith('npm run bench') ? thrown.message : thrown);
  return 1;
});
