// Scripts of one kind by name, as `npm run bench -- NAME` and `npm run prove -- NAME` take them: each prints what it does and answers with its figures.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildForScripts } from '../../infra/local/build-for-scripts.ts';

export interface Figures {
  readonly [name: string]: unknown;
}
/** What the command line may say besides the name; each script takes what it knows. */
export interface ScriptOptions {
  readonly loans?: number;
  readonly people?: number;
  /** How many times the script does what it does. */
  readonly count?: number;
  /** At most so many of what there is. */
  readonly limit?: number;
  /** A file of data in place of the one of the repository. */
  readonly data?: string;
  /** Throws also for times that a busy machine may not keep. */
  readonly strict?: boolean;
}
export type NamedScript = (say: (line: string) => void, options: ScriptOptions) => Promise<Figures>;
/** Loaded only when asked for, because a script may import what has to be built first. */
export type NamedScripts = Readonly<Record<string, () => Promise<NamedScript>>>;

/** Runs the script that the command line names and prints its figures, `--json FILE` writes them too. Exit code 1 when it threw. */
export async function runNamed(command: string, scripts: NamedScripts): Promise<number> {
  try {
    const text = { type: 'string' } as const;
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { json: text, loans: text, people: text, count: text, limit: text, data: text, strict: { type: 'boolean' } },
    });
    const [name = '', ...more] = positionals;
    const load = Object.hasOwn(scripts, name) && more.length === 0 ? scripts[name] : undefined;
    if (!load) {
      console.error(
        `npm run ${command} -- NAME [--loans N] [--people N] [--count N] [--limit N] [--data FILE] [--strict] [--json FILE]\n  NAME is one of: ${Object.keys(scripts).join(', ')}`,
      );
      return 1;
    }
    await buildForScripts();
    const figures = await (await load())((line) => console.log(line), optionsOf(values));
    console.log(JSON.stringify(figures, null, 2));
    if (values.json) await write(resolve(process.env.INIT_CWD ?? process.cwd(), values.json), figures);
    return 0;
  } catch (thrown) {
    console.error(thrown);
    return 1;
  }
}

interface GivenOptions {
  readonly loans?: string;
  readonly people?: string;
  readonly count?: string;
  readonly limit?: string;
  readonly data?: string;
  readonly strict?: boolean;
}

function optionsOf({ loans, people, count, limit, data, strict }: GivenOptions): ScriptOptions {
  const given = Object.entries({ loans, people, count, limit }).filter(([, text]) => text !== undefined);
  const file = data === undefined ? {} : { data: resolve(process.env.INIT_CWD ?? process.cwd(), data) };
  return { ...Object.fromEntries(given.map(([name, text]) => [name, Number(text)])), ...file, ...(strict === undefined ? {} : { strict }) };
}

async function write(path: string, figures: Figures): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${JSON.stringify(figures, null, 2)}\n`);
}
