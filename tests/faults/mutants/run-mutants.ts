// Proof that the harness sees: every protection is removed once from the copied product, and the play that needs it must then break a promise. With all
// protections in place the same plays must hold.
import { Nemesis } from '../nemesis/nemesis.ts';
import { untilQuiet } from '../run/drain.ts';
import type { Judgement } from '../run/judge.ts';
import { judge } from '../run/judge.ts';
import { World } from '../run/world.ts';
import type { MutantName, Patch } from './patches.ts';
import { MUTANTS } from './patches.ts';
import { SCENARIOS } from './scenarios.ts';

export interface MutantsOptions {
  readonly only: readonly string[];
  readonly say: (line: string) => void;
  readonly began: (world: World | undefined) => void;
}

interface Outcome {
  readonly name: string;
  /** The first problem of each promise that broke. */
  readonly broken: readonly string[];
  readonly seconds: number;
}

const SEED = 1;
const PATIENCE_MS = 90_000;
const SCENARIO_LIMIT_MS = 300_000;
const DRAIN_LIMIT_MS = 60_000;
const HEAL_LIMIT_MS = 120_000;

/** @returns exit code: 0 when the product holds and every mutant breaks */
export async function runMutants(options: MutantsOptions): Promise<number> {
  const names = (Object.keys(MUTANTS) as MutantName[]).filter((name) => options.only.length === 0 || options.only.includes(name));
  if (names.length === 0) throw new Error(`--only knows no such mutant: ${Object.keys(MUTANTS).join(', ')}`);
  options.say(`Every protection in place: ${names.length} scenarios`);
  const whole = await inWorld(options, { name: 'nothing removed', patches: [], plays: names });
  for (const line of linesOf(whole.broken.length === 0 ? 'holds' : 'BROKEN', whole)) options.say(line);
  const mutants: Outcome[] = [];
  for (const name of names) {
    options.say(`Removed: ${name}`);
    const mutant = await inWorld(options, { name, patches: MUTANTS[name], plays: [name] });
    for (const line of linesOf(mutant.broken.length > 0 ? 'caught' : 'NOT caught', mutant)) options.say(line);
    mutants.push(mutant);
  }
  for (const line of tableOf(whole, mutants)) options.say(line);
  return whole.broken.length === 0 && mutants.every(({ broken }) => broken.length > 0) ? 0 : 1;
}

interface Trial {
  readonly name: string;
  readonly patches: readonly Patch[];
  readonly plays: readonly MutantName[];
}

async function inWorld(options: MutantsOptions, { name, patches, plays }: Trial): Promise<Outcome> {
  const began = performance.now();
  const world = await World.prepare({ seed: SEED, patches, patienceMs: PATIENCE_MS, say: options.say });
  options.began(world);
  try {
    await world.start();
    world.readers.start();
    const nemesis = new Nemesis({
      topology: world.topology,
      readers: world.readers,
      say: options.say,
      advanceClock: () => Promise.resolve(),
    });
    const canaries: string[] = [];
    for (const play of plays) canaries.push(...(await playOne(world, nemesis, play, options.say)));
    await nemesis.heal(HEAL_LIMIT_MS);
    const judgement = await judge(world, await untilQuiet(world, DRAIN_LIMIT_MS), canaries);
    nemesis.mischief.close();
    return { name, broken: brokenIn(judgement), seconds: Math.round((performance.now() - began) / 1_000) };
  } finally {
    await world.stop();
    options.began(undefined);
  }
}

/** One scenario, given up when it takes too long: what it left behind is judged all the same. */
async function playOne(world: World, nemesis: Nemesis, play: MutantName, say: (line: string) => void): Promise<readonly string[]> {
  const stage = { world, nemesis, run: `m-${play.replace(/[^a-z0-9]+/g, '-')}`, seed: SEED };
  const { promise: limit, resolve: giveUp } = Promise.withResolvers<null>();
  const timer = setTimeout(() => giveUp(null), SCENARIO_LIMIT_MS);
  const loans = await Promise.race([SCENARIOS[play](stage), limit])
    .catch((thrown: unknown) => {
      say(`  ${play}: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
      return null;
    })
    .finally(() => clearTimeout(timer));
  // A play that was given up may have left somebody asleep.
  nemesis.wakeAll();
  for (const { no, problems } of loans?.played ?? []) for (const problem of problems) say(`  ${play}, loan ${no}: ${problem}`);
  return loans?.canaries ?? [];
}

const brokenIn = ({ invariants }: Judgement): string[] =>
  Object.entries(invariants).flatMap(([name, { problems }]) => (problems[0] === undefined ? [] : [`${name}: ${problems[0]}`]));

function linesOf(said: string, { name, broken, seconds }: Outcome): string[] {
  return [
    `${said.padEnd(11)}  ${name.padEnd(24)} ${String(seconds).padStart(4)} s`,
    ...broken.map((problem) => `               ${problem.slice(0, 220)}`),
  ];
}

function tableOf(whole: Outcome, mutants: readonly Outcome[]): string[] {
  const row = (said: string, { name, broken, seconds }: Outcome): string =>
    `  ${said.padEnd(11)}  ${name.padEnd(24)} ${String(seconds).padStart(4)} s  ${broken.map((problem) => problem.split(' ')[0]).join(' ')}`;
  return [
    '',
    row(whole.broken.length === 0 ? 'holds' : 'BROKEN', whole),
    ...mutants.map((mutant) => row(mutant.broken.length > 0 ? 'caught' : 'NOT caught', mutant)),
    `${mutants.filter(({ broken }) => broken.length > 0).length} of ${mutants.length} mutants caught`,
  ];
}
