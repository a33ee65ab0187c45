// `npm run faults`: the whole system in a storm of faults that follows from a seed. Ends with 0 only when every promise held.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { onStopRequest } from '../../infra/local/stop-request.ts';
import type { FaultsOptions } from './lib/options.ts';
import { readOptions } from './lib/options.ts';
import { runMutants } from './mutants/run-mutants.ts';
import { holds, keepRun, summaryLines } from './run/report.ts';
import type { StormReport } from './run/run-storm.ts';
import { runStorm } from './run/run-storm.ts';
import type { World } from './run/world.ts';

const say = (line: string): void => console.log(line);
let standing: World | undefined;

/** Ctrl-C ends what runs, by its process ids; a second one ends it at once. */
function stopOnRequest(): void {
  const leave = (): never => process.exit(130);
  onStopRequest({
    first: () => void (standing?.stop() ?? Promise.resolve()).finally(leave),
    second: () => {
      standing?.topology.kill();
      leave();
    },
  });
}

async function storm(options: FaultsOptions, seed: number): Promise<StormReport | null> {
  const began = (world: World): void => void (standing = world);
  const shape = { seed, loans: options.loans, minutes: options.minutes, clients: options.clients, kinds: options.kinds };
  try {
    const report = await runStorm({ ...shape, say, began });
    for (const line of summaryLines(report)) say(line);
    if (!holds(report) && standing) await keep(options, standing, { shape, report });
    return report;
  } catch (thrown) {
    say(`Seed ${seed} could not be run to its end: ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}`);
    if (standing) await keep(options, standing, { shape, thrown: String(thrown) });
    return null;
  } finally {
    await standing?.stop();
    standing = undefined;
  }
}

async function keep(
  { keep: root }: FaultsOptions,
  world: World,
  kept: { shape: { seed: number }; report?: StormReport; thrown?: string },
): Promise<void> {
  const folder = join(root, `seed-${kept.shape.seed}`);
  await rm(folder, { recursive: true, force: true });
  await keepRun(world, kept, folder);
  say(`Kept in ${folder}; again with: npm run faults -- --replay ${folder}`);
}

/** The options of a kept run are the run: everything in it follows from them. */
async function replayed(options: FaultsOptions): Promise<FaultsOptions> {
  if (!options.replay) return options;
  const { shape } = JSON.parse(await readFile(join(options.replay, 'report.json'), 'utf8')) as {
    shape: Pick<FaultsOptions, 'loans' | 'minutes' | 'clients' | 'kinds'> & { seed: number };
  };
  return { ...options, ...shape, seeds: [shape.seed] };
}

async function main(): Promise<number> {
  const options = await replayed(readOptions(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd()));
  stopOnRequest();
  if (options.mutants) return runMutants({ only: options.only, say, began: (world) => void (standing = world) });
  const reports: (StormReport | null)[] = [];
  for (const seed of options.seeds) reports.push(await storm(options, seed));
  if (options.json) {
    await mkdir(dirname(options.json), { recursive: true });
    await writeFile(options.json, `${JSON.stringify(reports, null, 2)}\n`);
  }
  const good = reports.filter((report) => report !== null && holds(report)).length;
  say(`${good} of ${reports.length} runs held every promise`);
  return good === reports.length ? 0 : 1;
}

process.exitCode = await main().catch((thrown: unknown) => {
  console.error(thrown instanceof Error && thrown.name !== 'TypeError' ? thrown.message : thrown);
  return 1;
});
