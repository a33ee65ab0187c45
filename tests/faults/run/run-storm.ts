// One run: clients at work, faults by the schedule, then peace, and the judgement over what is left.
import { advanceClock } from '../clients/advance-clock.ts';
import { applicantRows } from '../clients/applicants.ts';
import type { PlayedLoan } from '../clients/play-loans.ts';
import { beginLoans, judgeLoans } from '../clients/play-loans.ts';
import type { Patch } from '../mutants/patches.ts';
import { FAULT_POINTS } from '../mutants/patches.ts';
import { Nemesis } from '../nemesis/nemesis.ts';
import type { Fault, FaultKind } from '../nemesis/schedule.ts';
import { describeFault, makeSchedule } from '../nemesis/schedule.ts';
import { departments } from '../../../infra/local/departments.ts';
import type { Drained } from './drain.ts';
import { untilQuiet } from './drain.ts';
import type { Judgement } from './judge.ts';
import { judge } from './judge.ts';
import { World } from './world.ts';

export interface StormOptions {
  readonly seed: number;
  readonly loans: number;
  readonly minutes: number;
  readonly clients: number;
  readonly kinds: readonly FaultKind[];
  readonly patches?: readonly Patch[];
  readonly say: (line: string) => void;
  /** Told of the world as soon as there is something to stop. */
  readonly began: (world: World) => void;
}

export interface StormReport extends Judgement {
  readonly seed: number;
  readonly schedule: readonly Fault[];
  readonly faults: Readonly<Record<string, number>>;
  readonly loans: { readonly played: number; readonly asExpected: number; readonly problems: readonly string[] };
  readonly drain: Drained;
  readonly stormSeconds: number;
  readonly finishSeconds: number;
  readonly restarts: number;
}

const DRAIN_LIMIT_MS = 120_000;
const HEAL_LIMIT_MS = 120_000;
/** How long the last loans may take when the storm is over. */
const FINISH_LIMIT_MS = 240_000;
const LATE_EVERY = 4;
/** The last loan begins when this much of the storm is over. */
const BUSY_SHARE = 0.85;

/** Runs and judges; the world still stands afterwards, so that a failed one can be kept. */
export async function runStorm(options: StormOptions): Promise<StormReport> {
  const { seed, say, minutes } = options;
  const schedule = makeSchedule(options);
  say(`Seed ${seed}: ${schedule.length} faults in ${minutes} minutes`);
  for (const fault of schedule) say(describeFault(fault));
  const world = await World.prepare({ seed, patches: options.patches ?? [], patienceMs: minutes * 60_000 + FINISH_LIMIT_MS, say });
  options.began(world);
  await world.start();
  const late = Promise.withResolvers<void>();
  const rows = applicantRows(seed, options.loans);
  const lateness = { every: LATE_EVERY, until: late.promise };
  const pace = { atATime: options.clients, everyMs: (minutes * 60_000 * BUSY_SHARE) / options.loans };
  const loans = await beginLoans(world.company, { rows, run: `f${seed}`, ...pace, lateness });
  world.readers.start();
  const nemesis = new Nemesis({
    topology: world.topology,
    readers: world.readers,
    say,
    advanceClock: (hours) => advanceClock(world.company, hours).then(late.resolve),
  });
  const stormBegan = performance.now();
  await nemesis.storm(schedule);
  await holdUntil(stormBegan + minutes * 60_000);
  const healBegan = performance.now();
  say(`Healing after ${seconds(stormBegan)} s`);
  await nemesis.heal(HEAL_LIMIT_MS);
  late.resolve();
  await Promise.race([loans.done, holdUntil(healBegan + FINISH_LIMIT_MS)]);
  const finishSeconds = seconds(healBegan);
  say(`Clients are through ${finishSeconds} s after the healing began`);
  const drain = await untilQuiet(world, DRAIN_LIMIT_MS);
  nemesis.mischief.close();
  const played = await judgeLoans(world.company, rows, [...loans.played]);
  const judgement = await judge(world, drain, loans.canaries);
  const faults = { ...nemesis.counts, ...(await deaths(world)) };
  const restarts = [...world.topology.starts.values()].reduce((sum, count) => sum + count - 1, 0);
  return {
    ...judgement,
    seed,
    schedule,
    faults,
    loans: loansReport(options.loans, played),
    drain,
    stormSeconds: minutes * 60,
    finishSeconds,
    restarts,
  };
}

const seconds = (since: number): number => Math.round((performance.now() - since) / 100) / 10;

async function holdUntil(moment: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, moment - performance.now())).unref());
}

function loansReport(wanted: number, played: readonly PlayedLoan[]): StormReport['loans'] {
  const missing = wanted - played.length;
  const problems = played.flatMap((loan) => loan.problems.map((problem) => `${loan.no}: ${problem}`));
  return {
    played: played.length,
    asExpected: played.filter((loan) => loan.problems.length === 0).length,
    problems: missing > 0 ? [...problems, `${missing} loans did not get to their end in time`] : problems,
  };
}

/** Named points at which a process really died. */
async function deaths({ topology }: World): Promise<Record<string, number>> {
  const died = (await Promise.all([...departments, 'gateway'].map((name) => topology.controls.read(name)))).flatMap(
    (control) => control.died ?? [],
  );
  return Object.fromEntries(FAULT_POINTS.map((point) => [`died ${point}`, died.filter((one) => one === point).length]));
}
