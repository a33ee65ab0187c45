// All invariants over the facts of a run, each with how much was looked at.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { collectFacts } from '../checks/collect-facts.ts';
import { deliveredOnce } from '../checks/deliveries.ts';
import { levelsTrue } from '../checks/escalations.ts';
import type { Facts, Verdict } from '../checks/facts.ts';
import { fourEyes } from '../checks/four-eyes.ts';
import { lanesInOrder } from '../checks/lanes.ts';
import { ledgerTrue } from '../checks/ledger.ts';
import { moneyOnce } from '../checks/money-once.ts';
import { readerAgrees } from '../checks/readers-agree.ts';
import { requestsTrue } from '../checks/requests.ts';
import type { Text } from '../checks/secrecy.ts';
import { nothingLeaked } from '../checks/secrecy.ts';
import { callsOf, readHistory } from '../clients/history.ts';
import { READERS } from '../readers/readers.ts';
import type { Drained } from './drain.ts';
import type { World } from './world.ts';

export interface Judgement {
  readonly invariants: Readonly<Record<string, Verdict>>;
  readonly calls: { readonly ok: number; readonly fail: number; readonly unknown: number };
  readonly lost: number;
  readonly doubled: number;
  readonly reordered: number;
  readonly ledgerDriftFen: number;
  readonly levelsFired: number;
}

export async function judge(world: World, drained: Drained, canaries: readonly string[]): Promise<Judgement> {
  if (!world.begunAt) throw new Error('nothing was begun');
  const facts = await collectFacts(world.root, world.begunAt);
  const calls = callsOf(await readHistory(join(world.folder, 'history.jsonl')));
  const requests = requestsTrue(calls, facts.departments);
  const deliveries = deliveredOnce(facts.departments);
  const lanes = lanesInOrder(facts);
  const ledger = ledgerTrue(facts.money);
  const levels = levelsTrue(facts.coordination);
  const readers = await Promise.all(
    READERS.map(async (name) => readerAgrees(name, await world.readers.read(name), facts.coordination.log)),
  );
  const count = (what: string): number => calls.filter(({ ended }) => (ended?.what ?? 'unknown') === what).length;
  return {
    invariants: {
      'I1 money once': moneyOnce(facts.money),
      'I2 ledger true': ledger,
      'I3 delivered once': deliveries,
      'I4 lanes in order': lanes,
      'I5 levels true': levels,
      'I6 audited once': requests.audit,
      'I7 acknowledged is kept': requests.visible,
      'I8 same key, same answer': requests.once,
      'I9 four eyes': fourEyes(facts.money.orders),
      'I10 nothing leaked': nothingLeaked(canaries, await textsOf(world, facts)),
      'I11 nothing stuck': { checked: 1, problems: drained.stuck },
      'readers agree': { checked: sum(readers), problems: readers.flatMap(({ problems }) => problems) },
    },
    calls: { ok: count('ok'), fail: count('fail'), unknown: count('unknown') },
    lost: deliveries.lost,
    doubled: deliveries.doubled,
    reordered: lanes.reordered,
    ledgerDriftFen: ledger.driftFen,
    levelsFired: levels.checked,
  };
}

const sum = (verdicts: readonly Verdict[]): number => verdicts.reduce((total, { checked }) => total + checked, 0);

/** Logs of every process, Redis as it lies on the disk, every message. */
async function textsOf(world: World, { departments, coordination }: Facts): Promise<Text[]> {
  const { home } = world.topology.plan;
  const files = ['logs', 'redis', 'redis-old', ...world.topology.plan.members.map(({ name }) => join(name, 'logs'))];
  const texts = await Promise.all(files.map((folder) => filesIn(join(home, folder), folder)));
  return [
    ...texts.flat(),
    ...departments.map(({ name, outbox, audit }) => ({ name: `outbox and audit of ${name}`, text: JSON.stringify([outbox, audit]) })),
    { name: 'event log', text: JSON.stringify(coordination.log) },
  ];
}

async function filesIn(folder: string, name: string): Promise<Text[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile() && entry.name !== 'redis.conf');
  return Promise.all(
    files.map(async (entry) => ({ name: join(name, entry.name), text: await readFile(join(entry.parentPath, entry.name), 'latin1') })),
  );
}
