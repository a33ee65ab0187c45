// After the storm: how long until nothing waits any more.
import { pause } from '../../../infra/local/commands.ts';
import { stuckWork } from '../checks/stuck.ts';
import { READERS } from '../readers/readers.ts';
import type { World } from './world.ts';

export interface Drained {
  readonly seconds: number;
  /** What still waited when patience ended; empty when all is quiet. */
  readonly stuck: readonly string[];
}

const EVERY_MS = 500;

/** Quiet twice in a row, because an acknowledgement may just be on its way. */
export async function untilQuiet(world: World, limitMs: number): Promise<Drained> {
  const began = performance.now();
  let quiet = 0;
  for (;;) {
    const stuck = await waitingNow(world).catch((thrown: unknown) => [`the databases do not answer: ${String(thrown)}`]);
    const seconds = Math.round((performance.now() - began) / 100) / 10;
    quiet = stuck.length === 0 ? quiet + 1 : 0;
    if (quiet === 2) return { seconds, stuck };
    if (performance.now() - began > limitMs) return { seconds, stuck };
    await pause(EVERY_MS);
  }
}

async function waitingNow(world: World): Promise<string[]> {
  const found = await stuckWork(world.root, world.queues);
  if (found.length > 0) return found;
  const count = await world.root.db('weilend_coordination').collection('event_log').countDocuments({ placed: true });
  const read = await Promise.all(READERS.map(async (name) => ({ name, count: (await world.readers.read(name)).length })));
  return read.filter((reader) => reader.count < count).map(({ name, count: seen }) => `the ${name} reader: ${seen} of ${count} events`);
}
